import { makeStyles, tokens } from '@fluentui/react-components';
import { InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { DecisionStanding } from '../../../../../shared/contract/decisions.ts';
import { useFormat, useText } from '../../../app/language.tsx';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: '2px 0 0', padding: 0, fontSize: tokens.fontSizeBase200 },
  line: { display: 'flex', gap: '4px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '16px' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  cells: { color: tokens.colorNeutralForeground2 },
});

/** Reasons that a person should know of, because what was decided is not so. The others are how things should go. */
const NOTEWORTHY: ReadonlySet<string> = new Set([
  'cellChanged',
  'rowGone',
  'sheetGone',
  'fileGone',
  'valueChanged',
  'over',
]);

/** What of a decision holds no more, and why; nothing where all of it holds. */
export function StandingLines({ standing }: { readonly standing: DecisionStanding }) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  if (standing.outOfForce.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {standing.inForce > 0 && <li>{t('results.history.inForce', { count: number(standing.inForce) })}</li>}
      {standing.outOfForce.map(({ why, count, cells }) => {
        const Icon = NOTEWORTHY.has(why) ? WarningRegular : InfoRegular;
        const named = cells.map(({ sheet, cell }) => `${sheet}!${cell}`).join(', ');
        const more = count - cells.length;
        return (
          <li key={why} className={styles.line}>
            <Icon aria-hidden className={styles.icon} />
            <span className={styles.text}>
              {t(`results.history.why.${why}`, { count: number(count) })}
              {named !== '' && (
                <span className={styles.cells}>
                  {' '}
                  {more > 0 ? t('results.history.cellsAndMore', { cells: named, more: number(more) }) : named}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
