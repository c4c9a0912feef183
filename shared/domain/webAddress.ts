import { codeText } from './cellText.ts';
import { parsed, type Parsed } from './parsed.ts';

/** A link as a sheet holds it, taken apart. Host and scheme in lower case; everything else as written. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port?: number;
  /** From the first "/" on; '' when there is none. */
  readonly path: string;
  /** Without "?"; '' when there is none. */
  readonly query: string;
  /** Without "#"; '' when there is none. */
  readonly fragment: string;
}

/** Why a text is no link: nothing there; a blank inside; several links; no `https://` in front; another scheme; user name
 *  and password before the host; no host; a host name that cannot be; a port that cannot be. */
export type WebAddressReason =
  | 'empty'
  | 'blank'
  | 'several'
  | 'noScheme'
  | 'otherScheme'
  | 'credentials'
  | 'noHost'
  | 'badHost'
  | 'badPort';

const HOST_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const IPV6 = /^\[[0-9a-f:.]{2,45}\]$/;
const MAX_HOST = 253;

/** Reads one link. Not the WHATWG algorithm: that one mends what an office should be told about. */
export function parseWebAddress(given: string): Parsed<WebAddress, WebAddressReason> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const blank = text.search(/\s/);
  if (blank >= 0) return /\s\S*:\/\//.test(text) ? refuse('several') : refuse('blank', blank, blank + 1);
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(text)?.[1]?.toLowerCase();
  const hasHost = text.startsWith('//', (scheme?.length ?? -1) + 1);
  if (scheme === undefined || (!hasHost && /^[^/:]*\.[^/:]*:\d/.test(text))) return refuse('noScheme', 0, 0);
  if ((scheme !== 'http' && scheme !== 'https') || !hasHost) return refuse('otherScheme', 0, scheme.length + 1);
  const start = scheme.length + 3;
  const length = text.slice(start).search(/[/?#\\]|$/);
  const authority = text.slice(start, start + length);
  if (authority === '') return refuse('noHost', start);
  if (authority.includes('@')) return refuse('credentials', start, start + authority.lastIndexOf('@') + 1);
  const colon = authority.startsWith('[') ? authority.indexOf(':', authority.indexOf(']')) : authority.indexOf(':');
  const host = (colon < 0 ? authority : authority.slice(0, colon)).toLowerCase();
  if (!isHost(host)) return refuse('badHost', start, start + (colon < 0 ? length : colon));
  const port = colon < 0 ? undefined : authority.slice(colon + 1);
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    return refuse('badPort', start + colon, start + length);
  }
  const [beforeFragment, fragment] = cutOnce(text.slice(start + length), '#');
  const [path, query] = cutOnce(beforeFragment, '?');
  return parsed({ scheme, host, ...(port !== undefined && { port: Number(port) }), path, query, fragment });
}

/** Writes a link the way {@link parseWebAddress} reads it. */
export function formatWebAddress({ scheme, host, port, path, query, fragment }: WebAddress): string {
  const authority = port === undefined ? host : `${host}:${port}`;
  return `${scheme}://${authority}${path}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}

/** The link that was probably meant: `https://` in front, no blanks (rule URL-01). Undefined when there is nothing to
 *  repair or the result is no link to a named host. */
export function repairWebAddress(given: string): string | undefined {
  const text = codeText(given)
    .text.replace(/\s/g, '')
    .replace(/^(?:https?[:/;]{1,4})?/i, '');
  const address = parseWebAddress(`https://${text}`);
  if (!address.ok || !address.value.host.includes('.') || (given.match(/:\/\//g) ?? []).length > 1) return undefined;
  const repaired = formatWebAddress(address.value);
  return repaired === given ? undefined : repaired;
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return IPV6.test(host);
  if (IPV4.test(host)) return host.split('.').every((part) => Number(part) < 256);
  return host.length <= MAX_HOST && HOST_NAME.test(host) && !/^\d+$/.test(host.slice(host.lastIndexOf('.') + 1));
}

function cutOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
