import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { SCREEN } from './builtScreen.ts';
import { Program } from './pages/program.ts';
import { startHost, type RunningHost } from './runningHost.ts';
import { makeSampleWorkspace } from './sampleWorkspace.ts';
import { watch } from './watch.ts';
import { speak } from './words.ts';

export { expect } from '@playwright/test';

/** A host that can be killed and started again over the same data. */
export interface Hosting {
  readonly now: RunningHost;
  killAndRestart(): Promise<void>;
}

interface Fixtures {
  /** What is there at the start. */
  readonly starts: 'empty' | 'with the sample round';
  readonly workspace: string;
  readonly hosting: Hosting;
  /** The program as it stands open in the browser. */
  readonly program: Program;
}

/** Each test has a host of its own over data of its own, and fails when anything went wrong behind the screen. */
export const test = base.extend<Fixtures, { readonly sampleWorkspace: () => Promise<string> }>({
  starts: ['empty', { option: true }],
  sampleWorkspace: [
    // Playwright reads from this pattern which fixtures are wanted: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      let made: Promise<string> | undefined;
      await use(() => (made ??= makeSampleWorkspace(SCREEN)));
      const folder = await made?.catch(() => undefined);
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  workspace: async ({ starts, sampleWorkspace }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-e2e-'));
    if (starts === 'with the sample round') cpSync(await sampleWorkspace(), folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  hosting: async ({ workspace }, use) => {
    let now = await startHost(workspace, SCREEN);
    await use({
      get now() {
        return now;
      },
      killAndRestart: async () => {
        await now.kill();
        now = await startHost(workspace, SCREEN);
      },
    });
    await now[Symbol.asyncDispose]();
  },
  program: async ({ context, page, hosting, starts }, use) => {
    const origins = new Set<string>();
    const watched = watch(context, (origin) => origins.has(origin));
    speak('vi');
    const program = new Program(page, () => {
      origins.add(hosting.now.origin);
      return hosting.now.address;
    });
    await program.open();
    // What was open last is opened again by itself.
    if (starts === 'with the sample round') await program.results.expectFindings();
    else await program.rounds.expectEmpty();
    await use(program);
    watched.expectNothingWrong();
  },
});
