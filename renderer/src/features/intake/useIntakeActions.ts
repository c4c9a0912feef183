import { useCallback } from 'react';
import type { IntakeFile } from '../../../../shared/contract/intake.ts';
import { useText } from '../../app/language.tsx';
import { useToasts } from '../../client/toasts.ts';
import { useCall } from '../../client/useCall.ts';
import { decidedColumns } from './columnChoices.ts';

/** Changing the files of a round, each with its way back. */
export function useIntakeActions(round: string) {
  const t = useText();
  const call = useCall();
  const show = useToasts((state) => state.show);
  return {
    setAgency: useCallback(
      async ({ file, name, agency: before }: IntakeFile, agency: string | null) => {
        if ((await call('intake.setAgency', { round, file, agency })) === undefined) return;
        const text =
          agency === null
            ? t('intakeScreen.agencyFromFile', { file: name })
            : t('intakeScreen.agencySet', { agency, file: name });
        const run = (): void => void call('intake.setAgency', { round, file, agency: before });
        show(text, { label: t('intakeScreen.undo'), run });
      },
      [round, t, show, call],
    ),
    unconfirm: useCallback(
      async ({ file }: IntakeFile, sheet: string) => {
        const before = await call('intake.preview', { round, file, sheet });
        if (before === undefined) return;
        if ((await call('intake.unconfirm', { round, file, sheet })) === undefined) return;
        const { header, dataset } = before;
        const text = t('intakeScreen.unconfirmed', { sheet });
        if (header === null || dataset === null) return show(text);
        const columns = decidedColumns(before.columns);
        const run = (): void =>
          void call('intake.confirm', { round, file, sheet, header, dataset, columns, remember: false });
        show(text, { label: t('intakeScreen.undo'), run });
      },
      [round, t, show, call],
    ),
    remove: useCallback(
      async ({ file, name }: IntakeFile) => {
        if ((await call('intake.remove', { round, file })) === undefined) return;
        const run = (): void => void call('intake.restore', { round, file });
        show(t('intakeScreen.removed', { file: name }), { label: t('intakeScreen.undo'), run });
      },
      [round, t, show, call],
    ),
  };
}
