import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ProgressBar,
  Subtitle2,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  DeleteRegular,
  DocumentErrorRegular,
  EditRegular,
  MoreHorizontalRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import type { RoundCard } from '../../../../shared/contract/rounds.ts';
import { useFormat, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useRunningJobs } from '../../client/jobs.ts';
import { JobPanel } from '../../ui/JobPanel.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    padding: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))',
    gap: '8px',
    margin: 0,
  },
  fact: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, textWrap: 'balance' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  attention: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  mark: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: 'auto', paddingTop: '4px' },
});

/** A round: its day, what came in, what is open, how much is ready. */
export function RoundCardView(props: {
  readonly card: RoundCard;
  readonly isLast: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const openRound = usePlace((state) => state.openRound);
  const focusTarget = useRestoreFocusTarget();
  const { card, isLast } = props;
  const { id, name, date, files, unreadableFiles, unsureSheets, ready } = card;
  const [job] = useRunningJobs(id);
  const action = t(files === 0 ? 'rounds.addFiles' : isLast ? 'rounds.continue' : 'rounds.open');
  const facts = [
    ['rounds.agencies', card.agencies],
    ['rounds.openErrors', card.open.error],
    ['rounds.openWarnings', card.open.warning],
    ['rounds.files', files],
    ['rounds.rows', card.rows],
  ] as const;
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.name}>
          {name}
        </Subtitle2>
        {card.sample && (
          <Badge appearance="outline" color="informative">
            {t('rounds.sample')}
          </Badge>
        )}
        {/* In its place, not at the end of the page: there it would be outside of the landmarks. */}
        <Menu inline>
          <MenuTrigger disableButtonEnhancement>
            <Button
              {...focusTarget}
              size="small"
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={t('rounds.more', { name })}
              disabledFocusable={job !== undefined}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<EditRegular />} onClick={props.onChange}>
                {t('rounds.change')}
              </MenuItem>
              <MenuItem icon={<DeleteRegular />} onClick={props.onRemove}>
                {t('rounds.remove')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      <Caption1 className={styles.quiet}>
        {t('rounds.asOf', { day: format.day(date) })} · {t('rounds.changedAt', { time: format.instant(card.changed) })}
      </Caption1>
      {files === 0 ? (
        <span className={styles.quiet}>{t('rounds.noFiles')}</span>
      ) : (
        <>
          <dl className={styles.facts}>
            {facts.map(([label, value]) => (
              <div key={label} className={styles.fact}>
                <dt className={styles.label}>{t(label)}</dt>
                <dd className={styles.number}>{format.number(value)}</dd>
              </div>
            ))}
          </dl>
          <div>
            <span>
              {ready === null ? t('rounds.notChecked') : t('rounds.ready', { percent: format.percent(ready) })}
            </span>
            {ready !== null && (
              <ProgressBar value={ready / 100} thickness="large" shape="square" role="presentation" aria-hidden />
            )}
          </div>
        </>
      )}
      {(unreadableFiles > 0 || unsureSheets > 0) && (
        <div className={styles.attention}>
          {unsureSheets > 0 && (
            <span className={styles.mark}>
              <QuestionCircleRegular aria-hidden />
              {t('rounds.unsure', { count: format.number(unsureSheets) })}
            </span>
          )}
          {unreadableFiles > 0 && (
            <span className={styles.mark}>
              <DocumentErrorRegular aria-hidden />
              {t('rounds.unreadable', { count: format.number(unreadableFiles) })}
            </span>
          )}
        </div>
      )}
      {job !== undefined ? (
        <JobPanel title={t(`job.${job.kind}`)} job={job} />
      ) : (
        <div className={styles.actions}>
          <Button
            size="small"
            appearance={isLast ? 'primary' : 'secondary'}
            aria-label={t('rounds.openNamed', { action, name })}
            onClick={() => openRound(id, files === 0 ? 'intake' : 'results')}
          >
            {action}
          </Button>
          {files > 0 && unsureSheets + unreadableFiles > 0 && (
            <Button
              size="small"
              aria-label={t('rounds.openNamed', { action: t('rounds.addFiles'), name })}
              onClick={() => openRound(id, 'intake')}
            >
              {t('rounds.addFiles')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
