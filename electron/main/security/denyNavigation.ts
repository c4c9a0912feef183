import type { WebContents } from 'electron';

/** Events by which a page, or a frame in it, would leave for another address. A reload by the program is none of them. */
const LEAVING = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;

/** What of a page's contents is held in place. */
export interface Navigating {
  on(
    event: (typeof LEAVING)[number] | 'will-attach-webview',
    listener: (event: { preventDefault(): void }) => void,
  ): void;
  setWindowOpenHandler: WebContents['setWindowOpenHandler'];
}

/** The screen never goes anywhere: links, redirects, dropped files and frames are all stopped, even to our own address,
 *  since the screen changes places within one page. No windows are opened and no web views attached. */
export function denyNavigation(contents: Navigating): void {
  for (const event of LEAVING) contents.on(event, (leaving) => leaving.preventDefault());
  contents.on('will-attach-webview', (attaching) => attaching.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
