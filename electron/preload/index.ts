import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Reply } from '../../shared/contract/envelope.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import type { DesktopBridge, DesktopEvent, FileHandle } from '../../shared/desktop/bridge.ts';

// The names are repeated from electron/main: this file must stand alone in the sandbox. A test compares them.
const CALL_CHANNEL = 'rasoat:call';
const DROP_CHANNEL = 'rasoat:drop';
const EVENT_CHANNEL = 'rasoat:event';
const DESKTOP_CHANNEL = 'rasoat:desktop';

const call = <T>(method: string, input: unknown): Promise<Reply<T>> =>
  ipcRenderer.invoke(CALL_CHANNEL, { method, input }) as Promise<Reply<T>>;

/** Passes on what arrives by a channel, without Electron's own event object. */
function listen(channel: string, listener: (told: unknown) => unknown): () => void {
  const tell = (_event: unknown, told: unknown): void => void listener(told);
  ipcRenderer.on(channel, tell);
  return () => {
    ipcRenderer.off(channel, tell);
  };
}

/** Where a file lies; empty for what is no file, or one that a script made up. */
function pathOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}

/** What happened before the page began to listen, such as files named at the start. */
const early: DesktopEvent[] = [];
const stopKeeping = listen(DESKTOP_CHANNEL, (told) => early.push(told as DesktopEvent));

/** All that the page gets from outside: no Electron, no channel names, no paths. */
const bridge: DesktopBridge = {
  call,
  subscribe: (listener) => listen(EVENT_CHANNEL, (told) => listener(told as WorkbenchEvent)),
  handlesOf: (files) => {
    const paths = files.map(pathOf).filter((path) => path !== '');
    return ipcRenderer.invoke(DROP_CHANNEL, paths) as Promise<Reply<readonly string[]>>;
  },
  saveAs: (handle, name) => call('desktop.saveAs', { handle, name }),
  chooseFolder: async () => {
    const reply = await call<FileHandle | null>('desktop.chooseFolder', {});
    return reply.ok ? (reply.value?.id ?? null) : null;
  },
  showInFolder: (handle) => call('desktop.showInFolder', { handle }),
  onDesktop(listener) {
    for (const told of early.splice(0)) listener(told);
    stopKeeping();
    return listen(DESKTOP_CHANNEL, (told) => listener(told as DesktopEvent));
  },
};

contextBridge.exposeInMainWorld('raSoat', bridge);
