/** Stands in the built page where the nonce of one response belongs (Vite's `html.cspNonce`). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** The only Trusted Types policy the screen may make: report pages for the preview, shown in a frame without any rights. */
export const REPORT_POLICY = 'rasoat-report';

/** What the page may do, for one response. Every host sends the same.
 *
 *  Scripts and style elements run only with this response's nonce, so markup that slips in from a spreadsheet's cell runs
 *  nothing even when it names a file of ours. Imports between our modules inherit the nonce; `strict-dynamic` is left out
 *  because nothing of ours adds script elements, and it would let such elements load from anywhere. `data:` and `blob:`
 *  serve images only (charts being saved). Nothing can be framed, posted, embedded or fetched from elsewhere, and Trusted
 *  Types refuse text as markup in the calls that would parse it, the report preview excepted.
 *  @param nonce  fresh for each response, at least 128 random bits, base64url or hex
 *  @throws when the nonce could end its quotes: the policy would no longer say what is meant */
export function contentSecurityPolicy(nonce: string): string {
  if (!/^[\w-]{16,}$/.test(nonce)) throw new Error('A nonce is at least 16 letters, digits, "-" or "_"');
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "script-src-attr 'none'",
    `style-src 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${REPORT_POLICY}`,
  ].join('; ');
}

/** The built page with the nonce of this response in it. */
export const withNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_PLACEHOLDER, nonce);
