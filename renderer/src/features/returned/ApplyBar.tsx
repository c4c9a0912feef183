import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { addDays, formatDate, parseDate } from '../../../../shared/domain/calendarDate.ts';
import { useFormat, useText } from '../../app/language.tsx';

/** How long a finding is accepted when nothing else is said. */
const USUAL_DAYS = 90;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '8px 16px',
    '@media (max-height: 500px)': { padding: '4px 16px' },
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  until: { width: '232px' },
  outlook: {
    flexGrow: 1,
    flexBasis: '140px',
    alignSelf: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  apply: { alignSelf: 'center' },
});

/** What is applied, until when what is kept holds, and what will come of it.
 *  @param day  of the round, ISO */
export function ApplyBar(props: {
  readonly day: string;
  readonly chosen: number;
  readonly outlook: { readonly gone: number; readonly come: number };
  readonly isBusy: boolean;
  readonly onApply: (until: string) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { day, chosen, outlook, isBusy, onApply } = props;
  const [until, setUntil] = useState(() => formatDate(addDays(day, USUAL_DAYS)));
  const lastDay = parseDate(until);
  const last = lastDay.ok && lastDay.value.iso >= day ? lastDay.value.iso : null;
  const reason = chosen === 0 ? t('returned.applyNothing') : undefined;
  return (
    <form
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen > 0 && last !== null && !isBusy) onApply(last);
      }}
    >
      <Field
        className={styles.until}
        size="small"
        label={t('returned.until')}
        {...(last === null
          ? { validationState: 'error', validationMessage: t('returned.untilBad', { day: format.day(day) }) }
          : {})}
      >
        <Input
          size="small"
          placeholder="dd/mm/yyyy"
          inputMode="numeric"
          value={until}
          onChange={(_event, data) => setUntil(data.value)}
        />
      </Field>
      <div className={styles.outlook} aria-live="polite">
        {outlook.gone + outlook.come > 0 &&
          t('returned.outlook', { gone: format.number(outlook.gone), come: format.number(outlook.come) })}
      </div>
      <Button
        type="submit"
        size="small"
        appearance="primary"
        className={styles.apply}
        icon={isBusy ? <Spinner size="extra-tiny" /> : <CheckmarkRegular />}
        disabledFocusable={chosen === 0 || last === null || isBusy}
        {...(reason === undefined ? {} : { title: reason })}
      >
        {isBusy ? t('returned.applying') : t('returned.apply', { count: format.number(chosen) })}
      </Button>
    </form>
  );
}
