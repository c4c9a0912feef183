import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useText } from '../../../app/language.tsx';
import type { FindingCommands } from '../findingCommands.ts';
import { useResultsState } from '../resultsState.ts';
import type { GridContent } from './FindingsGrid.tsx';
import { chosenCount, NONE } from './selection.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    minHeight: '28px',
    padding: '2px 8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    flexShrink: 0,
  },
  rest: { flexGrow: 1 },
});

/** How many findings the list has and how many are chosen, with what can be done with those. */
export function SelectionBar({
  content,
  commands,
}: {
  readonly content: GridContent | null;
  readonly commands: FindingCommands;
}) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const { selection, set } = useResultsState();
  const total = content?.pages.total ?? 0;
  const shown = content?.shown ?? 0;
  const count = chosenCount(selection, total);
  const length =
    shown < total
      ? t('results.totalCut', { shown: number(shown), count: number(total) })
      : t('results.total', { count: number(total) });
  return (
    <div className={styles.bar}>
      <span aria-live="polite">
        {content === null ? t('app.loading') : length}
        {content?.pages.isOld === true && `, ${t('results.refreshing')}`}
      </span>
      <span className={styles.rest} />
      {count > 0 && (
        <span aria-live="polite">
          {t(selection.kind === 'all' ? 'results.chosenAll' : 'results.chosen', { count: number(count) })}
        </span>
      )}
      {count > 0 ? (
        <>
          <Button size="small" onClick={() => commands.fix()}>
            {t('results.bulkFix')}
          </Button>
          <Button size="small" onClick={() => commands.waive()}>
            {t('results.waive')}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => set({ selection: NONE })}>
            {t('results.chooseNone')}
          </Button>
        </>
      ) : (
        total > 0 && (
          <Button size="small" appearance="subtle" onClick={() => set({ selection: { kind: 'all' } })}>
            {t('results.chooseAll')}
          </Button>
        )
      )}
    </div>
  );
}
