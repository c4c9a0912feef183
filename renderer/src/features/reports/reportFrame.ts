import { pageNonce } from '../../app/nonce.ts';

/** What a page is: a list on sheets across, or an official document, upright but for its wide annexes. */
export type PageForm = 'list' | 'document';

/** Width of an A4 sheet with room around it, in CSS pixels. */
const ACROSS = 1170;
const UPRIGHT = 830;

/** On the screen the page lies on a desk; on paper none of this holds. */
const ON_SCREEN: Readonly<Record<PageForm, string>> = {
  list: `@media screen {
  html:root { background: #d6d6d6; }
  @media (forced-colors: active) { th, td { border-color: CanvasText !important; } }
  body { box-sizing: border-box; width: 297mm; max-width: none !important; padding: 15mm 12mm 15mm 15mm; margin: 12px auto !important; min-height: 210mm; box-shadow: 0 1px 6px #0006; background: #fff; }
}`,
  // Head, text and signature are one sheet, each annex another; an annex across is drawn as wide as the others.
  document: `@media screen {
  html:root { background: #d6d6d6; }
  @media (forced-colors: active) { th, td { border-color: CanvasText !important; } }
  html > body { width: 210mm; padding: 12px 0; margin: 0 auto; }
  html > body.wide { width: 297mm; }
  html > body > :is(header, main, .end, .annex) { display: flow-root; max-width: none; margin: 0; padding: 0 15mm 0 30mm; background: #fff; }
  html > body.wide > :is(header, main, .end, .annex), html > body > .annex.wide { padding-left: 20mm; }
  html > body > :first-child, html > body > .annex { padding-top: 20mm; }
  html > body > .annex, html > body > :nth-last-child(1 of :not(.annex)) { padding-bottom: 20mm; }
  html > body > .annex { margin-top: 12px; }
  html > body:not(.wide) > .annex.wide { width: 297mm; zoom: 0.7071; }
}`,
};

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
export function writePage(frame: HTMLIFrameElement, html: string, form: PageForm): void {
  const page = frame.contentDocument;
  if (page === null) return;
  page.open();
  page.write(reportPolicy().createHTML(html.replace('<style>', () => `<style>${ON_SCREEN[form]}</style><style>`)));
  page.close();
}

/** Makes the sheet as wide as its frame. */
export function fitPage(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  if (root === undefined) return;
  const isUpright = root.querySelector('body:not(.wide) > main') !== null;
  root.style.zoom = String(Math.min(1, frame.clientWidth / (isUpright ? UPRIGHT : ACROSS)));
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
