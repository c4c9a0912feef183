import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { HOME } from './ownOrigin.ts';
import { SMALLEST, type Bounds, type WindowState } from './windowState.ts';

/** Options of the window. The page gets nothing of Node or Electron: only what the preload offers by name. */
export function windowOptions(bounds: Bounds, preload: string, session: Session): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Rà soát TTHC',
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
    },
  };
}

/** What is used of the window here. */
export type ShownWindow = Pick<BrowserWindow, 'loadURL' | 'show' | 'maximize' | 'isMaximized' | 'getNormalBounds'> & {
  once(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'close', listener: () => void): unknown;
};

/** Shows the window once its first page is drawn, so that nobody sees it white, and remembers where it was closed. */
export function showWindow(
  window: ShownWindow,
  maximized: boolean,
  remember: (state: WindowState) => void,
): Promise<void> {
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    else window.show();
  });
  window.on('close', () => remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  return window.loadURL(HOME);
}

/** Brings the window to whoever started the program a second time, without taking the keyboard from another program. */
export function offerWindow(
  window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'isFocused' | 'focus' | 'flashFrame'>,
): void {
  if (window.isMinimized()) window.restore();
  window.focus();
  // Windows may refuse the focus to a program in the background; then its taskbar button asks for it.
  if (!window.isFocused()) window.flashFrame(true);
}
