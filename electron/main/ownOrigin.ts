/** Scheme and host under which the screen is served inside the program. */
export const SCHEME = 'app';
export const HOST = 'rasoat';

/** Where the screen starts. */
export const HOME = `${SCHEME}://${HOST}/`;

/** The screen's origin as Chromium writes it. */
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Whether an address is one of the program's own. Compared part by part: `app://rasoat.example` and
 *  `https://x/?app://rasoat/` are not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && hostname === HOST && port === '' && username === '' && password === '';
}
