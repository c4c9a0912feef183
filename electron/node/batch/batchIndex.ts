import { createHash } from 'node:crypto';
import { WHOLE_SHEET } from '../../../shared/engine/findingLog.ts';
import { faultText, translate, type Language } from '../../../shared/i18n/index.ts';
import type { Book } from '../../../shared/reports/book/book.ts';
import { cellText } from '../../../shared/reports/book/book.ts';
import type { Check, ReferenceInfo } from '../../../shared/reports/check.ts';
import type { Fault } from '../../../shared/result.ts';
import { bookByExceljs } from '../reports/bookByExceljs.ts';
import { bookStream } from '../reports/bookStream.ts';
import { putFile, type BatchFile } from './batchFile.ts';
import type { BundleSources } from './bundle.ts';
import type { BatchRequest } from './writeBatch.ts';

/** What a batch wrote and what it was made of; `index.json` is this. */
export interface BatchIndex {
  readonly tool: 'Rà soát TTHC';
  readonly version: string;
  readonly round: string;
  /** ISO date. */
  readonly today: string;
  readonly language: Language;
  readonly ruleSet: string;
  readonly reference: ReferenceInfo | null;
  readonly inputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  /** By path. */
  readonly files: readonly BatchFile[];
  /** What could not be made beside them, each once. */
  readonly faults: readonly Fault[];
}

/** Facts of a check that stand in the index of everything made of it. */
export const indexOf = (
  check: Check,
  language: Language,
  files: readonly BatchFile[],
  faults: readonly Fault[] = [],
): BatchIndex => ({
  tool: 'Rà soát TTHC',
  version: check.version,
  round: check.round,
  today: check.today,
  language,
  ruleSet: check.result.ruleSetHash,
  reference: check.reference,
  inputs: check.files.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 })),
  files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  faults: [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()],
});

/** Name of everything that the outputs depend on: a batch that was interrupted goes on only when all of it is the same. */
export function batchName({ check, language, outputs, office, before, printPage, bundle }: BatchRequest): string {
  const { log } = check.result;
  const hash = createHash('sha256');
  const canPrint = printPage !== undefined;
  const areLinked = outputs.includes('originals');
  hash.update(JSON.stringify([indexOf(check, language, []), office ?? null, canPrint, areLinked]));
  hash.update(JSON.stringify(before ?? null, (_, value: unknown) => (value instanceof Map ? [...value] : value)));
  hash.update(leantHash(bundle, language));
  for (let at = 0; at < log.size; at += 1) {
    const { rule, table, row, column, verdict, severity, waiver } = log.at(at);
    const value = row === WHOLE_SHEET ? '' : (table.columns[column]?.at(row).text ?? '');
    hash.update(
      [rule.id, table.file, table.sheet, row, column, severity, verdict.message, value, waiver?.decision ?? ''].join(
        '\u0001',
      ),
    );
  }
  return hash.digest('hex');
}

function leantHash(sources: BundleSources = {}, language: Language): string {
  const { round, ruleSet = [], ...places } = sources;
  const hash = createHash('sha256').update(JSON.stringify(places));
  for (const { name, content } of ruleSet) hash.update(JSON.stringify(name)).update(content);
  if (round !== undefined) {
    const { check, readings, decisions } = round;
    hash.update(JSON.stringify([indexOf(check, language, []), readings, decisions]));
  }
  return hash.digest('hex');
}

/** Above this exceljs takes long for a plain table. */
const LONG = 2_000;

/** Writes "Mục lục.xlsx" and `index.json` over all files, and returns the index. */
export async function writeIndex(
  folder: string,
  check: Check,
  files: readonly BatchFile[],
  faults: readonly Fault[],
  language: Language,
): Promise<BatchIndex> {
  const { files: listed, faults: told } = indexOf(check, language, files, faults);
  const book = indexBook(listed, told, check, language);
  const bytes = listed.length > LONG ? bookStream(book) : await bookByExceljs(book);
  if (bytes === null) throw new RangeError('an index larger than 4 GiB');
  const place = { path: `${translate(language, 'batch.indexName')}.xlsx`, output: 'index', agency: '' } as const;
  const index = indexOf(check, language, [...listed, await putFile(folder, place, [bytes])], told);
  await putFile(folder, { ...place, path: 'index.json' }, [`${JSON.stringify(index, null, 2)}\n`]);
  return index;
}

function indexBook(files: readonly BatchFile[], faults: readonly Fault[], check: Check, language: Language): Book {
  const t = (key: string): string => translate(language, key);
  const heads = ['agency', 'output', 'folder', 'file', 'bytes', 'sha256'];
  const widths = [34, 26, 40, 52, 14, 68];
  return {
    sheets: [
      {
        name: t('batch.indexName'),
        columns: widths.map((width) => ({ width })),
        landscape: true,
        frozen: { rows: 1, columns: 0 },
        repeatedRows: 1,
        filter: true,
        foot: { left: check.round, pages: t('list.pageFooter') },
        *rows() {
          yield { cells: heads.map((key) => ({ value: t(`batch.column.${key}`), look: 'head' })), height: 20 };
          for (const { path, output, agency, bytes, sha256 } of files) {
            const cut = path.lastIndexOf('/');
            yield {
              cells: [
                { value: cellText(agency), look: 'text' },
                { value: t(`batch.output.${output}`), look: 'text' },
                { value: cut < 0 ? '' : path.slice(0, cut), look: 'text' },
                { value: path.slice(cut + 1), look: 'link', link: encodeURI(path).replaceAll('#', '%23') },
                { value: bytes, look: 'count' },
                { value: sha256, look: 'text' },
              ],
            };
          }
          for (const fault of faults) {
            const values = ['', t('batch.notMade'), '', faultText(language, fault)];
            yield { cells: values.map((value) => ({ value: cellText(value), look: 'text' })) };
          }
        },
      },
    ],
  };
}
