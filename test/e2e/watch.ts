import { expect, type BrowserContext } from '@playwright/test';

/** What went wrong behind the scenes of every page of a context. */
export interface Watch {
  /** Fails when a page had an error in its console, threw, broke its own policy, or asked anyone but its host. */
  expectNothingWrong(): void;
}

/** Watches from before the first page is opened. Chromium writes each breach of the content security policy into the
 *  console as an error, in frames too. @param isHost  whether an address is one of the host's */
export function watch(context: BrowserContext, isHost: (origin: string) => boolean): Watch {
  const wrong: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    wrong.push(`console: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on('weberror', (error) => wrong.push(`thrown: ${error.error().stack ?? String(error.error())}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isLocal = protocol === 'blob:' || protocol === 'data:' || protocol === 'about:';
    if (!isLocal && !isHost(origin)) wrong.push(`asked elsewhere: ${request.method()} ${request.url()}`);
  });
  return { expectNothingWrong: () => expect(wrong, 'nothing goes wrong behind the screen').toEqual([]) };
}
