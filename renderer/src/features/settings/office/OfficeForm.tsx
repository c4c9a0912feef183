import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { Office } from '../../../../../shared/settings/office.ts';
import { useText } from '../../../app/language.tsx';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';
import { DueExample } from './DueExample.tsx';
import { draftFaults } from './draftFaults.ts';
import { DatesInput, DaysInput, LineInput, ListInput, useFieldNotes } from './DraftFields.tsx';
import { draftOf, officeOfDraft, useOfficeDraft, type OfficeDraft } from './officeDraft.ts';
import { LEVELS, RouteRows } from './RouteRows.tsx';
import { useOffice } from './useOffice.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  part: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: '0 0 4px', fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    alignItems: 'start',
    gap: '8px 16px',
  },
  wide: { gridColumn: '1 / -1' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

/** Who the office is, who signs, who gets what; saved as a whole. @param office  as it is kept */
export function OfficeForm({ office }: { readonly office: Office }) {
  const styles = useStyles();
  const t = useText();
  const notes = useFieldNotes();
  const { isSaving, save } = useOffice();
  const form = useRef<HTMLFormElement>(null);
  const typed = useOfficeDraft((state) => state.draft);
  /** Faults are told after a first try to save, not while something is still being typed. */
  const [isTold, setTold] = useState(false);
  const kept = draftOf(office);
  const draft = typed ?? kept;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept);
  const faults = draftFaults(draft);
  const set = (change: Partial<OfficeDraft>): void => useOfficeDraft.setState({ draft: { ...draft, ...change } });
  const faultOf = (field: string) => (isTold ? faults.get(field) : undefined);
  const fields = {
    valueOf: (field: Exclude<keyof OfficeDraft, 'routes'>) => draft[field],
    change: (field: string, value: string) => set({ [field]: value }),
    faultOf,
  };
  const submit = (): void => {
    const next = officeOfDraft(draft);
    if (!isChanged || isSaving) return;
    setTold(true);
    if (next !== null && faults.size === 0) {
      void save(next, office).then(() => setTold(false));
      return;
    }
    // The messages are there after this turn.
    setTimeout(() => {
      const first = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
      first?.focus({ preventScroll: true });
      // With its label above and its message below.
      first?.scrollIntoView({ block: 'center' });
    }, 0);
  };
  const part = (name: string, children: ReactNode) => (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t(`officeForm.part.${name}`)}</legend>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  );
  return (
    <form
      ref={form}
      className={styles.form}
      aria-labelledby="settings-office"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {part(
        'letterhead',
        <>
          <LineInput name="parentAgency" hint="parentAgency.hint" {...fields} />
          <LineInput name="agency" hint="agency.hint" {...fields} />
          <LineInput name="place" hint="place.hint" {...fields} />
          <LineInput name="number" hint="number.hint" {...fields} />
          <LineInput name="symbol" hint="symbol.hint" {...fields} />
          <ListInput name="addressees" className={styles.wide} {...fields} />
        </>,
      )}
      {part(
        'content',
        <>
          <ListInput name="basis" hint="basis.hint" className={styles.wide} {...fields} />
          <LineInput name="coordinator" hint="coordinator.hint" {...fields} />
          <DaysInput name="daysErrors" hint="days.hint" {...fields} />
          <DaysInput name="daysWarnings" hint="days.hint" {...fields} />
          <DueExample draft={draft} />
          <DatesInput name="daysOff" hint="daysOff.hint" {...fields} />
          <DatesInput name="workingDays" hint="workingDays.hint" {...fields} />
        </>,
      )}
      {part(
        'closing',
        <>
          <LineInput name="authority" hint="authority.hint" {...fields} />
          <LineInput name="signatoryTitle" {...fields} />
          <LineInput name="signatoryName" {...fields} />
          <ListInput name="recipients" className={styles.wide} {...fields} />
        </>,
      )}
      {part(
        'daily',
        <>
          <Field size="small" className={styles.wide} label={t('officeForm.level')}>
            <RadioGroup
              layout="horizontal"
              value={draft.level}
              onChange={(_, { value }) => set({ level: LEVELS.find((level) => level === value) ?? draft.level })}
            >
              {LEVELS.map((level) => (
                <Radio key={level} value={level} label={t(`officeForm.level.${level}`)} />
              ))}
            </RadioGroup>
          </Field>
          <Field
            size="small"
            label={t('officeForm.province')}
            {...notes(faultOf('province'), t('officeForm.province.hint'))}
          >
            <Input
              size="small"
              inputMode="numeric"
              maxLength={2}
              value={draft.province}
              onChange={(_, { value }) => set({ province: value })}
            />
          </Field>
          <div className={styles.wide}>
            <RouteRows
              routes={draft.routes}
              province={draft.province}
              faultOf={faultOf}
              onChange={(routes) => set({ routes })}
            />
          </div>
        </>,
      )}
      <div className={styles.actions}>
        <ReasonedButton
          type="submit"
          appearance="primary"
          reason={isChanged ? null : t('officeForm.notChanged')}
          disabled={isSaving}
        >
          {t('officeForm.save')}
        </ReasonedButton>
        {isChanged && (
          <>
            <Button
              size="small"
              onClick={() => {
                useOfficeDraft.setState({ draft: null });
                setTold(false);
                form.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
              }}
            >
              {t('officeForm.discard')}
            </Button>
            <Text size={200} role="status">
              {t('officeForm.unsaved')}
            </Text>
          </>
        )}
      </div>
    </form>
  );
}
