import type { CustomScheme, Protocol } from 'electron';
import type { rendererPages } from '../node/web/rendererPages.ts';
import { isOwnAddress, SCHEME } from './ownOrigin.ts';

/** Serves the files of the screen. */
export type Pages = Awaited<ReturnType<typeof rendererPages>>;

/** The screen's scheme, to be declared before the program is ready: a standard one with an origin of its own, treated as
 *  secure, and allowed no more than a page needs to load itself. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Answers a request for `app://rasoat/…`; anything under another name is not found. */
export function appResponse(pages: Pages): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async ({ method, url }) => {
    if (!isOwnAddress(url)) return new Response('Not found', { status: 404 });
    const answer = await pages(method, new URL(url).pathname);
    return new Response(Uint8Array.from(answer.body), { status: answer.status, headers: { ...answer.headers } });
  };
}

/** Serves the screen in a session. */
export function serveScreen(protocol: Pick<Protocol, 'handle'>, pages: Pages): void {
  protocol.handle(SCHEME, appResponse(pages));
}
