import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import type { ReturnedLine } from '../../../../shared/contract/returned.ts';
import { useFormat, useText } from '../../app/language.tsx';
import { CharacterMarks } from '../results/detail/CharacterMarks.tsx';
import { characterDiff } from '../results/detail/characterDiff.ts';
import { StandingMark } from './StandingMark.tsx';

/** Marks in texts that have less in common hide more than they show. */
const WORTH_MARKING = 0.5;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr)',
    gap: '4px 12px',
    alignItems: 'start',
    padding: '6px 12px 6px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { gridTemplateColumns: '32px minmax(0, 1fr)' },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  part: { minWidth: 0, overflowWrap: 'anywhere', '@media (max-width: 900px)': { gridColumn: '2' } },
  place: { fontWeight: tokens.fontWeightSemibold },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 8px' },
  arrow: { alignSelf: 'center', flexShrink: 0 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** A line of a returned list: where, what stood and stands there, what the agency answers, and whether it is taken. */
export function AnswerRow(props: {
  readonly line: ReturnedLine;
  readonly index: number;
  readonly isChosen: boolean;
  readonly onChoose: (isWanted: boolean) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { line, index, isChosen, onChoose } = props;
  const { sheet, cell, cellNow, file, field, rule, message, row, takeable } = line;
  return (
    <div className={mergeClasses(styles.row, isChosen && styles.chosen)}>
      <Checkbox
        checked={isChosen}
        disabled={!takeable}
        data-answer={index}
        aria-label={t('returned.take', { cell: cellNow ?? cell, sheet })}
        onChange={(_event, { checked }) => onChoose(checked === true)}
      />
      <div className={styles.part}>
        <div className={styles.place}>
          {cellNow === null
            ? t('returned.place', { sheet, cell })
            : t('returned.placeNow', { sheet, cell, now: cellNow })}
        </div>
        <div>{field}</div>
        <div className={styles.quiet}>
          {file} · {t('returned.listRow', { row: format.number(row) })}
        </div>
      </div>
      <div className={styles.part}>
        <Answer line={line} />
        <div className={styles.quiet}>
          {rule} · {message}
        </div>
      </div>
      <div className={styles.part}>
        <StandingMark line={line} />
      </div>
    </div>
  );
}

/** Whether both values are to be seen: who decides about a clash or a line without its mark has to know, too. */
const isOtherNow = ({ standing, before, now }: ReturnedLine): boolean =>
  standing === 'changedSince' ||
  ((standing === 'clash' || standing === 'unchecked') && now !== null && now.trim() !== before);

/** What stood there, what stands there if that is something else, and what it should become. */
function Answer({ line }: { readonly line: ReturnedLine }) {
  const styles = useStyles();
  const t = useText();
  const { before, now, answer, correction, keepReason } = line;
  const text = (value: string): string => (value === '' ? t('returned.blank') : value);
  const stands = now ?? before;
  const diff = answer === 'correction' ? characterDiff(stands, correction) : null;
  const isAlike = diff !== null && diff.likeness >= WORTH_MARKING;
  const isOther = isOtherNow(line);
  return (
    <>
      {isOther && (
        <div>
          <span className={styles.label}>{t('returned.before')}:</span>{' '}
          <span className={styles.value}>{text(before)}</span>
        </div>
      )}
      <div className={styles.change}>
        {isOther && <span className={styles.label}>{t('returned.now')}:</span>}
        <span className={styles.value}>
          {isAlike ? <CharacterMarks parts={diff.left} side="written" /> : text(stands)}
        </span>
        {diff !== null && (
          <>
            <ArrowRightRegular className={styles.arrow} aria-label={t('returned.toAnswer')} />
            {isAlike ? (
              <CharacterMarks parts={diff.right} side="wanted" />
            ) : (
              <span className={styles.value}>{correction}</span>
            )}
          </>
        )}
        {answer === 'both' && (
          <>
            <ArrowRightRegular className={styles.arrow} aria-label={t('returned.toAnswer')} />
            <span className={styles.value}>{correction}</span>
          </>
        )}
      </div>
      {(answer === 'keep' || answer === 'both') && (
        <div>
          <span className={styles.label}>{t('returned.keep')}:</span> <span className={styles.value}>{keepReason}</span>
        </div>
      )}
    </>
  );
}
