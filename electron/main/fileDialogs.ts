import type { Dialog, OpenDialogOptions } from 'electron';
import path from 'node:path';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { safeFileName } from '../node/fileNames.ts';

/** What a dialog offers first; what a file really is, its bytes decide when it is read. */
const SPREADSHEETS = ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv', 'tsv', 'xml', 'html', 'htm'];

/** Native dialogs, in the user's language. Their answers are paths and stay in this process. */
export interface FileDialogs {
  openFiles(): Promise<readonly string[]>;
  openFolder(): Promise<string | undefined>;
  /** @param suggestedName  made safe for Windows first: it may stem from a file of an agency */
  saveFile(suggestedName: string): Promise<string | undefined>;
}

export function fileDialogs(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  language: () => Language,
): FileDialogs {
  const text = (key: string): string => translate(language(), `dialog.${key}`);
  const anyFile = () => ({ name: text('allFiles'), extensions: ['*'] });
  async function open(options: OpenDialogOptions): Promise<readonly string[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(options);
    return canceled ? [] : filePaths;
  }
  return {
    openFiles: () =>
      open({
        title: text('chooseFiles'),
        filters: [{ name: text('spreadsheets'), extensions: SPREADSHEETS }, anyFile()],
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      }),
    openFolder: async () => {
      const properties = ['openDirectory', 'createDirectory', 'dontAddToRecent'] as const;
      return (await open({ title: text('chooseFolder'), properties: [...properties] }))[0];
    },
    async saveFile(suggestedName) {
      const name = safeFileName(suggestedName);
      const extension = path.extname(name).slice(1);
      const own = extension === '' ? [] : [{ name: `*.${extension}`, extensions: [extension] }];
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: text('saveFile'),
        defaultPath: name,
        filters: [...own, anyFile()],
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return canceled || filePath === '' ? undefined : filePath;
    },
  };
}
