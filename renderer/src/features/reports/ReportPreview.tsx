import { Button, makeStyles, Spinner, Subtitle2, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { PrintRegular, ZoomFitRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { MOST_LINES_AT_ONCE, type Paper } from '../../../../shared/contract/reports.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNote, faultOf } from '../../ui/FaultNote.tsx';
import { ReasonedButton } from '../../ui/ReasonedButton.tsx';
import type { AgencyStanding } from './AgencyChoice.tsx';
import { printPage } from './reportFrame.ts';
import { usePaperSheets } from './usePaperSheets.ts';

const useStyles = makeStyles({
  preview: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 16px 12px',
    '@media (max-width: 900px)': { height: '480px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  title: { marginRight: 'auto', overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground2 },
  frame: {
    flexGrow: 1,
    minHeight: 0,
    width: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** A paper on the sheets it will be printed on.
 *  @param agency  whose it is; null: the whole round's
 *  @param agencies  of `correctionLists`; null: all
 *  @param printsAtOnce  as soon as it can be, without its button */
export function ReportPreview(props: {
  readonly round: string;
  readonly paper: Paper;
  readonly agency: AgencyStanding | null;
  readonly agencies: readonly string[] | null;
  readonly printsAtOnce: boolean;
  onPrinted(): void;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const go = usePlace((state) => state.go);
  const { round, paper, agency, agencies, printsAtOnce, onPrinted } = props;
  const lines = agency === null ? 0 : agency.open.error + agency.open.warning + agency.open.info;
  // A longer page takes its time to draw, so it is only made when asked for.
  const [isWanted, setWanted] = useState(lines <= MOST_LINES_AT_ONCE);
  const [isFitted, setFitted] = useState(true);
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const answer = useAnswer(
    'reports.preview',
    isWanted
      ? {
          round,
          language,
          kind: paper,
          ...(agency === null ? {} : { agency: agency.id }),
          ...(agencies === null ? {} : { agencies: [...agencies] }),
        }
      : null,
  );
  const fault = faultOf(answer.error);
  const { data } = answer;
  const sheets = usePaperSheets(frame, data?.html, isFitted);

  useEffect(() => {
    if (!printsAtOnce || sheets === undefined || frame === null) return;
    onPrinted();
    printPage(frame);
  }, [printsAtOnce, sheets, frame, onPrinted]);

  if (fault?.code === 'report.noDaily') {
    return (
      <EmptyState title={t('reports.noDailyTitle')} text={t('reports.noDailyText')}>
        <Button size="small" onClick={() => go('intake')}>
          {t('reports.toIntake')}
        </Button>
      </EmptyState>
    );
  }
  const title =
    agency === null
      ? t(paper === 'correctionLists' ? 'reports.previewOfAll' : `reports.paper.${paper}`)
      : t('reports.previewOf', { agency: agency.name });
  const facts = [
    agency === null && paper !== 'correctionLists' ? t('reports.wholeRound') : '',
    data !== undefined && (agency !== null || paper === 'correctionLists')
      ? t('reports.lines', { count: format.number(data.findings) })
      : '',
    typeof sheets === 'number' ? t('reports.sheets', { count: format.number(sheets) }) : '',
  ].filter((fact) => fact !== '');
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        <Text size={200} role="status">
          {facts.join(' · ')}
        </Text>
        <ToggleButton size="small" icon={<ZoomFitRegular />} checked={isFitted} onClick={() => setFitted(!isFitted)}>
          {t('reports.fit')}
        </ToggleButton>
        <ReasonedButton
          icon={<PrintRegular />}
          reason={sheets === undefined ? t('reports.printNeedsPage') : null}
          onClick={() => frame !== null && sheets !== undefined && printPage(frame)}
        >
          {t('reports.print')}
        </ReasonedButton>
        {props.children}
      </div>
      <Text size={200} block className={styles.hint}>
        {t(sheets === null ? 'reports.noSheets' : 'reports.printHint')}
      </Text>
      {fault !== null ? (
        <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
      ) : !isWanted ? (
        <div>
          <Text block>{t('reports.longPage', { count: format.number(lines) })}</Text>
          <Button size="small" onClick={() => setWanted(true)}>
            {t('reports.makePage')}
          </Button>
        </div>
      ) : data === undefined ? (
        <Spinner size="small" label={t('app.loading')} />
      ) : (
        // Without scripts; the same origin only so that the page can be written, laid out and printed from here.
        <iframe ref={setFrame} className={styles.frame} title={title} sandbox="allow-same-origin allow-modals" />
      )}
    </div>
  );
}
