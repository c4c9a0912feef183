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
} from '@fluentui/react-components';
import { useState } from 'react';
import { faultText } from '../../../../../shared/i18n/index.ts';
import { useLanguage, useText } from '../../../app/language.tsx';
import { useClient } from '../../../client/workbench.tsx';
import type { ListQuery } from './findingPages.ts';

/** Asks for a cell and goes to the first finding there or after it. @param near  the finding whose sheet is meant */
export function GoToCellDialog(props: {
  readonly query: ListQuery;
  readonly near: string | null;
  readonly onFound: (position: number) => void;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const client = useClient();
  const { query, near, onFound, isOpen, onClose } = props;
  const [address, setAddress] = useState('');
  const [trouble, setTrouble] = useState('');
  const go = async (): Promise<void> => {
    const { round, filter, sort } = query;
    const wanted = address.trim();
    if (wanted === '') return setTrouble(t('results.goTo.hint'));
    const reply = await client.call('results.locate', {
      round,
      language,
      filter,
      sort,
      address: wanted,
      ...(near === null ? {} : { near }),
    });
    if (!reply.ok) setTrouble(faultText(language, reply.error));
    else if (reply.value.position === null) setTrouble(t('results.goTo.none', { address: wanted }));
    else onFound(reply.value.position);
  };
  return (
    <Dialog open={isOpen} modalType="modal" onOpenChange={() => onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void go();
          }}
        >
          <DialogBody>
            <DialogTitle>{t('results.goTo.title')}</DialogTitle>
            <DialogContent>
              <Field
                size="small"
                label={t('results.goTo.label')}
                hint={t('results.goTo.hint')}
                {...(trouble === '' ? {} : { validationState: 'error' as const, validationMessage: trouble })}
              >
                <Input
                  size="small"
                  maxLength={200}
                  value={address}
                  onChange={(_event, data) => setAddress(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button size="small" appearance="primary" type="submit">
                {t('results.goTo.go')}
              </Button>
              <Button size="small" onClick={onClose}>
                {t('results.giveUp')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
