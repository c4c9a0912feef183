import { Button, makeStyles, Spinner, Subtitle2, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { PrintRegular, ZoomFitRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Paper } from '../../../../shared/contract/reports.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNote, faultOf } from '../../ui/FaultNote.tsx';
import { ReasonedButton } from '../../ui/ReasonedButton.tsx';
import type { AgencyStanding } from './AgencyChoice.tsx';
import { fitPage, printPage, writePage } from './reportFrame.ts';

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
  frame: {
    flexGrow: 1,
    minHeight: 0,
    width: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** Pages longer than this take their time to draw, so they are only made when asked for. */
const LONG = 3000;

/** A paper as it will print. @param agency  whose it is; null: the whole round's */
export function ReportPreview(props: {
  readonly round: string;
  readonly paper: Paper;
  readonly agency: AgencyStanding | null;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const go = usePlace((state) => state.go);
  const { round, paper, agency } = props;
  const lines = agency === null ? 0 : agency.open.error + agency.open.warning + agency.open.info;
  const [isWanted, setWanted] = useState(lines <= LONG);
  const [isFitted, setFitted] = useState(true);
  const frame = useRef<HTMLIFrameElement>(null);
  const answer = useAnswer(
    'reports.preview',
    isWanted ? { round, language, kind: paper, ...(agency === null ? {} : { agency: agency.id }) } : null,
  );
  const fault = faultOf(answer.error);
  const { data } = answer;

  useEffect(() => {
    const element = frame.current;
    if (element === null || data === undefined) return;
    writePage(element, data.html, paper === 'correctionList' ? 'list' : 'document');
    if (!isFitted) return;
    const sizes = new ResizeObserver(() => fitPage(element));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [data, isFitted, paper]);

  if (fault?.code === 'report.noDaily') {
    return (
      <EmptyState title={t('reports.noDailyTitle')} text={t('reports.noDailyText')}>
        <Button size="small" onClick={() => go('intake')}>
          {t('reports.toIntake')}
        </Button>
      </EmptyState>
    );
  }
  const title = agency === null ? t(`reports.paper.${paper}`) : t('reports.previewOf', { agency: agency.name });
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        <Text size={200}>
          {agency === null
            ? t('reports.wholeRound')
            : data !== undefined && t('reports.lines', { count: format.number(data.findings) })}
        </Text>
        <ToggleButton size="small" icon={<ZoomFitRegular />} checked={isFitted} onClick={() => setFitted(!isFitted)}>
          {t('reports.fit')}
        </ToggleButton>
        <ReasonedButton
          icon={<PrintRegular />}
          reason={data === undefined ? t('reports.printNeedsPage') : null}
          onClick={() => frame.current !== null && data !== undefined && printPage(frame.current)}
        >
          {t('reports.print')}
        </ReasonedButton>
      </div>
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
        // Without scripts; the same origin only so that the page can be written, fitted and printed from here.
        <iframe ref={frame} className={styles.frame} title={title} sandbox="allow-same-origin allow-modals" />
      )}
    </div>
  );
}
