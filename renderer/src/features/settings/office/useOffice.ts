import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Office } from '../../../../../shared/settings/office.ts';
import { useText } from '../../../app/language.tsx';
import { useToasts } from '../../../client/toasts.ts';
import { useCall } from '../../../client/useCall.ts';
import { useOfficeDraft } from './officeDraft.ts';

/** Saving office data, with the way back. */
export function useOffice(): { readonly isSaving: boolean; save(office: Office, before: Office): Promise<void> } {
  const t = useText();
  const call = useCall();
  const queries = useQueryClient();
  const show = useToasts((state) => state.show);
  const [isSaving, setSaving] = useState(false);

  /** @returns whether it was kept */
  const keep = async (office: Office): Promise<boolean> => {
    const isKept = (await call('reports.changeOffice', { office })) !== undefined;
    // Papers and the hour of the daily report hang on it.
    if (isKept)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('reports.') });
    return isKept;
  };
  return {
    isSaving,
    save: async (office, before) => {
      setSaving(true);
      const isKept = await keep(office);
      setSaving(false);
      if (!isKept) return;
      useOfficeDraft.setState({ draft: null });
      show(t('officeForm.saved'), { label: t('officeForm.undo'), run: () => void keep(before) });
    },
  };
}
