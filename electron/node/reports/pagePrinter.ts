import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { BrowserPipe } from './browserPipe.ts';
import { findChromium } from './findChromium.ts';

/** Longest a page may take to print; ten thousand rows took ten seconds when it was measured. */
const TIME_LIMIT_MS = 120_000;

/** Makes a PDF of a complete page. */
export type PagePrinter = (html: string) => Promise<Result<Uint8Array>>;

/** Prints many pages to PDF with one browser: starting it takes a second, printing a page a tenth of that. The browser is
 *  started at the first page and ended when the printer is disposed of. */
export class BrowserPrinter implements AsyncDisposable {
  readonly #program: string | null;
  #folder: string | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #open: { readonly pipe: BrowserPipe; readonly session: string } | null = null;

  /** @param program  the browser; left out, the one that is found */
  constructor(program: string | null = findChromium()) {
    this.#program = program;
  }

  /** Prints a complete page (no scripts, nothing to load); pages are printed one after the other, in the order asked for.
   *  Errors: `pdf.noBrowser`; `pdf.failed` with what the browser said. */
  print(html: string): Promise<Result<Uint8Array>> {
    const turn = this.#last.then(() => this.#print(html));
    // The next page is printed whatever became of this one; the caller hears of it.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #print(html: string): Promise<Result<Uint8Array>> {
    if (this.#program === null) return fail('pdf.noBrowser');
    const folder = (this.#folder ??= await mkdtemp(path.join(tmpdir(), 'rasoat-pdf-')));
    const page = path.join(folder, 'page.html');
    await writeFile(page, html);
    let limit: NodeJS.Timeout | undefined;
    try {
      this.#open ??= await this.#start(this.#program, folder);
      const { pipe, session } = this.#open;
      limit = setTimeout(() => void pipe.close(), TIME_LIMIT_MS);
      const loaded = pipe.next('Page.loadEventFired');
      // Both are waited for together: neither may be left to fail unheard.
      await Promise.all([loaded, pipe.send('Page.navigate', { url: pathToFileURL(page).href }, session)]);
      const { data } = await pipe.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, session);
      return succeed(new Uint8Array(Buffer.from(String(data), 'base64')));
    } catch (error) {
      await this.#close();
      return fail('pdf.failed', { detail: error instanceof Error ? error.message : String(error) });
    } finally {
      clearTimeout(limit);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    this.#folder = null;
  }

  async #start(program: string, folder: string) {
    const pipe = new BrowserPipe(program, path.join(folder, 'profile'));
    try {
      const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
      const session = String(sessionId);
      await pipe.send('Page.enable', {}, session);
      return { pipe, session };
    } catch (error) {
      await pipe.close();
      throw error;
    }
  }

  async #close(): Promise<void> {
    await this.#open?.pipe.close();
    this.#open = null;
  }
}
