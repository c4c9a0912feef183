import { pageNonce } from '../../app/nonce.ts';

/** Width of an A4 sheet across, with room around it, in CSS pixels. */
const SHEET_WIDTH = 1170;

/** On the screen the page lies on a desk; on paper none of this holds. */
const ON_SCREEN = `@media screen {
  html { background: #d6d6d6; }
  body { box-sizing: border-box; width: 297mm; max-width: none !important; padding: 15mm 12mm 15mm 15mm; margin: 12px auto !important; min-height: 210mm; box-shadow: 0 1px 6px #0006; }
}`;

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
    const nonce = pageNonce();
    const rules = {
      // Only the first style element is ours: what follows the head is the report's text.
      createHTML: (html: string) =>
        html
          .replace('<style>', () => `<style nonce="${nonce}">${ON_SCREEN}</style><style nonce="${nonce}">`)
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
  page.open();
  page.write(reportPolicy().createHTML(html));
  page.close();
}

/** Makes the sheet as wide as its frame. */
export function fitPage(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  if (root !== undefined) root.style.zoom = String(Math.min(1, frame.clientWidth / SHEET_WIDTH));
}

/** Prints what the frame shows, at its own size. */
export function printPage(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  const page = frame.contentWindow;
  if (root === undefined || page === null) return;
  const { zoom } = root.style;
  root.style.zoom = '1';
  page.focus();
  page.print();
  root.style.zoom = zoom;
}
