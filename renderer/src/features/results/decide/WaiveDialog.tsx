import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { DecisionTarget } from '../../../../../shared/contract/decisions.ts';
import { addDays, formatDate, parseDate } from '../../../../../shared/domain/calendarDate.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import type { Decisions } from './decisions.ts';

/** How long an exception holds when nothing else is said. */
const USUAL_DAYS = 90;

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '12px' } });

/** Who decided last, so that it isn't typed again and again. Forgotten when the window closes. */
let lastBy = '';

/** Accepts findings as they are: why, by whom, until when. @param day  of the round, ISO */
export function WaiveDialog(props: {
  readonly target: DecisionTarget;
  readonly findings: number;
  readonly day: string;
  readonly decisions: Decisions;
  readonly onDone: () => void;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { target, findings, day, decisions, onDone, isOpen, onClose } = props;
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(lastBy);
  const [decision, setDecision] = useState('');
  const [until, setUntil] = useState(() => formatDate(addDays(day, USUAL_DAYS)));
  const [isTried, setTried] = useState(false);
  const lastDay = parseDate(until);
  const wrong = {
    reason: reason.trim().length < 3,
    by: by.trim().length < 2,
    until: !lastDay.ok || lastDay.value.iso < day,
  };
  const apply = async (): Promise<void> => {
    setTried(true);
    if (wrong.reason || wrong.by || wrong.until || !lastDay.ok) return;
    lastBy = by.trim();
    const given = { reason: reason.trim(), by: by.trim(), decision: decision.trim(), until: lastDay.value.iso };
    if (await decisions.waive({ target, ...given })) onDone();
  };
  const complaint = (isWrong: boolean, text: string) =>
    isTried && isWrong ? ({ validationState: 'error', validationMessage: text } as const) : {};
  return (
    <Dialog open={isOpen} modalType="modal" onOpenChange={() => onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void apply();
          }}
        >
          <DialogBody>
            <DialogTitle>{t('results.waiveDialog.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              <span>{t('results.waiveDialog.count', { count: format.number(findings) })}</span>
              <Field
                size="small"
                label={t('results.waiveDialog.reason')}
                required
                {...complaint(wrong.reason, t('results.waiveDialog.reasonShort'))}
              >
                <Textarea
                  size="small"
                  resize="vertical"
                  maxLength={500}
                  value={reason}
                  onChange={(_event, data) => setReason(data.value)}
                />
              </Field>
              <Field
                size="small"
                label={t('results.waiveDialog.by')}
                required
                {...complaint(wrong.by, t('results.waiveDialog.byShort'))}
              >
                <Input size="small" maxLength={200} value={by} onChange={(_event, data) => setBy(data.value)} />
              </Field>
              <Field size="small" label={t('results.waiveDialog.decision')}>
                <Input
                  size="small"
                  maxLength={200}
                  value={decision}
                  onChange={(_event, data) => setDecision(data.value)}
                />
              </Field>
              <Field
                size="small"
                label={t('results.waiveDialog.until')}
                required
                {...complaint(wrong.until, t('results.waiveDialog.untilBad', { day: format.day(day) }))}
              >
                <Input
                  size="small"
                  placeholder="dd/mm/yyyy"
                  inputMode="numeric"
                  value={until}
                  onChange={(_event, data) => setUntil(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button size="small" appearance="primary" type="submit" disabledFocusable={decisions.isBusy}>
                {t('results.waiveDialog.apply')}
              </Button>
              <Button size="small" disabled={decisions.isBusy} onClick={onClose}>
                {t('results.giveUp')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
