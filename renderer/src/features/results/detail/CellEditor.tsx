import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { FindingDetail } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import type { Decisions } from '../decide/decisions.ts';
import { useResultsState } from '../resultsState.ts';

const useStyles = makeStyles({
  editor: { display: 'flex', flexDirection: 'column', gap: '4px', width: '220px', padding: '2px' },
  keys: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'normal' },
  buttons: { display: 'flex', gap: '4px' },
});

/** Writes a value into a cell, with the keys of Excel: Enter keeps, Alt+Enter starts a line, Esc gives up. */
export function CellEditor(props: {
  readonly place: NonNullable<FindingDetail['place']>;
  readonly cell: string;
  readonly text: string;
  readonly decisions: Decisions;
}) {
  const styles = useStyles();
  const t = useText();
  const { place, cell, text, decisions } = props;
  const set = useResultsState((state) => state.set);
  const [value, setValue] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = field.current;
    const before = document.activeElement;
    area?.focus({ preventScroll: true });
    editor.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    area?.setSelectionRange(area.value.length, area.value.length);
    return () => {
      // Whoever came here by the list goes back to it.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const save = async (): Promise<void> => {
    if (await decisions.edit(place, value)) set({ isEditing: false });
  };
  return (
    <div ref={editor} className={styles.editor}>
      <Textarea
        textarea={{ ref: field }}
        size="small"
        resize="vertical"
        aria-label={t('results.editCell', { cell })}
        value={value}
        maxLength={32_767}
        disabled={decisions.isBusy}
        onChange={(_event, data) => setValue(data.value)}
        onKeyDown={(event) => {
          // While Vietnamese is being composed, Enter belongs to the input method.
          if (event.nativeEvent.isComposing) return;
          event.stopPropagation();
          if (event.key === 'Escape') set({ isEditing: false });
          else if (event.key === 'Enter' && event.altKey) setValue(withBreak(event.currentTarget));
          else if (event.key === 'Enter' && !event.shiftKey) void save();
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={decisions.isBusy} onClick={() => void save()}>
          {t('results.save')}
        </Button>
        <Button size="small" onClick={() => set({ isEditing: false })}>
          {t('results.giveUp')}
        </Button>
      </div>
      <span className={styles.keys}>{t('results.editKeys')}</span>
    </div>
  );
}

const withBreak = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string =>
  `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`;
