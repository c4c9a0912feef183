import { app, protocol } from 'electron';
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { APP_SCHEME } from './appProtocol.ts';
import { runDesktop } from './desktop.ts';
import { runHeadless } from './headless.ts';
import { startHost } from './host.ts';
import { readLaunch } from './launch.ts';
import { APP_ID, placesBeside } from './places.ts';
import { checkRuntime, expectReply, selfTest } from './selfTest.ts';

const PATIENCE = 30_000;

/** Looks at the program from inside, in a data folder of its own that nobody's data can be in. */
async function runSelfTest(output: string | undefined): Promise<number> {
  await app.whenReady();
  const faults: string[] = [];
  const host = await startHost({
    places,
    onSettings: () => undefined,
    onFault: (reason) => faults.push(reason),
  });
  const { window, loaded } = host.openWindow(false);
  const result = await selfTest({
    version: app.getVersion(),
    versions: process.versions,
    patience: PATIENCE,
    checks: {
      runtime: () => checkRuntime(process.versions),
      page: () => loaded.then(() => window.webContents.getTitle()),
      bridge: async () => {
        const call = "globalThis.raSoat.call('host.about', {})";
        return expectReply(await window.webContents.executeJavaScript(call));
      },
      services: async () => expectReply(await host.backend.call('host.about', {})),
      faults: async () => {
        if (faults.length > 0) throw new Error(faults.join('; '));
        return 'none';
      },
    },
  });
  host.backend.stop();
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (output === undefined) process.stdout.write(text);
  else await writeFile(output, text);
  return result.ok ? 0 : 1;
}

/** Ends the process with a code, or with 4 when the work itself failed. */
async function endWith(work: Promise<number>): Promise<void> {
  try {
    app.exit(await work);
  } catch (error) {
    console.error(error);
    app.exit(4);
  }
}

const places = placesBeside(import.meta.url);
const launch = readLaunch(process.argv.slice(app.isPackaged ? 1 : 2));

if (launch.mode === 'headless') {
  await endWith(runHeadless(places.commandLine, launch.args, process));
} else {
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  if (launch.mode === 'selfTest') {
    app.setPath('userData', mkdtempSync(path.join(os.tmpdir(), 'rasoat-self-test-')));
    // Not awaited here: Electron becomes ready only after this module has been evaluated.
    void endWith(runSelfTest(launch.output));
  } else if (app.requestSingleInstanceLock()) {
    void runDesktop(places, launch.files);
  } else {
    app.quit();
  }
}
