import { Button } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent } from 'react';
import { useText } from '../../app/language.tsx';
import { useTakeBack } from './useTakeBack.ts';

/** Choosing the lists that came back. @param isFirst  none was chosen before */
export function ChooseLists({ isFirst }: { readonly isFirst: boolean }) {
  const t = useText();
  const takeBack = useTakeBack();
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])].map((file) => ({ file, name: file.name }));
    // The same file can be chosen again.
    event.target.value = '';
    void takeBack.given(files);
  };
  return (
    <>
      <input ref={input} type="file" multiple hidden onChange={take} data-input="returned" />
      <Button
        size="small"
        appearance={isFirst ? 'primary' : 'secondary'}
        icon={<DocumentAddRegular />}
        onClick={() => input.current?.click()}
      >
        {t(isFirst ? 'returned.choose' : 'returned.more')}
      </Button>
    </>
  );
}
