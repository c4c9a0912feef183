import { Field, makeStyles, Radio, RadioGroup, Spinner, Subtitle2, Switch } from '@fluentui/react-components';
import { useText } from '../../app/language.tsx';
import { readSettings, type Settings } from '../../app/settings.ts';
import { useAction, useAnswer } from '../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { About } from './About.tsx';
import { OfficeSection } from './office/OfficeSection.tsx';
import { RememberedLayouts } from './RememberedLayouts.tsx';

const useStyles = makeStyles({
  sections: { display: 'flex', flexDirection: 'column', gap: '24px', maxWidth: '880px' },
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '16px 48px' },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Choices of one out of several: the setting and its values. */
const CHOICES = [
  ['language', ['vi', 'en']],
  ['theme', ['system', 'light', 'dark']],
  ['density', ['compact', 'comfortable']],
] as const;

/** What a person chooses for this computer; a choice holds at once. */
export function SettingsScreen() {
  const styles = useStyles();
  const t = useText();
  const answer = useAnswer('settings.read', {});
  const change = useAction('settings.change');
  // What was just chosen is shown at once, and taken back when it could not be kept.
  const settings = {
    ...readSettings(answer.data?.settings),
    ...(change.isPending ? (change.variables.change as Partial<Settings>) : {}),
  };
  const fault = faultOf(answer.error) ?? faultOf(change.error);

  const set = (next: Partial<Settings>): void => change.mutate({ change: next });

  return (
    <Page title={t('place.settings')}>
      <div className={styles.sections}>
        {fault !== null && <FaultNote fault={fault} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Spinner size="small" label={t('settingsScreen.loading')} />}
        {answer.data !== undefined && (
          <div className={styles.choices}>
            {CHOICES.map(([name, values]) => (
              <Field
                key={name}
                size="small"
                label={t(`settingsScreen.${name}`)}
                {...(name === 'theme' ? { hint: t('settingsScreen.themeHint') } : {})}
              >
                <RadioGroup value={settings[name]} onChange={(_, { value }) => set({ [name]: value })}>
                  {values.map((value) => (
                    <Radio key={value} value={value} label={t(`settingsScreen.${name}.${value}`)} />
                  ))}
                </RadioGroup>
              </Field>
            ))}
            <Field size="small" label={t('settingsScreen.start')}>
              <Switch
                label={t('settingsScreen.reopen')}
                checked={settings.reopenLastRound}
                onChange={(_, { checked }) => set({ reopenLastRound: checked })}
              />
            </Field>
          </div>
        )}
        <OfficeSection />
        <section className={styles.section} aria-labelledby="settings-mappings">
          <Subtitle2 as="h2" id="settings-mappings">
            {t('settingsScreen.mappings')}
          </Subtitle2>
          <RememberedLayouts />
        </section>
        <section className={styles.section} aria-labelledby="settings-about">
          <Subtitle2 as="h2" id="settings-about">
            {t('settingsScreen.about')}
          </Subtitle2>
          <About />
        </section>
      </div>
    </Page>
  );
}
