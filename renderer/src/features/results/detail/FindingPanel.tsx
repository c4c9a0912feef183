import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { FindingDetail } from '../../../../../shared/contract/results.ts';
import { useLanguage, useText } from '../../../app/language.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';
import { useAnswerAfterPages } from '../afterPages.ts';
import type { Decisions } from '../decide/decisions.ts';
import type { FindingCommands } from '../findingCommands.ts';
import { useResultsState } from '../resultsState.ts';
import { useSettled } from '../settled.ts';
import { CellSurroundings } from './CellSurroundings.tsx';
import { FindingActions } from './FindingActions.tsx';
import { FindingCause } from './FindingCause.tsx';
import { FindingFacts, Part } from './FindingFacts.tsx';
import { ValueComparison } from './ValueComparison.tsx';

/** Findings that the keyboard only passes by are not asked for. */
const REST_MILLISECONDS = 90;

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '8px 8px 4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    flexShrink: 0,
  },
  heading: { flexGrow: 1, minWidth: 0, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // On the line of the letters, not of its shape.
    '& > :first-child': { verticalAlign: 'bottom' },
  },
  where: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '8px 12px 16px',
    overflowY: 'auto',
    flexGrow: 1,
    minHeight: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  quiet: { padding: '16px 12px', color: tokens.colorNeutralForeground2 },
});

/** What the screen around can ask of the details. */
export interface PanelHandle {
  focus(): void;
}

/** Everything about one finding, and what can be done with it. @param identity  null while there is none */
export function FindingPanel(props: {
  readonly round: string;
  readonly identity: string | null;
  readonly decisions: Decisions;
  readonly commands: FindingCommands;
  readonly handle: Ref<PanelHandle>;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { round, identity, decisions, commands, handle } = props;
  const asked = useSettled(identity, REST_MILLISECONDS);
  const answer = useAnswerAfterPages('results.finding', asked === null ? null : { round, language, identity: asked });
  const { active, beside, moveTo, set } = useResultsState();
  const heading = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => ({ focus: () => heading.current?.focus() }));
  const detail = answer.error === null ? answer.data : undefined;
  const fault = faultOf(answer.error);
  const isGone = fault?.code === 'results.noFinding';
  // Mended from here: back to the line of the list that the keyboard is on.
  useEffect(() => {
    if (isGone && beside !== null && beside === asked) set({ beside: null });
  }, [isGone, beside, asked, set]);
  return (
    <aside className={styles.panel} aria-label={t('results.detail')}>
      <div className={styles.head}>
        <div ref={heading} className={styles.heading} tabIndex={-1}>
          {detail === undefined ? <h2 className={styles.title}>{t('results.detail')}</h2> : <Heading detail={detail} />}
        </div>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUpRegular />}
          aria-label={t('results.previous')}
          title={t('results.previous')}
          onClick={() => moveTo(Math.max(0, active - 1))}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowDownRegular />}
          aria-label={t('results.next')}
          title={t('results.next')}
          onClick={() => moveTo(active + 1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t('results.closeDetail')}
          title={t('results.closeDetail')}
          onClick={() => {
            set({ isDetailOpen: false });
            commands.toList();
          }}
        />
      </div>
      {detail === undefined ? (
        <div className={styles.quiet}>
          {isGone ? (
            t('results.gone')
          ) : fault !== null ? (
            <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
          ) : identity === null ? (
            t('results.chooseOne')
          ) : (
            <Spinner size="tiny" label={t('app.loading')} />
          )}
        </div>
      ) : (
        <>
          <FindingActions detail={detail} isBusy={decisions.isBusy || answer.isPlaceholderData} commands={commands} />
          <div className={styles.body} key={detail.line.identity}>
            {hasComparison(detail) && (
              <Part title={t('results.comparison')}>
                <ValueComparison detail={detail} />
              </Part>
            )}
            {detail.around !== null && (
              <Part title={t('results.around')}>
                <CellSurroundings detail={detail} decisions={decisions} />
              </Part>
            )}
            <FindingFacts detail={detail} cause={<FindingCause round={round} identity={detail.line.identity} />} />
          </div>
        </>
      )}
    </aside>
  );
}

/** Findings about a whole row or sheet have nothing to lay side by side. */
const hasComparison = ({ line, fix, place, difference }: FindingDetail): boolean =>
  place !== null || line.value !== '' || line.expected !== '' || fix !== null || difference !== '';

function Heading({ detail }: { readonly detail: FindingDetail }) {
  const styles = useStyles();
  const { line, rule } = detail;
  const where = [line.agency, line.sheet, line.cell, line.field, line.key].filter((part) => part !== '').join(' · ');
  return (
    <>
      <h2 className={styles.title}>
        <SeverityMark severity={line.severity} />: {line.message}
      </h2>
      <p className={styles.where}>{where}</p>
      <p className={styles.where}>
        {rule.id} · {rule.title}
      </p>
    </>
  );
}
