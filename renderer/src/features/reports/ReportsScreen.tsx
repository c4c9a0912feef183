import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import { OUTPUTS, type Output, type Paper } from '../../../../shared/contract/reports.ts';
import { useFulfil, wish } from '../../app/commands.ts';
import { useLanguage, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNote, faultOf } from '../../ui/FaultNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { TakeBackButton } from '../returned/TakeBackButton.tsx';
import { AgencyChoice } from './AgencyChoice.tsx';
import { OutputChoice } from './OutputChoice.tsx';
import { PaperPreview } from './PaperPreview.tsx';
import { useReportWork } from './useReportWork.ts';
import { VerifyBundle } from './VerifyBundle.tsx';
import { WriteButtons } from './WriteButtons.tsx';
import { WrittenFiles } from './WrittenFiles.tsx';

const useStyles = makeStyles({
  screen: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 384px) minmax(0, 1fr)',
    '@media (max-width: 900px)': { display: 'block', overflow: 'auto' },
  },
  choices: {
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '12px 16px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { borderRight: 'none', overflow: 'visible' },
  },
});

/** What goes out to the agencies: for whom, in which forms, and how the pages will look. */
export function ReportsScreen({ round }: { readonly round: string }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const go = usePlace((state) => state.go);
  const answer = useAnswer('results.summary', { round, language });
  /** null: all of them. */
  const [chosen, choose] = useState<ReadonlySet<string> | null>(null);
  const [outputs, setOutputs] = useState<ReadonlySet<Output>>(new Set<Output>(['correctionWorkbook']));
  const [shown, show] = useState<string | null>(null);
  const [paper, setPaper] = useState<Paper>('correctionList');
  useFulfil(
    'dailyPaper',
    useCallback(() => setPaper('daily'), []),
  );
  const agencies = answer.data?.agencies ?? [];
  const known = chosen === null ? null : agencies.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const work = useReportWork(
    round,
    known,
    OUTPUTS.filter((output) => outputs.has(output)),
  );
  const fault = faultOf(answer.error);
  const title = t('place.reports');

  if (fault !== null) {
    return (
      <Page title={title}>
        <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
      </Page>
    );
  }
  if (answer.data === undefined) {
    return (
      <Page title={title}>
        <Spinner size="small" label={t('app.loading')} />
      </Page>
    );
  }
  if (agencies.length === 0) {
    return (
      <Page title={title}>
        <EmptyState title={t('reports.nothing')} text={t('reports.nothingText')}>
          <Button size="small" appearance="primary" onClick={() => go('intake')}>
            {t('reports.toIntake')}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  const reason = known?.length === 0 ? t('reports.noAgency') : outputs.size === 0 ? t('reports.noOutput') : null;
  const preview =
    agencies.find(({ id }) => id === shown) ?? agencies.find(({ id }) => known?.[0] === id) ?? agencies[0]!;
  return (
    <Page
      title={title}
      whole
      actions={
        <>
          <Button
            size="small"
            icon={<BuildingRegular />}
            title={t('reports.officeAbout')}
            onClick={() => wish('office')}
          >
            {t('reports.office')}
          </Button>
          <TakeBackButton round={round} />
          <VerifyBundle />
          <WriteButtons reason={reason} work={work} />
        </>
      }
    >
      <div className={styles.screen}>
        <div className={styles.choices}>
          <WrittenFiles round={round} />
          <OutputChoice chosen={outputs} onChoose={setOutputs} />
          <AgencyChoice
            agencies={agencies}
            chosen={chosen}
            shown={paper === 'correctionList' ? preview.id : null}
            onChoose={choose}
            onShow={(agency) => {
              show(agency);
              setPaper('correctionList');
            }}
          />
        </div>
        <PaperPreview
          round={round}
          paper={paper}
          agency={preview}
          agencies={agencies}
          chosen={known}
          onPaper={setPaper}
          onChoosePdf={() => setOutputs(new Set([...outputs, 'correctionPdf']))}
        />
      </div>
    </Page>
  );
}
