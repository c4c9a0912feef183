import type { Shell } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { refused, replied, type Reply } from '../../shared/contract/envelope.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { SettingsPort } from '../../shared/settings/settingsPort.ts';
import { writeFileAtomically } from '../node/atomicFile.ts';
import type { HandleRegistry } from '../node/web/fileHandles.ts';
import type { Backend } from './backendProcess.ts';
import type { HostMethod, HostMethods } from './callChannel.ts';
import type { ChosenFiles } from './chosenFiles.ts';
import type { FileDialogs } from './fileDialogs.ts';

export interface DesktopSetUp {
  readonly dialogs: FileDialogs;
  readonly shell: Pick<Shell, 'showItemInFolder'>;
  readonly chosen: ChosenFiles;
  readonly registry: HandleRegistry;
  readonly backend: Pick<Backend, 'resolve'>;
  readonly settings: SettingsPort;
  readonly version: string;
  /** Today where the user sits, ISO. */
  readonly today: () => string;
  readonly onSettings: (settings: Settings) => void;
}

const nothing = z.strictObject({});

/** Checks the input of a host method before it is used. */
const checked =
  <T>(schema: z.ZodType<T>, answer: (input: T) => Promise<Reply<unknown>>): HostMethod =>
  async (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? answer(parsed.data) : refused('host.badCall');
  };

/** The calls that this process answers itself: what the host is, settings, and what needs a native dialog. Dialogs answer
 *  with handles and names, never with paths. */
export function desktopMethods(setUp: DesktopSetUp): HostMethods {
  const { dialogs, shell, chosen, registry, backend, settings } = setUp;

  async function saveAs(handle: string, name: string): Promise<Reply<null>> {
    const made = await backend.resolve(handle);
    if (!made.ok) return made;
    const target = await dialogs.saveFile(name);
    if (target === undefined) return replied(null);
    try {
      await writeFileAtomically(target, [await readFile(String(made.value))]);
      return replied(null);
    } catch (error) {
      const detail = (error as NodeJS.ErrnoException).code ?? 'error';
      return refused('desktop.notSaved', { file: path.basename(target), detail }, true);
    }
  }

  return {
    'host.about': checked(nothing, async () =>
      replied({
        name: 'electron',
        version: setUp.version,
        today: setUp.today(),
        can: { chooseFolder: true, printDirectly: true },
      }),
    ),
    'settings.read': checked(nothing, async () => replied({ settings: (await settings.load()).settings })),
    'settings.change': checked(z.strictObject({ change: z.unknown() }), async ({ change }) => {
      const changed = await settings.change(change);
      if (!changed.ok) return refused(changed.error.code, changed.error.params);
      setUp.onSettings(changed.value);
      return replied({ settings: changed.value });
    }),
    'desktop.chooseFolder': checked(nothing, async () => {
      const folder = await dialogs.openFolder();
      return replied(folder === undefined ? null : chosen.choose('folder', folder));
    }),
    'desktop.saveAs': checked(
      z.strictObject({ handle: z.string().max(64), name: z.string().min(1).max(255) }),
      ({ handle, name }) => saveAs(handle, name),
    ),
    'desktop.showInFolder': checked(z.strictObject({ handle: z.string().max(64) }), async ({ handle }) => {
      const folder = registry.resolve('folder', handle);
      if (!folder.ok) return refused(folder.error.code, folder.error.params);
      shell.showItemInFolder(folder.value);
      return replied(null);
    }),
  };
}
