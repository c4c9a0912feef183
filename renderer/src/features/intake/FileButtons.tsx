import { Button } from '@fluentui/react-components';
import { DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent } from 'react';
import { useGiveFiles } from '../../app/giveFiles.ts';
import { useText } from '../../app/language.tsx';
import type { GivenFile } from '../../client/screenHost.ts';

/** Choosing files or a folder, for those who don't drag. */
export function FileButtons() {
  const t = useText();
  const give = useGiveFiles();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const given = [...(event.target.files ?? [])].map(named).filter(isMeant);
    // The same file can be chosen again.
    event.target.value = '';
    void give(given);
  };
  return (
    <>
      <input ref={files} type="file" multiple hidden onChange={take} data-input="files" />
      <input ref={folder} type="file" hidden webkitdirectory="" onChange={take} data-input="folder" />
      <Button size="small" icon={<DocumentAddRegular />} onClick={() => files.current?.click()}>
        {t('intakeScreen.chooseFiles')}
      </Button>
      <Button size="small" icon={<FolderAddRegular />} onClick={() => folder.current?.click()}>
        {t('intakeScreen.chooseFolder')}
      </Button>
    </>
  );
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Lets a person choose a folder; every browser knows it under this name. */
    webkitdirectory?: '' | undefined;
  }
}

const named = (file: File): GivenFile => ({
  file,
  name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
});

/** Excel's lock files and hidden files come along with a folder. */
const isMeant = ({ name }: GivenFile): boolean => name.split('/').every((part) => !/^(?:\.|~\$)/.test(part));
