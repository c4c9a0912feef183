import { Field, Input } from '@fluentui/react-components';
import { useFormat, useText } from '../../app/language.tsx';

/** Name and day of a round, in a form. */
export function RoundFields(props: {
  readonly name: string;
  readonly date: string;
  readonly onName: (name: string) => void;
  readonly onDate: (date: string) => void;
}) {
  const t = useText();
  const format = useFormat();
  const { name, date } = props;
  return (
    <>
      <Field
        size="small"
        label={t('rounds.name')}
        required
        {...(name.trim() === '' ? { validationMessage: t('rounds.nameMissing') } : {})}
      >
        <Input size="small" value={name} maxLength={200} onChange={(_, { value }) => props.onName(value)} />
      </Field>
      <Field
        size="small"
        label={t('rounds.date')}
        required
        {...(date === ''
          ? { validationMessage: t('rounds.dateMissing') }
          : { hint: t('rounds.dateHint', { day: format.day(date) }) })}
      >
        <Input
          size="small"
          type="date"
          value={date}
          min="2000-01-01"
          max="2099-12-31"
          onChange={(_, { value }) => props.onDate(value)}
        />
      </Field>
    </>
  );
}
