import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../app/language.tsx';

/** Asks before something that can't be taken back. @param confirm  what the button that does it says */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly confirm: string;
  readonly children: ReactNode;
  onConfirm(): void;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>{props.children}</DialogContent>
          <DialogActions>
            <Button size="small" appearance="primary" onClick={props.onConfirm}>
              {props.confirm}
            </Button>
            <Button size="small" onClick={props.onClose}>
              {t('knowledge.keep')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
