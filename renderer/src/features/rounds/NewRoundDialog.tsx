import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useFormat, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useAction, useAnswer } from '../../client/workbench.tsx';
import { afterDialog } from '../../ui/afterDialog.ts';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { RoundFields } from './RoundFields.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** Asks for name and day of a new round, both filled in already, and goes on to its files. */
export function NewRoundDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const about = useAnswer('host.about', {});
  const fault = faultOf(about.error);
  const today = about.data?.today;
  return (
    <Dialog open={open} onOpenChange={(_, next) => !next.open && onClose()}>
      <DialogSurface>
        {fault !== null && <FaultNote fault={fault} onRetry={() => void about.refetch()} />}
        {today !== undefined && <Form today={today} onClose={onClose} />}
      </DialogSurface>
    </Dialog>
  );
}

function Form({ today, onClose }: { readonly today: string; readonly onClose: () => void }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const openRound = usePlace((state) => state.openRound);
  const create = useAction('rounds.create');
  const [date, setDate] = useState(today);
  /** null: the name follows the day. */
  const [given, setGiven] = useState<string | null>(null);
  const name = given ?? t('rounds.newName', { day: date === '' ? '' : format.day(date) });
  const fault = faultOf(create.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { name: name.trim(), date },
          {
            onSuccess: ({ round }) => {
              onClose();
              afterDialog(() => openRound(round, 'intake'));
            },
          },
        );
      }}
    >
      <DialogBody>
        <DialogTitle>{t('rounds.newTitle')}</DialogTitle>
        <DialogContent className={styles.form}>
          {fault !== null && <FaultNote fault={fault} />}
          <RoundFields name={name} date={date} onName={setGiven} onDate={setDate} />
          <Caption1>{t('rounds.newHint')}</Caption1>
        </DialogContent>
        <DialogActions>
          <Button
            size="small"
            appearance="primary"
            type="submit"
            disabled={name.trim() === '' || date === '' || create.isPending}
          >
            {t(create.isPending ? 'rounds.creating' : 'rounds.create')}
          </Button>
          <Button size="small" onClick={onClose}>
            {t('rounds.cancel')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
