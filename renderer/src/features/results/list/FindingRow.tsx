import { mergeClasses } from '@fluentui/react-components';
import { CheckboxCheckedFilled, CheckboxUncheckedRegular } from '@fluentui/react-icons';
import { memo, type MouseEvent } from 'react';
import type { FindingLine } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';
import { useRowStyles, type RowForm } from './rowLayout.ts';

/** A cell may hold pages of text; a line needs its beginning, a tooltip somewhat more, the details have it all. */
const LINE_LENGTH = 200;
const TOOLTIP_LENGTH = 1500;
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);

/** What the mouse does to a row. */
export interface RowActions {
  /** @param range  from the anchor to here; @param one  this one in or out */
  choose(index: number, how: 'only' | 'one' | 'range'): void;
}

/** One finding as a row of the grid, or the room for it until its page is here. */
export const FindingRow = memo(function FindingRow(props: {
  readonly line: FindingLine | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly form: RowForm;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isOld: boolean;
  readonly actions: RowActions;
}) {
  const styles = useRowStyles();
  const t = useText();
  const { line, index, top, height, form, isActive, isChosen, isOld, actions } = props;
  const onClick = (event: MouseEvent): void => {
    const isBox = (event.target as Element).closest('[data-box]') !== null;
    actions.choose(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey || isBox ? 'one' : 'only');
  };
  const shared = {
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': isChosen,
    tabIndex: isActive ? 0 : -1,
    'data-index': index,
    style: { transform: `translateY(${top}px)`, height: `${height}px` },
    onClick,
    className: mergeClasses(
      styles.row,
      styles.inRow,
      styles[form],
      isChosen && styles.chosen,
      isActive && styles.active,
      isOld && styles.old,
    ),
  } as const;
  if (line === undefined) {
    return (
      <div {...shared} aria-busy>
        <span role="gridcell" className={mergeClasses(styles.cell, styles.message, styles.quiet)}>
          …
        </span>
      </div>
    );
  }
  const place = line.cell === '' ? line.sheet : `${line.sheet} · ${line.cell}`;
  const cell = (name: 'agency' | 'field' | 'value' | 'expected' | 'message', text: string, title = text) => (
    <span role="gridcell" className={mergeClasses(styles.cell, styles[name])} title={cut(title, TOOLTIP_LENGTH)}>
      {cut(text, LINE_LENGTH)}
    </span>
  );
  return (
    <div {...shared}>
      <span role="gridcell" className={styles.choose}>
        <span className={styles.box} data-box title={t('results.column.choose')}>
          {isChosen ? <CheckboxCheckedFilled aria-hidden /> : <CheckboxUncheckedRegular aria-hidden />}
        </span>
      </span>
      <span role="gridcell" className={styles.severity} title={t(`severity.${line.severity}`)}>
        <SeverityMark severity={line.severity} brief />
      </span>
      {cell('agency', line.agency)}
      <span role="gridcell" className={mergeClasses(styles.place, styles.split)} title={`${line.file}\n${place}`}>
        <span className={styles.cell}>{line.sheet}</span>
        {line.cell !== '' && <span className={styles.whole}>{` · ${line.cell}`}</span>}
      </span>
      {cell('field', line.field)}
      <span
        role="gridcell"
        className={mergeClasses(styles.cell, styles.value, line.value === '' && styles.quiet)}
        title={cut(line.value, TOOLTIP_LENGTH)}
      >
        {line.value === '' ? t('results.blank') : cut(line.value, LINE_LENGTH)}
      </span>
      {cell('expected', line.expected)}
      {cell('message', line.message, `${line.rule}: ${line.message}`)}
      <span
        role="gridcell"
        className={mergeClasses(styles.cell, styles.state, line.state === 'waived' && styles.waived)}
        title={t(`results.state.${line.state}`)}
      >
        {t(`results.state.${line.state}`)}
      </span>
    </div>
  );
});
