import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { FindingDetail } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import { CharacterMarks } from './CharacterMarks.tsx';
import { characterDiff } from './characterDiff.ts';
import { spellingNotes } from './spellingNotes.ts';
import { hasUnseen } from './visibleText.ts';

/** Texts with less in common than this are told apart as a whole; marks in every other letter help nobody. */
const LIKE_ENOUGH = 0.4;

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
    gap: '8px',
    margin: 0,
  },
  side: { minWidth: 0 },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: {
    margin: 0,
    padding: '4px 8px',
    minHeight: '20px',
    maxHeight: '180px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What stands in the cell beside what should, the differing characters marked. */
export function ValueComparison({ detail }: { readonly detail: FindingDetail }) {
  const styles = useStyles();
  const t = useText();
  const { line, place, fix, difference } = detail;
  const written = line.value;
  const wanted = fix?.value ?? line.expected;
  const { left, right, notes } = useMemo(() => {
    const diff = characterDiff(written, wanted);
    const isLike = diff.likeness >= LIKE_ENOUGH && wanted !== '';
    const plain = (text: string) => (text === '' ? [] : [{ text, same: true }]);
    return {
      left: isLike ? diff.left : plain(written),
      right: isLike ? diff.right : plain(wanted),
      notes: isLike ? spellingNotes(written, wanted) : [],
    };
  }, [written, wanted]);
  const hasSides = place !== null || written !== '' || wanted !== '';
  const blank = <span className={styles.quiet}>{t('results.blank')}</span>;
  return (
    <>
      {hasSides && (
        <dl className={styles.sides}>
          <div className={styles.side}>
            <dt className={styles.name}>{t('results.value')}</dt>
            <dd className={styles.text} tabIndex={0}>
              {written === '' ? blank : <CharacterMarks parts={left} side="written" />}
            </dd>
          </div>
          <div className={styles.side}>
            <dt className={styles.name}>{t('results.expected')}</dt>
            <dd className={styles.text} tabIndex={0}>
              {wanted !== '' ? (
                <CharacterMarks parts={right} side="wanted" />
              ) : fix === null ? (
                <span className={styles.quiet}>{t('results.noExpected')}</span>
              ) : (
                blank
              )}
            </dd>
          </div>
        </dl>
      )}
      {difference !== '' && <p className={styles.note}>{difference}</p>}
      {notes.map((note) => (
        <p key={`${note.left} ${note.leftCodes}`} className={styles.note}>
          {t('results.lookAlike', { ...note })}
        </p>
      ))}
      {(hasUnseen(written) || hasUnseen(wanted)) && <p className={styles.note}>{t('results.unseenNote')}</p>}
      {fix !== null && (
        <p className={styles.note}>
          {t('results.fixConfidence', { confidence: t(`results.fixable.${fix.confidence}`), why: fix.why })}
        </p>
      )}
    </>
  );
}
