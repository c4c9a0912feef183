import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import type { ReadinessMatrix as Matrix } from '../../../../../shared/contract/readiness.ts';
import { useIsWanted } from '../../../app/commands.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { useToasts } from '../../../client/toasts.ts';
import { useAnswer } from '../../../client/workbench.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';
import type { Decisions } from '../decide/decisions.ts';
import { useResultsState } from '../resultsState.ts';
import { useScreenKeys } from '../screenKeys.ts';
import { CompareChoice } from './CompareChoice.tsx';
import { findingsOf } from './findingsOf.ts';
import { MatrixLegend } from './MatrixLegend.tsx';
import { sortedAgencies, type MatrixAgency, type MatrixSort } from './matrixRows.ts';
import { matrixText } from './matrixText.ts';
import { ReadinessMatrix } from './ReadinessMatrix.tsx';

const useStyles = makeStyles({
  // A low window (high zoom) scrolls as a whole instead of squeezing the matrix to nothing.
  view: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflowY: 'auto' },
  pad: { padding: '16px' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '8px 16px 4px',
    flexShrink: 0,
  },
  right: { marginLeft: 'auto' },
  note: { margin: 0, padding: '0 16px 4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  missing: { maxHeight: '96px', overflowY: 'auto' },
  matrix: {
    flexShrink: 1,
    minHeight: '200px',
    display: 'flex',
    flexDirection: 'column',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** How far each agency is ready in each area, and since the round before. */
export function ReadinessView({ round, decisions }: { readonly round: string; readonly decisions: Decisions }) {
  const styles = useStyles();
  const t = useText();
  const go = usePlace((state) => state.go);
  const set = useResultsState((state) => state.set);
  const answer = useAnswer('results.readiness', { round });
  const fault = faultOf(answer.error);
  useScreenKeys({ undo: () => void decisions.undo(), redo: () => void decisions.redo() });
  // What the commands of the window want of this place, the list does.
  const isListWanted = useIsWanted('results');
  useEffect(() => {
    if (isListWanted) set({ readinessFor: null });
  }, [isListWanted, set]);
  if (fault !== null) {
    return (
      <div className={styles.pad}>
        <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
      </div>
    );
  }
  if (answer.data === undefined) return <Spinner size="small" className={styles.pad} label={t('app.loading')} />;
  if (answer.data.agencies.length === 0) {
    return (
      <EmptyState title={t('readinessScreen.empty')} text={t('readinessScreen.emptyText')}>
        <Button appearance="primary" onClick={() => go('intake')}>
          {t('results.toIntake')}
        </Button>
      </EmptyState>
    );
  }
  return <Shown round={round} matrix={answer.data} />;
}

function Shown({ round, matrix }: { readonly round: string; readonly matrix: Matrix }) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const narrow = usePlace((state) => state.narrow);
  const set = useResultsState((state) => state.set);
  const all = matrix.areas.length;
  const [sort, setSort] = useState<MatrixSort>({ by: all, descending: false });
  const agencies = useMemo(() => sortedAgencies(matrix.agencies, sort), [matrix.agencies, sort]);
  const { before } = matrix;
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <CompareChoice round={round} matrix={matrix} />
        <div className={styles.right}>
          <CopyButton matrix={matrix} agencies={agencies} />
        </div>
      </div>
      {before?.isJudgedAlike === false && <p className={styles.note}>{t('readinessScreen.judgedOtherwise')}</p>}
      {before !== null && before.missing.length > 0 && (
        <details className={styles.note}>
          <summary>{t('readinessScreen.missing', { count: number(before.missing.length) })}</summary>
          <div
            className={styles.missing}
            tabIndex={0}
            role="group"
            aria-label={t('readinessScreen.missing', { count: '' })}
          >
            {before.missing.map(({ name }) => name).join('; ')}
          </div>
        </details>
      )}
      <div className={styles.matrix}>
        <ReadinessMatrix
          matrix={matrix}
          agencies={agencies}
          sort={sort}
          onSort={(by) => setSort({ by, descending: sort.by === by && !sort.descending })}
          onOpen={(place) => {
            const filter = findingsOf(matrix, agencies, place);
            if (filter === null) return;
            set({ isListWanted: true });
            narrow(filter);
          }}
        />
      </div>
      <MatrixLegend isCompared={before !== null} />
    </div>
  );
}

function CopyButton({ matrix, agencies }: { readonly matrix: Matrix; readonly agencies: readonly MatrixAgency[] }) {
  const t = useText();
  const show = useToasts((state) => state.show);
  const copy = async (): Promise<void> => {
    const columns = [...matrix.areas.map((area) => t(`readiness.short.${area}`)), t('readiness.columnAll')];
    const headings = {
      name: t('readiness.columnAgency'),
      columns,
      changes: columns.map((column) => t('readinessScreen.changeOf', { column })),
    };
    try {
      await navigator.clipboard.writeText(matrixText(matrix, agencies, headings, t('readiness.whole')));
      show(t('readinessScreen.copied'));
    } catch {
      show(t('readinessScreen.cannotCopy'));
    }
  };
  return (
    <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
      {t('readinessScreen.copy')}
    </Button>
  );
}
