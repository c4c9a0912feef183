import type { Session } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { windowOptions } from '../../../electron/main/mainWindow.ts';
import { blockNetwork } from '../../../electron/main/security/blockNetwork.ts';
import { cleanEnvironment } from '../../../electron/main/security/cleanEnvironment.ts';
import { denyNavigation } from '../../../electron/main/security/denyNavigation.ts';
import { denyPermissions } from '../../../electron/main/security/denyPermissions.ts';

type Permissions = Parameters<typeof denyPermissions>[0];
type Handlers = { [Name in keyof Permissions]?: Parameters<Permissions[Name]>[0] };

/** What was set on a session, by the name of the setter. */
function hardened(): Required<Handlers> {
  const set: Handlers = {};
  denyPermissions({
    setPermissionRequestHandler: (handler) => void (set.setPermissionRequestHandler = handler),
    setPermissionCheckHandler: (handler) => void (set.setPermissionCheckHandler = handler),
    setDevicePermissionHandler: (handler) => void (set.setDevicePermissionHandler = handler),
    setDisplayMediaRequestHandler: (handler) => void (set.setDisplayMediaRequestHandler = handler),
  });
  return set as Required<Handlers>;
}

const contents = undefined as never;

function asked(permission: string, url: string, isMainFrame = true): readonly boolean[] {
  const { setPermissionRequestHandler: request, setPermissionCheckHandler: check } = hardened();
  const answers: boolean[] = [];
  request!(contents, permission as never, (granted) => answers.push(granted), {
    isMainFrame,
    requestingUrl: url,
  });
  answers.push(check!(contents, permission as never, url, { isMainFrame }));
  return answers;
}

describe('permissions', () => {
  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'display-capture',
    'fullscreen',
    'something new',
  ])('%s is refused, asked for or looked up, even to our own page', (permission) => {
    expect(asked(permission, 'app://rasoat/')).toEqual([false, false]);
  });

  test('our page may put text on the clipboard; no other page or frame may', () => {
    expect(asked('clipboard-sanitized-write', 'app://rasoat/')).toEqual([true, true]);
    expect(asked('clipboard-sanitized-write', 'https://evil.example/app://rasoat/')).toEqual([false, false]);
    expect(asked('clipboard-sanitized-write', 'app://rasoat/', false)).toEqual([false, false]);
  });

  test('no device and no screen is ever shared', () => {
    const { setDevicePermissionHandler: device, setDisplayMediaRequestHandler: display } = hardened();
    expect([device!({} as never), display]).toEqual([false, null]);
  });
});

describe('navigation', () => {
  class Contents extends EventEmitter {
    openHandler: ((details: never) => { action: string }) | undefined;
    setWindowOpenHandler(handler: (details: never) => { action: string }): void {
      this.openHandler = handler;
    }
    /** Whether an event was stopped. */
    isStopped(name: string): boolean {
      let stopped = false;
      this.emit(name, { url: 'https://evil.example/', preventDefault: () => (stopped = true) });
      return stopped;
    }
  }

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '%s is stopped',
    (name) => {
      const page = new Contents();
      denyNavigation(page);
      expect(page.isStopped(name)).toBe(true);
    },
  );

  test('no window is opened', () => {
    const page = new Contents();
    denyNavigation(page);
    expect(page.openHandler!({} as never)).toEqual({ action: 'deny' });
  });
});

describe('the network', () => {
  test.each([
    ['app://rasoat/assets/app.js', false],
    ['data:image/png;base64,AA', false],
    ['blob:app://rasoat/1', false],
    ['https://example.vn/', true],
    ['http://127.0.0.1:8080/', true],
    ['wss://example.vn/', true],
    ['file:///C:/Windows/win.ini', true],
    ['ftp://example.vn/', true],
    ['app://elsewhere/', true],
  ])('a request for %s is cancelled: %s', (url, cancelled) => {
    let decided: { cancel?: boolean } = {};
    const webRequest = {
      onBeforeRequest: (listener: (details: { url: string }, decide: (one: { cancel?: boolean }) => void) => void) =>
        listener({ url }, (one) => (decided = one)),
    };
    blockNetwork({ webRequest } as unknown as Parameters<typeof blockNetwork>[0]);
    expect(decided.cancel).toBe(cancelled);
  });
});

test('the window gives its page nothing of Node, and every guard is on', () => {
  const { webPreferences, show } = windowOptions({ x: 0, y: 0, width: 800, height: 600 }, '/p.cjs', {} as Session);
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  });
  expect(show).toBe(false);
});

test('our processes start without variables that would load other code into them', () => {
  const kept = { Path: 'C:\\Windows', APPDATA: 'C:\\x', LANG: 'vi' };
  const dropped = { NODE_OPTIONS: '--require x', node_extra_ca_certs: 'x', ELECTRON_RUN_AS_NODE: '1', LD_PRELOAD: 'x' };
  expect(cleanEnvironment({ ...kept, ...dropped, EMPTY: undefined })).toEqual(kept);
});
