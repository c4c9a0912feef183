import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { RETURNED_GROUPS, type ReturnedFile } from '../../../../shared/contract/returned.ts';
import { faultText } from '../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { fileTick, type Choice } from './choice.ts';
import { GROUP_ICONS } from './StandingMark.tsx';

const useStyles = makeStyles({
  files: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  here: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  name: { minWidth: 0, flexGrow: 1, paddingTop: '6px' },
  agency: { fontWeight: tokens.fontWeightSemibold, '::first-letter': { textTransform: 'uppercase' } },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  count: { display: 'flex', alignItems: 'center', gap: '4px' },
  fault: { color: tokens.colorPaletteRedForeground1 },
  show: { alignSelf: 'flex-start', minWidth: 'auto', padding: '0' },
});

/** The files that came back: whose they are, what stands in them, and whether they are taken. */
export function FileCards(props: {
  readonly files: readonly ReturnedFile[];
  readonly choice: Choice;
  /** The file whose lines are shown; null: all. */
  readonly shown: number | null;
  readonly onShow: (list: number | null) => void;
  readonly onChoose: (list: number, isWanted: boolean) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { files, choice, shown, onShow, onChoose } = props;
  return (
    <ul className={styles.files} aria-label={t('returned.files')}>
      {files.map((own) => {
        const { list, file, fault, agency, saidRound, isThisRound, groups } = own;
        const tick = fileTick(choice, own);
        return (
          <li key={list} className={mergeClasses(styles.card, shown === list && styles.here)}>
            <div className={styles.head}>
              {fault === null && (
                <Checkbox
                  checked={tick}
                  disabled={groups.ready === 0 && tick === false}
                  aria-label={t('returned.takeFile', { file })}
                  onChange={() => onChoose(list, tick === false)}
                />
              )}
              <div className={styles.name}>
                <div className={styles.agency}>{agency === '' ? t('returned.noAgency') : agency}</div>
                <div className={styles.quiet}>{file}</div>
              </div>
            </div>
            {fault !== null ? (
              <div className={styles.fault}>{faultText(language, fault)}</div>
            ) : (
              <>
                {saidRound !== '' && (
                  <div className={styles.quiet}>
                    {t(isThisRound ? 'returned.saidRound' : 'returned.otherRound', { round: saidRound })}
                  </div>
                )}
                <ul className={styles.counts}>
                  {RETURNED_GROUPS.filter((group) => groups[group] > 0).map((group) => {
                    const Icon = GROUP_ICONS[group];
                    return (
                      <li key={group} className={styles.count}>
                        <Icon aria-hidden />
                        {t(`returned.count.${group}`, { count: format.number(groups[group]) })}
                      </li>
                    );
                  })}
                </ul>
                {files.length > 1 && (
                  <Button
                    size="small"
                    appearance="transparent"
                    className={styles.show}
                    aria-pressed={shown === list}
                    onClick={() => onShow(shown === list ? null : list)}
                  >
                    {t(shown === list ? 'returned.allFiles' : 'returned.show')}
                  </Button>
                )}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
