import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/desktop/bridge.ts';
import { translate, type Language } from '../../shared/i18n/index.ts';

/** What the menu bar sets going. */
export interface MenuActions {
  readonly command: (name: MenuCommand) => void;
  readonly importFiles: () => void;
  readonly importFolder: () => void;
  readonly copyVersions: () => void;
}

/** The menu bar. Commands go to the screen, which knows whether they make sense there; text editing and zoom are
 *  Chromium's own. Nothing here opens developer tools or reloads. */
export function menuTemplate(
  language: Language,
  { command, importFiles, importFolder, copyVersions }: MenuActions,
): MenuItemConstructorOptions[] {
  const label = (key: string): string => translate(language, `menu.${key}`);
  const run = (name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: label(name),
    click: () => command(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const own = (
    key: string,
    role: NonNullable<MenuItemConstructorOptions['role']>,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({ label: label(key), role, ...(accelerator === undefined ? {} : { accelerator }) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: label('file'),
      submenu: [
        run('newRound', 'Ctrl+N'),
        { label: label('importFiles'), click: importFiles, accelerator: 'Ctrl+O' },
        { label: label('importFolder'), click: importFolder, accelerator: 'Ctrl+Shift+O' },
        line,
        run('settings', 'Ctrl+,'),
        line,
        own('quit', 'quit', 'Alt+F4'),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        own('undo', 'undo'),
        own('redo', 'redo'),
        line,
        own('cut', 'cut'),
        own('copy', 'copy'),
        own('paste', 'pasteAndMatchStyle', 'Ctrl+V'),
        own('selectAll', 'selectAll'),
        line,
        run('find', 'Ctrl+F'),
        run('goToCell', 'Ctrl+G'),
      ],
    },
    {
      label: label('view'),
      submenu: [
        own('zoomIn', 'zoomIn', 'Ctrl+='),
        own('zoomOut', 'zoomOut'),
        own('zoomReset', 'resetZoom'),
        line,
        own('fullScreen', 'togglefullscreen', 'F11'),
      ],
    },
    { label: label('window'), submenu: [own('minimize', 'minimize'), own('close', 'close', 'Ctrl+W')] },
    {
      label: label('help'),
      submenu: [run('guide', 'F1'), line, { label: label('copyVersions'), click: copyVersions }],
    },
  ];
}
