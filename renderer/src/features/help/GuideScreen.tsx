import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useText } from '../../app/language.tsx';
import { needsRound, PLACES, usePlace } from '../../app/place.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { Page } from '../../ui/Page.tsx';
import { ReasonedButton } from '../../ui/ReasonedButton.tsx';
import { RESULT_KEYS } from '../results/keyList.ts';
import { KeyTable } from './KeyTable.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '24px', maxWidth: '1040px' },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  steps: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  step: {
    display: 'grid',
    gridTemplateColumns: '160px minmax(0, 1fr)',
    alignItems: 'start',
    gap: '4px 16px',
    '@media (max-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  place: { justifyContent: 'flex-start' },
  text: { margin: 0, paddingTop: '2px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
    alignItems: 'start',
    gap: '16px 32px',
  },
});

const EVERYWHERE = [
  ['Tab, Shift+Tab', 'tab'],
  ['Enter, Space', 'activate'],
  ['Esc', 'close'],
] as const;

/** Keys that only a window with a menu has. */
const IN_MENU = [
  ['Ctrl+N', 'newRound'],
  ['Ctrl+O', 'importFiles'],
  ['Ctrl+Shift+O', 'importFolder'],
  ['Ctrl+F', 'find'],
  ['Ctrl+,', 'settings'],
  ['F1', 'guide'],
] as const;

const ZOOM = [['Ctrl++, Ctrl+-, Ctrl+0', 'zoom']] as const;

/** How the work goes, and the keys. */
export function GuideScreen() {
  const styles = useStyles();
  const t = useText();
  const { round, go } = usePlace();
  const about = useAnswer('host.about', {});
  const hasMenu = about.data?.name === 'electron';
  const everywhere = [...EVERYWHERE, ...(hasMenu ? IN_MENU : []), ...ZOOM];
  return (
    <Page title={t('place.guide')}>
      <div className={styles.page}>
        <section className={styles.section} aria-labelledby="guide-steps">
          <Subtitle2 as="h2" id="guide-steps">
            {t('help.steps')}
          </Subtitle2>
          <ol className={styles.steps}>
            {PLACES.map((place, at) => {
              const isShut = round === null && needsRound(place);
              return (
                <li key={place} className={styles.step}>
                  <ReasonedButton
                    className={styles.place}
                    reason={isShut ? t('help.openRoundFirst') : null}
                    onClick={() => !isShut && go(place)}
                  >
                    {`${at + 1}. ${t(`place.${place}`)}`}
                  </ReasonedButton>
                  <p className={styles.text}>{t(`help.step.${place}`)}</p>
                </li>
              );
            })}
          </ol>
          <p className={styles.quiet}>{t('help.safe')}</p>
        </section>
        <section className={styles.section} aria-labelledby="guide-keys">
          <Subtitle2 as="h2" id="guide-keys">
            {t('help.keys')}
          </Subtitle2>
          <div className={styles.tables}>
            <KeyTable
              title={t('help.keys.everywhere')}
              keys={everywhere.map(([key, does]) => [key, t(`help.keys.${does}`)])}
            />
            <KeyTable
              title={t('help.keys.results')}
              keys={RESULT_KEYS.map(([key, does]) => [key, t(`results.keys.${does}`)])}
            />
          </div>
        </section>
      </div>
    </Page>
  );
}
