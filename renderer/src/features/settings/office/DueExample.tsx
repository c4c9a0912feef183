import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { workingDayAfter } from '../../../../../shared/domain/workingDays.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { useAnswer } from '../../../client/workbench.tsx';
import { DAY_FIELDS, daysOf, wholeNumber, type DayField, type OfficeDraft } from './officeDraft.ts';

const useStyles = makeStyles({ note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 } });

/** On which days corrections would be due if the report were made today, so that a day off that was forgotten is seen. */
export function DueExample({ draft }: { readonly draft: OfficeDraft }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const about = useAnswer('host.about', {});
  const today = about.data?.today;
  if (today === undefined) return null;
  const calendar = { daysOff: daysOf(draft.daysOff), workingDays: daysOf(draft.workingDays) };
  const due = (field: DayField): string => {
    const days = wholeNumber(draft[field]);
    return days >= 1 && days <= DAY_FIELDS[field] ? format.day(workingDayAfter(today, days, calendar)) : '…';
  };
  return (
    <Text size={200} className={styles.note} role="status">
      {t('officeForm.dueExample', {
        today: format.day(today),
        errors: due('daysErrors'),
        warnings: due('daysWarnings'),
      })}
    </Text>
  );
}
