import { cleanText, searchKey } from '../domain/vietnameseText.ts';
import type { ListRow } from './listRow.ts';

/** A form of the list: its code, and its file or link where it has been attached. */
export interface ListedForm {
  readonly code: string;
  readonly file: string;
}

/** The list of forms that may be given out with procedures. */
export interface FormIndex {
  /** The form of a code; case, diacritics and punctuation do not count. */
  byCode(code: string): ListedForm | undefined;
}

/** Indexes a list of forms. @param rows  `ma_bieu_mau`, and `mau_don` with the file or link; blank while there is none */
export function indexForms(rows: readonly ListRow[]): FormIndex {
  const forms = new Map<string, ListedForm>();
  for (const { ma_bieu_mau, mau_don } of rows) {
    const code = cleanText(ma_bieu_mau ?? '');
    const key = searchKey(code);
    const file = cleanText(mau_don ?? '');
    // A code that is listed twice has its file wherever one stands.
    if (key !== '' && (forms.get(key)?.file ?? '') === '') forms.set(key, { code, file });
  }
  return { byCode: (code) => forms.get(searchKey(code)) };
}
