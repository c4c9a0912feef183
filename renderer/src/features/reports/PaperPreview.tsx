import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import { MOST_LINES_AT_ONCE, PAPERS, type Paper } from '../../../../shared/contract/reports.ts';
import { useFormat, useText } from '../../app/language.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ReasonedButton } from '../../ui/ReasonedButton.tsx';
import type { AgencyStanding } from './AgencyChoice.tsx';
import { printingAll } from './printingAll.ts';
import { ReportPreview } from './ReportPreview.tsx';

const useStyles = makeStyles({
  whole: { minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  tabs: { flexShrink: 0, flexWrap: 'wrap', padding: '4px 8px 0' },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

/** The papers as they will print, one at a time.
 *  @param agency  whose correction list is shown
 *  @param chosen  whose lists are printed together; null: all */
export function PaperPreview(props: {
  readonly round: string;
  readonly paper: Paper;
  readonly agency: AgencyStanding;
  readonly agencies: readonly AgencyStanding[];
  readonly chosen: readonly string[] | null;
  onPaper(paper: Paper): void;
  onChoosePdf(): void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { round, paper, agency, agencies, chosen, onPaper } = props;
  const all = printingAll(agencies, chosen);
  const [printsAtOnce, setPrintsAtOnce] = useState(false);
  const onPrinted = useCallback(() => setPrintsAtOnce(false), []);
  const printAll = (
    <ReasonedButton
      icon={<PrintRegular />}
      reason={all.count === 0 ? t('reports.noAgency') : null}
      onClick={() => {
        if (all.count === 0) return;
        onPaper('correctionLists');
        setPrintsAtOnce(!all.isTooMuch);
      }}
    >
      {t('reports.printAll', { count: format.number(all.count) })}
    </ReasonedButton>
  );
  const areAll = paper === 'correctionLists';
  return (
    <section className={styles.whole} aria-label={t('reports.preview')}>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('reports.papers')}
        selectedValue={paper}
        onTabSelect={(_, { value }) => {
          setPrintsAtOnce(false);
          onPaper(value as Paper);
        }}
      >
        {PAPERS.map((one) => (
          <Tab key={one} value={one} id={`paper-${one}`}>
            {t(`reports.paper.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`paper-${paper}`}>
        {areAll && all.count === 0 ? (
          <EmptyState title={t('reports.notAtOnce')} text={t('reports.noAgency')} />
        ) : areAll && all.isTooMuch ? (
          <EmptyState
            title={t('reports.notAtOnce')}
            text={t('reports.tooManyLines', {
              lines: format.number(all.lines),
              most: format.number(MOST_LINES_AT_ONCE),
            })}
          >
            <Button size="small" onClick={props.onChoosePdf}>
              {t('reports.choosePdf')}
            </Button>
          </EmptyState>
        ) : (
          <ReportPreview
            key={paper === 'correctionList' ? agency.id : areAll ? JSON.stringify(chosen) : paper}
            round={round}
            paper={paper}
            agency={paper === 'correctionList' ? agency : null}
            agencies={areAll ? chosen : null}
            printsAtOnce={areAll && printsAtOnce}
            onPrinted={onPrinted}
          >
            {paper === 'correctionList' && printAll}
          </ReportPreview>
        )}
      </div>
    </section>
  );
}
