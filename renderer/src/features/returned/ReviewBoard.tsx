import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { RETURNED_GROUPS, type ReturnedGroup } from '../../../../shared/contract/returned.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { useNotices } from '../../client/notices.ts';
import { useToasts } from '../../client/toasts.ts';
import { useAction } from '../../client/workbench.tsx';
import { faultOf } from '../../ui/FaultNote.tsx';
import { AnswerList } from './AnswerList.tsx';
import { AppliedNote } from './AppliedNote.tsx';
import { ApplyBar } from './ApplyBar.tsx';
import { asSent, chosenOf, isChosen, withFile, withLine } from './choice.ts';
import { FileCards } from './FileCards.tsx';
import { useReturned, type Applied, type OpenReview } from './returnedState.ts';

const useStyles = makeStyles({
  board: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 320px) minmax(0, 1fr)',
    '@media (max-width: 900px)': { display: 'block', overflow: 'auto' },
  },
  files: {
    minHeight: 0,
    overflow: 'auto',
    padding: '12px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { borderRight: 'none', overflow: 'visible' },
  },
  lines: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  tabs: { flexWrap: 'wrap', padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  none: { margin: 0, padding: '16px' },
});

/** What came back, held against the round: files at the left, their lines beside, and what is to be done with them below.
 *  @param day  of the round, ISO */
export function ReviewBoard(props: {
  readonly open: OpenReview;
  readonly answer: OutputOf<'returned.review'>;
  readonly day: string;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const say = useNotices((state) => state.say);
  const toast = useToasts((state) => state.show);
  const { round, review } = props.open;
  const { files, outlook } = props.answer;
  const { choice, applied, choose, apply: keepApplied } = useReturned();
  const [shown, show] = useState<number | null>(null);
  const [wanted, setGroup] = useState<ReturnedGroup | null>(null);
  const apply = useAction('returned.apply');
  const undo = useAction('returned.undo');
  const isBusy = apply.isPending || undo.isPending;
  const tabs = useRef<HTMLElement>(null);

  const ofShown = files.filter(({ list }) => shown === null || list === shown);
  const countOf = (group: ReturnedGroup): number => ofShown.reduce((sum, { groups }) => sum + groups[group], 0);
  const group = wanted ?? RETURNED_GROUPS.find((one) => countOf(one) > 0) ?? 'ready';
  const chosen = files.reduce((sum, file) => sum + chosenOf(choice, file), 0);
  // What is under way goes on while other places are visited.
  const isStillOpen = (): boolean => useReturned.getState().review?.review === review;
  const applyChosen = async (until: string): Promise<void> => {
    try {
      const outcome = await apply.mutateAsync({ round, review, until, ...asSent(choice, files) });
      if (!isStillOpen()) return toast(t('returned.done'));
      setGroup('done');
      keepApplied(outcome);
    } catch (error) {
      say(faultOf(error as Error)!);
    }
  };
  const undoApplied = async ({ entries }: Applied): Promise<void> => {
    try {
      await undo.mutateAsync({ round, entries });
      toast(t('returned.undone'));
      if (!isStillOpen()) return;
      keepApplied(null);
      setGroup(null);
      // The button that was pressed goes away.
      tabs.current?.querySelector<HTMLElement>('[role=tab]')?.focus();
    } catch (error) {
      say(faultOf(error as Error)!);
    }
  };
  return (
    <>
      {applied !== null && <AppliedNote applied={applied} isBusy={isBusy} onUndo={() => void undoApplied(applied)} />}
      <div className={styles.board}>
        <section className={styles.files} aria-label={t('returned.files')}>
          <FileCards
            files={files}
            choice={choice}
            shown={shown}
            onShow={show}
            onChoose={(list, isWanted) => choose((now) => withFile(now, list, isWanted))}
          />
        </section>
        <section ref={tabs} className={styles.lines} aria-label={t('returned.lines')}>
          <TabList
            size="small"
            className={styles.tabs}
            aria-label={t('returned.group')}
            selectedValue={group}
            onTabSelect={(_, { value }) => setGroup(value as ReturnedGroup)}
          >
            {RETURNED_GROUPS.map((one) => (
              <Tab key={one} value={one} id={`returned-tab-${one}`} aria-controls="returned-lines">
                {t(`returned.group.${one}`, { count: format.number(countOf(one)) })}
              </Tab>
            ))}
          </TabList>
          <div className={styles.panel} role="tabpanel" id="returned-lines" aria-labelledby={`returned-tab-${group}`}>
            {countOf(group) === 0 ? (
              <p className={styles.none}>{t(`returned.none.${group}`)}</p>
            ) : (
              <AnswerList
                key={`${group} ${shown}`}
                query={{ round, review, language, group, ...(shown === null ? {} : { list: shown }) }}
                total={countOf(group)}
                isChosen={(line) => isChosen(choice, line)}
                onChoose={(line, isWanted) => choose((now) => withLine(now, line, isWanted))}
              />
            )}
          </div>
        </section>
      </div>
      <ApplyBar
        day={props.day}
        chosen={chosen}
        outlook={outlook}
        isBusy={isBusy}
        onApply={(until) => void applyChosen(until)}
      />
    </>
  );
}
