import type { DatasetId } from '../../shared/domain/datasets.ts';
import { FIELDS, isFieldKey, type FieldKey } from '../../shared/domain/fields.ts';
import type { CatalogueSnapshot } from '../../shared/reference/catalogue.ts';
import type { TitleFact } from '../../shared/table/table.ts';
import type { RowLiteral } from '../tables.ts';

/** What a case row expects: a message at a field (or anywhere in the row), perhaps with another severity. */
export interface ExpectedFinding {
  readonly message: string;
  readonly field?: FieldKey;
  readonly severity?: string;
}

/** One row of a case: its cells, what is expected of it, and the correction that should be proposed. */
export interface CaseRow {
  readonly line: number;
  readonly cells: RowLiteral;
  readonly dataset: DatasetId | undefined;
  readonly agency: string;
  readonly sheet: string;
  /** Lines above the header of the row's sheet. */
  readonly titleFacts: readonly TitleFact[];
  readonly expected: readonly ExpectedFinding[];
  readonly fix: string;
}

/** Rows that are judged together. */
export interface RuleCase {
  readonly name: string;
  readonly note: string;
  readonly rows: readonly CaseRow[];
  /** Messages expected about the sheet as a whole. */
  readonly sheetMessages: readonly string[];
  readonly params: unknown;
  readonly today: string | undefined;
  /** What differs from the case catalogue's own head, e.g. `{"complete": false}`. */
  readonly catalogue: Partial<CatalogueSnapshot>;
}

const CONTROL_COLUMNS = new Set([
  'case',
  'dataset',
  'agency',
  'sheet',
  'title',
  'expect',
  'fix',
  'note',
  'params',
  'today',
  'catalogue',
]);

/** Stands in every row of a column that the sheet of this case does not have. */
const NO_SUCH_COLUMN = '~';

/** Reads a case table: tab-separated, a header line, `#` comments. Rows with the same `case` are judged together. */
export function parseCaseFile(text: string): readonly RuleCase[] {
  const lines = text
    .split('\n')
    .map((line, index) => ({ cells: line.replace(/\r$/, '').split('\t'), line: index + 1, text: line }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const [header, ...body] = lines;
  if (header === undefined) return [];
  const names = header.cells.map((name) => name.trim());
  for (const name of names) {
    if (!CONTROL_COLUMNS.has(name) && !isFieldKey(name)) throw new Error(`unknown column "${name}" in a case table`);
  }
  const cases = new Map<
    string,
    {
      rows: CaseRow[];
      note: string;
      sheet: string[];
      params: unknown;
      today?: string;
      catalogue: Partial<CatalogueSnapshot>;
    }
  >();
  for (const { cells, line } of body) {
    const at = (name: string): string => (cells[names.indexOf(name)] ?? '').trim();
    const name = at('case');
    const entry = cases.get(name) ?? { rows: [], note: '', sheet: [], params: undefined, catalogue: {} };
    cases.set(name, entry);
    const row: Partial<Record<FieldKey, string>> = {};
    names.forEach((column, index) => {
      if (isFieldKey(column) && cells[index] !== NO_SUCH_COLUMN) row[column] = cells[index] ?? '';
    });
    const expectations = at('expect')
      .split(/\s+/)
      .filter((word) => word !== '' && word !== 'ok');
    if (at('expect') === '') throw new Error(`line ${line}: column "expect" is empty (write ok or a message)`);
    entry.note ||= at('note');
    if (at('params') !== '') entry.params = JSON.parse(at('params'));
    if (at('today') !== '') entry.today = at('today');
    if (at('catalogue') !== '') entry.catalogue = JSON.parse(at('catalogue')) as Partial<CatalogueSnapshot>;
    entry.sheet.push(...expectations.filter((word) => word.startsWith('sheet:')).map((word) => word.slice(6)));
    entry.rows.push({
      line,
      cells: row,
      dataset: (at('dataset') || undefined) as DatasetId | undefined,
      agency: at('agency'),
      sheet: at('sheet'),
      titleFacts: at('title') === '' ? [] : [parseTitle(at('title'))],
      expected: expectations.filter((word) => !word.startsWith('sheet:')).map(parseExpectation),
      fix: at('fix'),
    });
  }
  return [...cases].map(([name, { rows, note, sheet, params, today, catalogue }]) => ({
    name,
    note,
    rows,
    sheetMessages: sheet,
    params,
    today,
    catalogue,
  }));
}

/** A line above the header, written as `field: value`. */
function parseTitle(text: string): TitleFact {
  const [name = '', value = ''] = text.split(/: */, 2);
  if (!isFieldKey(name)) throw new Error(`unknown field "${name}" in a title`);
  return { label: FIELDS[name].vi, value, field: name, cell: 'B3' };
}

function parseExpectation(word: string): ExpectedFinding {
  const [place = '', severity] = word.split('!');
  const [message = '', field] = place.split('@');
  if (field !== undefined && !isFieldKey(field)) throw new Error(`unknown field "${field}" in an expectation`);
  return { message, ...(field === undefined ? {} : { field }), ...(severity === undefined ? {} : { severity }) };
}
