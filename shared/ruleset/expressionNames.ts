import { DATASETS, type DatasetId } from '../domain/datasets.ts';
import { parseDate } from '../domain/calendarDate.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import { parseAmountCell, parseFee, type Fee } from '../domain/money.ts';
import { readFigure } from '../domain/amount.ts';
import { isNoInformation, isPlaceholder } from '../domain/placeholder.ts';
import type { Cell } from '../table/cell.ts';
import type { ReadCell } from './rowProgram.ts';

/** Types of an expression's names, as CEL calls them. */
export type NameType = 'string' | 'double';

/** A name that expressions may use. */
export interface ExpressionName {
  readonly name: string;
  readonly type: NameType;
  /** The column it is read from. */
  readonly field: FieldKey;
  readonly read: ReadCell;
  /** Whether there is something: for a column any content, for a name worked out of one (`muc_phi`) a known value. */
  readonly known: ReadCell;
  readonly vi: string;
  readonly en: string;
}

const isBlank = (text: string): boolean => text === '' || isPlaceholder(text) || isNoInformation(text);

const filled: ReadCell = (_cell, text) => !isBlank(text);

/** A blank text is '' rather than unknown, so that `so_tai_khoan != ""` can be said. */
const readText: ReadCell = (_cell, text) => (isBlank(text) ? '' : text);

/** A number of things: 3, "1.200", "-2"; unknown where it is none. */
const readNumber: ReadCell = (cell, text) => {
  if (isBlank(text)) return null;
  if (cell.kind === 'number') return finite(Number(cell.raw));
  const minus = /^[-\u2212–]\s?/.exec(text)?.[0] ?? '';
  const figure = readFigure(text.slice(minus.length))?.value;
  return figure === undefined ? null : finite(minus === '' ? figure : -figure);
};

/** Days since 1970-01-01, so that differences are days; unknown where the cell is no date. */
const readDate: ReadCell = (cell, text) => {
  if (isBlank(text) || cell.kind === 'number') return null;
  const date = parseDate(text);
  return date.ok ? date.value.day : null;
};

/** The amount of a fee cell in đồng; see {@link levelInDong}. */
const readLevel = (cell: Cell, text: string): number | null => {
  if (isBlank(text)) return null;
  const fee = parseAmountCell(cell.kind === 'text' ? text : cell.text, cell.kind, cell.raw);
  return fee.ok ? levelInDong(fee.value) : null;
};

/** The one amount that a fee charges, in đồng: 0 for "Miễn phí"; null for several levels, ranges, shares, references to
 *  other texts, foreign money, and figures that can be read in two ways. */
export function levelInDong(fee: Fee): number | null {
  if (fee.kind === 'free') return 0;
  if ((fee.kind !== 'fixed' && fee.kind !== 'perUnit') || fee.min !== undefined || fee.max !== undefined) return null;
  const level = fee.amounts.find(({ amount }) => amount > 0) ?? fee.amounts[0];
  return level === undefined || level.currency !== 'VND' || level.ambiguous === true ? null : level.amount;
}

/** {@link levelInDong} of a fee text. */
export function levelOfText(text: string): number | null {
  const fee = parseFee(text);
  return isBlank(text) || !fee.ok ? null : levelInDong(fee.value);
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const NUMBERS: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'ban_chinh',
  'ban_sao',
  'so_bo',
  'sl_tiep_nhan',
  'sl_truc_tuyen',
  'sl_truc_tiep',
  'sl_buu_chinh',
  'sl_da_giai_quyet',
  'sl_dang_giai_quyet',
  'sl_qua_han',
]);

const DATES: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'ngay_quyet_dinh',
  'ngay_sinh',
  'ngay_tiep_nhan',
  'han_tra',
  'ngay_bao_cao',
]);

/** Whether expressions see a column as days. */
export const isDateField = (field: FieldKey): boolean => DATES.has(field);

function columnName(field: FieldKey): ExpressionName {
  const read = NUMBERS.has(field) ? readNumber : DATES.has(field) ? readDate : readText;
  return { name: field, type: read === readText ? 'string' : 'double', field, read, known: filled, ...FIELDS[field] };
}

const FEE_LEVEL: ExpressionName = {
  name: 'muc_phi',
  type: 'double',
  field: 'phi_le_phi',
  read: readLevel,
  known: (cell, text) => readLevel(cell, text) !== null,
  vi: 'Mức phí (đồng)',
  en: 'Fee in đồng',
};

const known = new Map<DatasetId, ReadonlyMap<string, ExpressionName>>();

/** Names that expressions over a kind of sheet may use: its fields by their keys, and what is worked out of them. */
export function namesOf(dataset: DatasetId): ReadonlyMap<string, ExpressionName> {
  let names = known.get(dataset);
  if (names === undefined) {
    const fields: readonly FieldKey[] = DATASETS[dataset].fields;
    const list = [...fields.map(columnName), ...(fields.includes('phi_le_phi') ? [FEE_LEVEL] : [])];
    names = new Map(list.map((name) => [name.name, name]));
    known.set(dataset, names);
  }
  return names;
}
