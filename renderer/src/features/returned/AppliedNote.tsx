import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { useFormat, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';

/** What came of applying answers, and the way back. */
export function AppliedNote(props: {
  readonly applied: OutputOf<'returned.apply'>;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const go = usePlace((state) => state.go);
  const { applied, isBusy, onUndo } = props;
  const note = useRef<HTMLDivElement>(null);
  // The button that was pressed counts nothing any more; the way back is what people look for next.
  useEffect(() => note.current?.querySelector('button')?.focus(), [applied]);
  const count = (name: 'applied' | 'kept' | 'gone' | 'come' | 'skipped'): string => format.number(applied[name]);
  return (
    <div ref={note}>
      <MessageBar intent="success" layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>{t('returned.done')}</MessageBarTitle>{' '}
          {t('returned.doneText', {
            applied: count('applied'),
            kept: count('kept'),
            gone: count('gone'),
            come: count('come'),
          })}{' '}
          {applied.skipped > 0 && t('returned.doneSkipped', { skipped: count('skipped') })}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" disabledFocusable={isBusy} onClick={onUndo}>
            {t('returned.undo')}
          </Button>
          <Button size="small" onClick={() => go('results')}>
            {t('returned.results')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
