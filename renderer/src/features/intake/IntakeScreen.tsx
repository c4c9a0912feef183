import { Button, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import { useFormat, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useRunningJobs } from '../../client/jobs.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { FileButtons } from './FileButtons.tsx';
import { FileList } from './FileList.tsx';
import { agenciesOf, FILE_FILTERS, filtered, judgedOf, type FileFilter, type SheetPlace } from './fileStatus.ts';
import { ReviewPanel } from './ReviewPanel.tsx';
import { useIntakeActions } from './useIntakeActions.ts';

/** While files are read, the list is asked for as often as an eye follows. */
const LOOK_MILLISECONDS = 1000;

const useStyles = makeStyles({
  pad: { padding: '16px' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '4px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  totals: { color: tokens.colorNeutralForeground2 },
  hint: {
    margin: 0,
    padding: '4px 16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-height: 500px)': { display: 'none' },
  },
  zone: { margin: '16px', border: `2px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusLarge },
});

/** Files in: one line per file, and a review of the sheets that intake is not sure of. */
export function IntakeScreen({ round }: { readonly round: string }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const go = usePlace((state) => state.go);
  const answer = useAnswer('intake.list', { round });
  const rounds = useAnswer('rounds.list', {});
  const actions = useIntakeActions(round);
  const [filter, setFilter] = useState<FileFilter>('all');
  const [reviewing, setReviewing] = useState<SheetPlace | null>(null);
  const [reviewed, setReviewed] = useState<SheetPlace | null>(null);
  const review = useCallback((file: string, sheet: string) => setReviewing({ file, sheet }), []);

  const isReading = useRunningJobs(round).some(({ kind }) => kind === 'intake' || kind === 'sample');
  const { refetch } = answer;
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(() => void refetch(), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isReading, refetch]);

  const files = answer.data?.files ?? [];
  // The card of the round counts agencies by what they are, whatever they are called in each file.
  const card = isReading ? undefined : rounds.data?.rounds.find(({ id }) => id === round);
  const file = files.find((one) => one.file === reviewing?.file);
  if (reviewing !== null && file !== undefined) {
    return (
      <ReviewPanel
        key={`${reviewing.file} ${reviewing.sheet}`}
        round={round}
        file={file}
        sheet={reviewing.sheet}
        files={files}
        onReview={review}
        onClose={() => {
          setReviewed(reviewing);
          setReviewing(null);
        }}
      />
    );
  }

  const shown = filtered(files, filter);
  const { sheets, rows } = judgedOf(files);
  const fault = faultOf(answer.error);
  return (
    <Page
      whole
      title={t('place.intake')}
      actions={
        <>
          <FileButtons />
          <Button
            size="small"
            appearance="primary"
            icon={<ArrowRightRegular />}
            iconPosition="after"
            disabledFocusable={sheets === 0}
            {...(sheets === 0 ? { title: t('intakeScreen.noResults') } : {})}
            onClick={() => go('results')}
          >
            {t('intakeScreen.results')}
          </Button>
        </>
      }
    >
      {fault !== null && (
        <div className={styles.pad}>
          <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
        </div>
      )}
      {answer.isPending && <Spinner className={styles.pad} size="small" label={t('intakeScreen.loading')} />}
      {answer.data !== undefined && files.length === 0 && (
        <div className={styles.zone}>
          <EmptyState title={t('intakeScreen.emptyTitle')} text={t('intakeScreen.emptyText')}>
            <FileButtons />
          </EmptyState>
        </div>
      )}
      {files.length > 0 && (
        <>
          <div className={styles.tools}>
            <TabList
              size="small"
              aria-label={t('intakeScreen.filter')}
              selectedValue={filter}
              onTabSelect={(_, { value }) => setFilter(value as FileFilter)}
            >
              {FILE_FILTERS.map((one) => (
                <Tab key={one} value={one}>
                  {t(`intakeScreen.filter.${one}`, { count: format.number(filtered(files, one).length) })}
                </Tab>
              ))}
            </TabList>
            <span className={styles.totals}>
              {t('intakeScreen.totals', {
                agencies: format.number(card?.agencies ?? agenciesOf(files).length),
                sheets: format.number(sheets),
                rows: format.number(card?.rows ?? rows),
              })}
            </span>
          </div>
          {shown.length === 0 ? (
            <p className={styles.pad}>{t(`intakeScreen.none.${filter}`)}</p>
          ) : (
            <FileList
              key={filter}
              files={shown}
              all={files}
              start={reviewed}
              onReview={review}
              onSetAgency={actions.setAgency}
              onUnconfirm={actions.unconfirm}
              onRemove={actions.remove}
            />
          )}
          <p className={styles.hint}>{t('intakeScreen.dropHint')}</p>
        </>
      )}
    </Page>
  );
}
