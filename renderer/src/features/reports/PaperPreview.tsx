import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { PAPERS, type Paper } from '../../../../shared/contract/reports.ts';
import { useText } from '../../app/language.tsx';
import type { AgencyStanding } from './AgencyChoice.tsx';
import { ReportPreview } from './ReportPreview.tsx';

const useStyles = makeStyles({
  whole: { minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  tabs: { flexShrink: 0, flexWrap: 'wrap', padding: '4px 8px 0' },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

/** The papers as they will print, one at a time. @param agency  whose correction list is shown */
export function PaperPreview(props: {
  readonly round: string;
  readonly paper: Paper;
  readonly agency: AgencyStanding;
  onPaper(paper: Paper): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { round, paper, agency } = props;
  return (
    <section className={styles.whole} aria-label={t('reports.preview')}>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('reports.papers')}
        selectedValue={paper}
        onTabSelect={(_, { value }) => props.onPaper(value as Paper)}
      >
        {PAPERS.map((one) => (
          <Tab key={one} value={one} id={`paper-${one}`}>
            {t(`reports.paper.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`paper-${paper}`}>
        <ReportPreview
          key={paper === 'correctionList' ? agency.id : paper}
          round={round}
          paper={paper}
          agency={paper === 'correctionList' ? agency : null}
        />
      </div>
    </section>
  );
}
