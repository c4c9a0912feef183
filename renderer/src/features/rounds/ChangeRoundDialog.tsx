import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { RoundCard } from '../../../../shared/contract/rounds.ts';
import { useFormat, useText } from '../../app/language.tsx';
import { useAnswer } from '../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { RoundFields } from './RoundFields.tsx';
import { useRoundActions } from './useRoundActions.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** Stands for "none" in a list of choices; ids are never empty. */
const NONE = '';

/** Changes what a round is called and what it is judged by. */
export function ChangeRoundDialog(props: {
  readonly card: RoundCard;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { card, open, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(_, next) => !next.open && onClose()}>
      <DialogSurface>
        <Form card={card} onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

function Form({ card, onClose }: { readonly card: RoundCard; readonly onClose: () => void }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const references = useAnswer('references.list', {});
  const ruleSets = useAnswer('ruleSets.list', {});
  const actions = useRoundActions();
  const [name, setName] = useState(card.name);
  const [date, setDate] = useState(card.date);
  const [reference, setReference] = useState(card.reference);
  const [ruleSet, setRuleSet] = useState(card.ruleSet);
  const [isSaving, setSaving] = useState(false);
  const fault = faultOf(references.error) ?? faultOf(ruleSets.error);
  const isSame =
    name.trim() === card.name && date === card.date && reference === card.reference && ruleSet === card.ruleSet;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSaving(true);
        void actions.change(card, { name: name.trim(), date, reference, ruleSet }).then((isDone) => {
          setSaving(false);
          if (isDone) onClose();
        });
      }}
    >
      <DialogBody>
        <DialogTitle>{t('rounds.changeTitle')}</DialogTitle>
        <DialogContent className={styles.form}>
          {fault !== null && <FaultNote fault={fault} />}
          <RoundFields name={name} date={date} onName={setName} onDate={setDate} />
          <Field size="small" label={t('rounds.reference')}>
            <Select
              size="small"
              value={reference ?? NONE}
              onChange={(_, { value }) => setReference(value === NONE ? null : value)}
            >
              <option value={NONE}>{t('rounds.noReference')}</option>
              {references.data?.references.map((one) => (
                <option key={one.id} value={one.id}>
                  {t(one.date === '' ? 'rounds.undatedOption' : 'rounds.referenceOption', {
                    title: one.title,
                    date: one.date,
                    records: format.number(one.records),
                  })}
                </option>
              ))}
            </Select>
          </Field>
          <Field size="small" label={t('rounds.ruleSet')}>
            <Select
              size="small"
              value={ruleSet ?? NONE}
              onChange={(_, { value }) => setRuleSet(value === NONE ? null : value)}
            >
              <option value={NONE}>{t('rounds.noRuleSet')}</option>
              {ruleSets.data?.ruleSets.map((one) => (
                <option key={one.id} value={one.id}>
                  {t('rounds.ruleSetOption', { title: one.title, version: one.version })}
                </option>
              ))}
            </Select>
          </Field>
          <Caption1>{t('rounds.judgedAgain')}</Caption1>
        </DialogContent>
        <DialogActions>
          <Button
            size="small"
            appearance="primary"
            type="submit"
            disabled={name.trim() === '' || date === '' || isSame || isSaving}
          >
            {t(isSaving ? 'rounds.saving' : 'rounds.save')}
          </Button>
          <Button size="small" onClick={onClose}>
            {t('rounds.cancel')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
