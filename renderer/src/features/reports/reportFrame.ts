import { pageNonce } from '../../app/nonce.ts';
import { paperFontFaces } from './paperFonts.ts';
import { SHEETS_ON_SCREEN } from './sheetsOnScreen.ts';

interface TrustedPolicy {
  createHTML(html: string): string;
}
interface TrustedTypesDoor {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): TrustedPolicy;
}

let policy: TrustedPolicy | undefined;

/** The one door through which text becomes a page: reports of our own services, whose cells are escaped there, with the
 *  nonce that our content security policy asks of style elements. The page may hold no script that could run. */
function reportPolicy(): TrustedPolicy {
  if (policy === undefined) {
    const allowed = `<style nonce="${pageNonce()}">`;
    const rules = {
      // Only the first two style elements are ours: what follows the head is the report's text.
      createHTML: (html: string) =>
        html
          .replace('<style>', () => allowed)
          .replace('<style>', () => allowed)
          // The page may load the font that stands beside the screen, as the screen itself may.
          .replace('font-src data:', "font-src 'self'")
          // Style attributes are never allowed here; the old attribute says the same.
          .replaceAll(/<col style="width:([\d.]{1,8}%)">/g, '<col width="$1">'),
    };
    const door = (globalThis as { readonly trustedTypes?: TrustedTypesDoor }).trustedTypes;
    policy = door === undefined ? rules : door.createPolicy('rasoat-report', rules);
  }
  return policy;
}

/** Writes a page into an empty frame. The frame's own first document is written anew, so nothing is navigated to, which
 *  our policy and the desktop program would refuse. */
export function writePage(frame: HTMLIFrameElement, html: string): void {
  const page = frame.contentDocument;
  if (page === null) return;
  const own = `<style>${paperFontFaces()}${SHEETS_ON_SCREEN}</style>`;
  page.open();
  page.write(reportPolicy().createHTML(html.replace('<style>', () => `${own}<style>`)));
  page.close();
}

/** Makes the sheets as wide as their frame, or shows them at their own size. */
export function fitPage(frame: HTMLIFrameElement, isFitted: boolean): void {
  const page = frame.contentDocument;
  if (page === null) return;
  const scale = isFitted ? Math.min(1, page.documentElement.clientWidth / page.body.offsetWidth) : 1;
  page.body.style.setProperty('--scale', String(scale));
}

/** Prints what the frame shows, and gives the focus back. */
export function printPage(frame: HTMLIFrameElement): void {
  const before = document.activeElement;
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
  if (before instanceof HTMLElement) before.focus();
}
