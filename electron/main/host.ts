import { app, BrowserWindow, dialog, ipcMain, screen, session, shell, utilityProcess } from 'electron';
import ElectronStore from 'electron-store';
import process from 'node:process';
import { replied } from '../../shared/contract/envelope.ts';
import type { DesktopEvent } from '../../shared/desktop/bridge.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { settingsPort, type LoadedSettings } from '../../shared/settings/settingsPort.ts';
import { HandleRegistry } from '../node/web/fileHandles.ts';
import { rendererPages } from '../node/web/rendererPages.ts';
import { serveScreen } from './appProtocol.ts';
import { startBackend, type Backend } from './backendProcess.ts';
import { answerCalls, answerDrops, DESKTOP_CHANNEL, EVENT_CHANNEL } from './callChannel.ts';
import { chosenFiles, type ChosenFiles } from './chosenFiles.ts';
import { desktopMethods } from './desktopMethods.ts';
import { fileDialogs, type FileDialogs } from './fileDialogs.ts';
import { showWindow, windowOptions } from './mainWindow.ts';
import { HOME } from './ownOrigin.ts';
import { dataPlaces, type Places } from './places.ts';
import { blockNetwork } from './security/blockNetwork.ts';
import { cleanEnvironment } from './security/cleanEnvironment.ts';
import { denyNavigation } from './security/denyNavigation.ts';
import { denyPermissions } from './security/denyPermissions.ts';
import { TrustedSenders } from './security/trustedSender.ts';
import { storedSettings, storeOptions } from './settingsStore.ts';
import { boundsOnDisplays, readWindowState } from './windowState.ts';

/** The parts behind a window, put together. */
export interface Host {
  readonly backend: Backend;
  readonly chosen: ChosenFiles;
  readonly dialogs: FileDialogs;
  readonly loaded: LoadedSettings;
  /** Opens a window and loads the screen into it; resolves once the page is loaded. */
  openWindow(shown: boolean): { readonly window: BrowserWindow; readonly loaded: Promise<void> };
}

export interface HostSetUp {
  readonly places: Places;
  readonly onSettings: (settings: Settings) => void;
  readonly onFault: (reason: string, error?: unknown) => void;
}

/** Megabytes of JavaScript heap for the services: a round of a million rows, and room. */
const SERVICE_HEAP = 4096;

/** Builds everything that a window needs. Call once, when Electron is ready. */
export async function startHost({ places, onSettings, onFault }: HostSetUp): Promise<Host> {
  const ui = session.fromPartition('rasoat');
  denyPermissions(ui);
  blockNetwork(ui);
  serveScreen(ui.protocol, await rendererPages(places.renderer));

  const registry = new HandleRegistry();
  const backend = startBackend({
    fork: () =>
      utilityProcess.fork(places.services, [dataPlaces(app.getPath('userData')).workspace], {
        serviceName: 'Rà soát TTHC',
        env: cleanEnvironment(process.env),
        execArgv: [`--max-old-space-size=${SERVICE_HEAP}`],
      }),
    grants: () => registry.grants(),
    maxRestarts: 3,
    onStopped: (code) => onFault(`services exit ${code}`),
  });
  const chosen = chosenFiles(registry, (grant) => backend.grant(grant));

  const port = settingsPort(storedSettings(new ElectronStore(storeOptions('settings'))));
  const windowStore = new ElectronStore(storeOptions('window'));
  const loaded = await port.load();
  let { language } = loaded.settings;

  const dialogs = fileDialogs(dialog, () => language);
  const senders = new TrustedSenders();
  const hostMethods = desktopMethods({
    dialogs,
    shell,
    chosen,
    registry,
    backend,
    settings: port,
    version: app.getVersion(),
    today,
    onSettings(settings) {
      ({ language } = settings);
      onSettings(settings);
    },
  });
  answerCalls(ipcMain, { senders, hostMethods, backend, onFailure: onFault });
  answerDrops(ipcMain, senders, async (paths) => replied(paths.map((one) => chosen.choose('read', one).id)));

  return {
    backend,
    chosen,
    dialogs,
    loaded,
    openWindow(shown) {
      const state = readWindowState(windowStore.store);
      const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
      const window = new BrowserWindow(windowOptions(boundsOnDisplays(state?.bounds, areas), places.preload, ui));
      const contents = window.webContents;
      const { id } = contents;
      senders.trust(id);
      denyNavigation(contents);
      const stopListening = backend.subscribe((event) => tell(window, EVENT_CHANNEL, event));
      window.on('closed', () => {
        senders.forget(id);
        stopListening();
      });
      if (!shown) return { window, loaded: window.loadURL(HOME) };
      const remember = (next: object): void => {
        windowStore.store = { ...next };
      };
      return { window, loaded: showWindow(window, state?.maximized ?? false, remember) };
    },
  };
}

/** Tells a window's screen something, unless it is closing. */
function tell(window: BrowserWindow, channel: string, event: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(channel, event);
}

/** Tells a window's screen what happened on the desktop. */
export const tellDesktop = (window: BrowserWindow, event: DesktopEvent): void => tell(window, DESKTOP_CHANNEL, event);

/** Today on this computer's clock, ISO. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
