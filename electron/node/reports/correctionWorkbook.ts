import type { Language } from '../../../shared/i18n/index.ts';
import { correctionBook } from '../../../shared/reports/correction/correctionBook.ts';
import type { CorrectionList } from '../../../shared/reports/correctionList.ts';
import { bookByExceljs } from './bookByExceljs.ts';
import { bookStream } from './bookStream.ts';

/** Lines up to which exceljs writes: it holds every cell, 0.8 GB at 20,000 lines, while the streaming writer needs a few tens
 *  of megabytes whatever the length (`npm run bench -- reports`). */
export const MOST_FOR_EXCELJS = 5_000;

/** Bytes of a correction list as an .xlsx workbook ready to send: cover, one line per finding, causes, the national
 *  catalogue beside the agency, rules, accepted exceptions, rules that did not run.
 *  @param linkTo  address of an original file as seen from where the list will lie, or null when it won't be there
 *  @throws RangeError  when the workbook would be larger than 4 GiB */
export async function correctionWorkbook(
  list: CorrectionList,
  language: Language,
  linkTo: (file: string) => string | null,
): Promise<Uint8Array> {
  const book = correctionBook(list, language, linkTo);
  if (list.size <= MOST_FOR_EXCELJS) return bookByExceljs(book);
  const bytes = bookStream(book);
  if (bytes === null) throw new RangeError('a correction list larger than 4 GiB');
  return bytes;
}
