import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type DragEvent, type ReactNode } from 'react';
import type { Fault } from '../../../shared/result.ts';
import { useNotices } from '../client/notices.ts';
import type { GivenFile } from '../client/screenHost.ts';
import { useReturned } from '../features/returned/returnedState.ts';
import { useTakeBack } from '../features/returned/useTakeBack.ts';
import { useText } from './language.tsx';
import { useGiveFiles } from './giveFiles.ts';
import { usePlace } from './place.ts';

const useStyles = makeStyles({
  whole: { height: '100vh' },
  hint: {
    position: 'fixed',
    inset: '16px',
    zIndex: 1000,
    display: 'grid',
    placeItems: 'center',
    pointerEvents: 'none',
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.94,
    fontSize: tokens.fontSizeBase500,
  },
});

/** Takes files and folders that are dropped anywhere in the window into the round that is open; where lists are taken back,
 *  they are taken for lists. */
export function DropAnywhere({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const t = useText();
  const give = useGiveFiles();
  const say = useNotices((state) => state.say);
  const takeBack = useTakeBack();
  const { place, round } = usePlace();
  const backOf = useReturned((state) => state.round);
  const areLists = place === 'reports' && backOf !== null && backOf === round;
  const [isOver, setOver] = useState(false);
  const isFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={styles.whole}
      onDragOver={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void filesOf(event.dataTransfer, say).then(areLists ? takeBack.given : give);
      }}
    >
      {children}
      {isOver && <div className={styles.hint}>{t(areLists ? 'returned.dropHere' : 'app.dropHere')}</div>}
    </div>
  );
}

/** Every file in what was dropped, folders walked through, with their paths as names.
 *  @param say  told of what can't be read; the rest is taken all the same */
async function filesOf(transfer: DataTransfer, say: (fault: Fault) => void): Promise<readonly GivenFile[]> {
  // Entries must be taken before the event ends; reading them may take its time.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, name: file.name }));
  const given = await Promise.all(entries.map((entry) => walk(entry, '', say)));
  return given.flat();
}

async function walk(entry: FileSystemEntry, above: string, say: (fault: Fault) => void): Promise<readonly GivenFile[]> {
  const name = above === '' ? entry.name : `${above}/${entry.name}`;
  if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return [];
  try {
    // Chromium has no classes of these names to ask for.
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      return [{ file, name }];
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const found: GivenFile[] = [];
    // A reader gives a hundred entries at a time, and an empty list at the end.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return found;
      for (const one of some) found.push(...(await walk(one, name, say)));
    }
  } catch (error) {
    say({ code: 'file.unreadable', params: { file: name, detail: error instanceof Error ? error.name : '' } });
    return [];
  }
}
