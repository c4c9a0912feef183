import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not let in; the number is its HTTP status. */
export type Refusal = 401 | 403 | 421;

/** Header that carries the token; pages of other sites can't set it without asking first, and asking is refused. */
export const TOKEN_HEADER = 'x-ra-soat-token';

/** Decides whether a request comes from the page that this host itself served. The port is known to every program of the
 *  computer and, by DNS rebinding, to every page in its browser; the token only to that page.
 *
 *  @param needsToken  false for the page itself and its files, which hold nothing of anyone's
 *  @returns null when it may pass; 421 for another name than ours, 403 for another origin, 401 without the token */
export function refusalOf(
  headers: IncomingMessage['headers'],
  port: number,
  token: string,
  needsToken: boolean,
): Refusal | null {
  const host = `127.0.0.1:${port}`;
  if (headers.host !== host) return 421;
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 403;
  const site = headers['sec-fetch-site'];
  // "none": typed into the address line or opened by us.
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && !needsToken)) return 403;
  return !needsToken || isSame(headers[TOKEN_HEADER], token) ? null : 401;
}

function isSame(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string' || given.length !== token.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(token));
}
