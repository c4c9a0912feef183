import { app, clipboard, dialog, Menu, nativeTheme, type BrowserWindow } from 'electron';
import os from 'node:os';
import process from 'node:process';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { menuTemplate } from './applicationMenu.ts';
import { handleCrash, keepReport, type CrashDesk } from './crashHandling.ts';
import { crashReport, type Crash } from './crashReport.ts';
import type { FileDialogs } from './fileDialogs.ts';
import { startHost, tellDesktop, type Host } from './host.ts';
import { filesNamed } from './launch.ts';
import { offerWindow } from './mainWindow.ts';
import { dataPlaces, type Places } from './places.ts';
import { taskbarProgress } from './taskbarProgress.ts';

/** Runs the program with its window, until it is closed. The single-instance lock is held already.
 *  @param files  named at the start, relative to the working directory */
export async function runDesktop(places: Places, files: readonly string[]): Promise<void> {
  let language: Language = 'vi';
  let window: BrowserWindow | undefined;
  let host: Host | undefined;

  const surroundings = () => ({
    version: app.getVersion(),
    versions: process.versions,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    time: new Date().toISOString(),
  });
  const desk: CrashDesk = {
    folder: dataPlaces(app.getPath('userData')).crashReports,
    language: () => language,
    surroundings,
    async ask(message, detail, buttons) {
      const options = { type: 'error', title: translate(language, 'crash.title'), message, detail } as const;
      const { response } = await dialog.showMessageBox({
        ...options,
        buttons: [...buttons],
        defaultId: 1,
        noLink: true,
      });
      return response;
    },
    copy: (text) => clipboard.writeText(text),
  };
  const onFault = (reason: string, error?: unknown): void => {
    const report = crashReport({ what: 'process', reason, error }, surroundings());
    // Where even the report can't be kept there is nobody left to tell but the console.
    keepReport(desk.folder, surroundings().time, report).catch((refusal: unknown) => console.error(refusal));
  };
  let ending = false;
  const onProgramCrash = (error: unknown): void => {
    // What fails while the program is already closing for a fault adds nothing.
    if (ending) return;
    ending = true;
    const crash: Crash = { what: 'program', reason: 'uncaught', error };
    void app
      .whenReady()
      .then(() => handleCrash(crash, desk))
      .finally(() => app.exit(1));
  };
  process.on('uncaughtException', onProgramCrash);
  process.on('unhandledRejection', onProgramCrash);

  function useSettings(settings: Settings): void {
    ({ language } = settings);
    nativeTheme.themeSource = settings.theme;
    const template = menuTemplate(language, {
      command: (command) => window !== undefined && tellDesktop(window, { type: 'command', command }),
      importFiles: () => void importChosen((dialogs) => dialogs.openFiles()),
      importFolder: () =>
        void importChosen(async (dialogs) => [await dialogs.openFolder()].filter((one) => one !== undefined)),
      copyVersions: () => clipboard.writeText(crashReport({ what: 'program', reason: 'versions' }, surroundings())),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  async function openFiles(named: readonly string[], from: string): Promise<void> {
    const handles = (await host?.chosen.chooseNamed(named, from)) ?? [];
    if (window !== undefined && handles.length > 0) tellDesktop(window, { type: 'filesOpened', files: handles });
  }

  async function importChosen(choose: (dialogs: FileDialogs) => Promise<readonly string[]>): Promise<void> {
    if (host !== undefined) await openFiles(await choose(host.dialogs), '/');
  }

  async function open(started: Host): Promise<void> {
    const opened = started.openWindow(true);
    ({ window } = opened);
    await opened.loaded;
  }

  await app.whenReady();
  const started = await startHost({ places, onSettings: useSettings, onFault });
  host = started;
  useSettings(started.loaded.settings);
  started.backend.subscribe(taskbarProgress((share) => window?.setProgressBar(share)));

  app.on('second-instance', (_event, args, from) => {
    if (window !== undefined) offerWindow(window);
    void openFiles(filesNamed(args.slice(1)), from);
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    // The services' own stops are told with their exit code.
    if (reason !== 'clean-exit' && type !== 'Utility') onFault(`${type} ${reason}`);
  });
  app.on('render-process-gone', (_event, _contents, { reason }) => {
    if (reason === 'clean-exit') return;
    void handleCrash({ what: 'window', reason }, desk).then(async (choice) => {
      if (choice === 'quit') return app.quit();
      const broken = window;
      await open(started);
      broken?.destroy();
    });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => started.backend.stop());

  await open(started);
  if (started.loaded.notice !== undefined) {
    await dialog.showMessageBox({ type: 'warning', message: faultText(language, started.loaded.notice) });
  }
  await openFiles(files, process.cwd());
}
