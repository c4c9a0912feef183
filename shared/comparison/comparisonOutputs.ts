import { translate, type Language } from '../i18n/index.ts';
import { csvCell } from '../reports/machine/csv.ts';
import type { ComparedDifference, Comparison } from './compareLists.ts';
import { countsOf } from './comparisonCounts.ts';
import { fieldLine, listLine, type ComparisonInfo, type FieldLine } from './comparisonTexts.ts';
import type { ListDifference } from './listDifferences.ts';

/** `{ run, counts, lists, fields }` as JSON text in pieces. */
export function* comparisonJson(comparison: Comparison, info: ComparisonInfo, language: Language): Generator<string> {
  const { hasNational, hasProvince, complete, agencies, procedures, provinceOnly } = comparison;
  const run = { ...info, hasNational, hasProvince, complete, agencies: agencies.length, procedures, provinceOnly };
  yield `{\n"run": ${JSON.stringify(run)},\n"counts": ${JSON.stringify(countsOf(comparison))},\n"lists": [`;
  yield* inRows(comparison.lists, (one) => listEntry(one, comparison, language));
  yield '],\n"fields": [';
  yield* inRows(comparison.fields, (one) => fieldEntry(one, language));
  yield ']\n}\n';
}

const listEntry = (one: ListDifference, comparison: Comparison, language: Language) => ({
  code: one.code,
  name: one.name,
  remarks: one.remarks,
  listedBy: one.listedBy.map(({ name }) => name),
  missingAt: one.missingAt.map(({ name }) => name),
  national: one.national ?? null,
  province: one.province ?? null,
  message: listLine(one, comparison, language).remark,
});

const fieldEntry = (one: ComparedDifference, language: Language) => ({
  code: one.code,
  name: one.name,
  field: one.field,
  pattern: one.pattern,
  agency: one.agency?.name ?? null,
  case: one.caseText,
  channels: one.channels,
  agencyValue: one.agencyText,
  nationalValue: one.nationalText,
  provinceValue: one.provinceText,
  how: one.how ?? null,
  message: messageOf(fieldLine(one, language)),
});

const messageOf = ({ pattern, remark }: FieldLine): string => (remark === '' ? pattern : `${pattern}: ${remark}`);

function* inRows<Item>(items: readonly Item[], entry: (item: Item) => object): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(entry(item))}`;
}

const CSV_HEADINGS = [
  'comparison.columnKind',
  'comparison.columnAgency',
  'comparison.code',
  'comparison.name',
  'comparison.columnField',
  'comparison.place',
  'comparison.agencyValue',
  'comparison.nationalValue',
  'comparison.provinceValue',
  'comparison.remark',
] as const;

/** Both levels in one table as CSV for Excel: UTF-8 with BOM, CRLF, every value text. Lines of the list level have no
 *  field. */
export function* comparisonCsv(comparison: Comparison, language: Language): Generator<string> {
  const line = (values: readonly string[]): string => `${values.map(csvCell).join(',')}\r\n`;
  yield `\uFEFF${line(CSV_HEADINGS.map((key) => translate(language, key)))}`;
  const kind = (key: 'sheetLists' | 'sheetFields'): string => translate(language, `comparison.${key}`);
  for (const one of comparison.lists) {
    const { code, name, agencies, national, province, remark } = listLine(one, comparison, language);
    yield line([kind('sheetLists'), '', code, name, '', '', agencies, national, province, remark]);
  }
  for (const one of comparison.fields) {
    const content = fieldLine(one, language);
    const { agency, code, name, field, place, agencyText, nationalText, provinceText } = content;
    const values = [agencyText, nationalText, provinceText, messageOf(content)];
    yield line([kind('sheetFields'), agency, code, name, field, place, ...values]);
  }
}
