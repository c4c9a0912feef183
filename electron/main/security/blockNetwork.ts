import type { Session } from 'electron';
import { isOwnAddress } from '../ownOrigin.ts';

/** Schemes whose content is made by the page itself. */
const WITHIN = /^(?:data|blob|devtools):/;

/** Cancels every request that would leave the program, whatever asks for it: the tool works without a network, and
 *  data of the agencies goes nowhere. */
export function blockNetwork(session: { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isOwnAddress(url) && !WITHIN.test(url) });
  });
}
