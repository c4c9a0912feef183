import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../electron/node/spreadsheet/openWorkbook.ts';
import type { FieldKey } from '../../shared/domain/fields.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../shared/engine/findingLog.ts';
import type { ProcedureIndex } from '../../shared/engine/references.ts';
import { runRules } from '../../shared/engine/run.ts';
import { readWorkbook } from '../../shared/intake/readWorkbook.ts';
import { deadlineInWords, splitPrintedFee } from '../../shared/reference/portalNotation.ts';
import { RULES } from '../../shared/rules/index.ts';
import { columnOf, type Table } from '../../shared/table/table.ts';
import { sheetFrom, workbookFrom, type SheetCell } from '../sheets.ts';
import { SHARED_DATA } from './corpora/nationalCorpus.ts';
import { ROUND_DAY } from './round.ts';

const DEFECTS = path.join(SHARED_DATA, 'reference/known_real_defects.csv');
const DETAILS = path.join(SHARED_DATA, 'reference/national_catalogue_2026-07.jsonl');
const EXPORTS = path.join(SHARED_DATA, 'real/portal-exports');

/** A group of known defects and how many of them were found. */
export interface DefectGroup {
  readonly source: string;
  readonly field: string;
  readonly defect: string;
  readonly listed: number;
  readonly found: number;
  /** Rules that found them, most first. */
  readonly rules: readonly string[];
  /** Codes of some that were missed. */
  readonly missed: readonly string[];
}

/** Which rules name a kind of defect. */
const NAMED: readonly (readonly [defect: RegExp, rules: readonly string[]])[] = [
  [/agency cell empty/, ['CMP-07']],
  [/whitespace|double space|NBSP|^tab/, ['TXT-04']],
  [/not_NFC/, ['TXT-01']],
  [/zero_width|private_use/, ['TXT-03']],
  [/cyrillic/, ['TXT-05']],
  [/Eth/, ['TXT-06']],
  [/result code non-standard/, ['FMT-11']],
  [/no result code/, ['CMP-09']],
  [/decision number/, ['FMT-14', 'CMP-11']],
  [/ONLINE deadline/, ['DUE-06']],
  [/structured unit/, ['DUE-09']],
  [/HĐND/, ['FEE-17']],
  [/note states an amount/, ['FEE-16', 'FEE-17']],
  [/VND fee < 1000/, ['FEE-02', 'FEE-04']],
  [/expired|exemption ended/, ['FEE-07', 'FEE-08']],
  [/no submission channel/, ['CMP-03']],
  [/district level/, ['ADM-04', 'ROW-02']],
  [/duplicate name/, ['UNQ-02']],
  [/old ministry/, ['ADM-07']],
  [/several\/duplicated/, ['ROW-09', 'NAT-04', 'TXT-04']],
  [/loai_tthc empty/, []],
];

/** In which columns of our sheets the list's fields stand. */
const COLUMNS_OF: Readonly<Record<string, readonly FieldKey[]>> = {
  Tên: ['ten_tthc'],
  'Cơ quan thực hiện': ['co_quan_thuc_hien'],
  'Cơ quan ban hành': ['co_quan_cong_bo'],
  'Lĩnh vực': ['linh_vuc'],
  co_quan: ['co_quan_thuc_hien', 'co_quan_tham_quyen'],
  phi: ['phi_le_phi', 'mo_ta'],
  cach_thuc: ['hinh_thuc_nop'],
  ma_ket_qua: ['ma_ket_qua', 'ket_qua'],
  thanh_phan_ho_so_raw: ['thanh_phan_ho_so'],
  can_cu_phap_ly_raw: ['can_cu_phap_ly'],
};

/** Looks for every defect of the list in the real files and records, or null where the shared data folder is missing. */
export async function findRealDefects(procedures: ProcedureIndex): Promise<readonly DefectGroup[] | null> {
  if (![DEFECTS, DETAILS, EXPORTS].every(existsSync)) return null;
  const found = {
    xlsx_export: findingsByCell(await portalExports(), procedures),
    detail_crawl: findingsByCell(detailTables(), procedures),
  };
  const groups = Map.groupBy(listedDefects(), ({ source, field, defect }) => `${source}\u0000${field}\u0000${defect}`);
  return [...groups.values()]
    .map((defects): DefectGroup => {
      const { source, field, defect } = defects[0]!;
      const rules = NAMED.find(([pattern]) => pattern.test(defect))?.[1] ?? [];
      const columns = COLUMNS_OF[field] ?? [field as FieldKey];
      const hits = defects.map(({ code }) => {
        const seen = new Set(columns.flatMap((column) => [...(found[source].get(`${code} ${column}`) ?? [])]));
        return { code, rules: rules.filter((rule) => seen.has(rule)) };
      });
      const counts = Map.groupBy(
        hits.flatMap((hit) => hit.rules),
        (rule) => rule,
      );
      return {
        source,
        field,
        defect,
        listed: defects.length,
        found: hits.filter((hit) => hit.rules.length > 0).length,
        rules: [...counts].sort((a, b) => b[1].length - a[1].length).map(([rule]) => rule),
        missed: hits.flatMap((hit) => (hit.rules.length === 0 ? [hit.code] : [])).sort(),
      };
    })
    .sort((a, b) => b.listed - a.listed || (a.defect < b.defect ? -1 : 1));
}

interface ListedDefect {
  readonly source: 'xlsx_export' | 'detail_crawl';
  readonly code: string;
  readonly field: string;
  readonly defect: string;
}

/** Figures and dates inside a defect's name are no kind of defect of their own. */
const kindOf = (defect: string): string =>
  defect.replace(/(< 1000): \d+/, '$1').replace(/ (?:\d\d\/\d\d\/\d{4}|U\+\S+.*)$/, '');

/** Reads the columns before the evidence, which alone is ever broken over lines. */
function listedDefects(): readonly ListedDefect[] {
  return readFileSync(DEFECTS, 'utf8')
    .split(/\r?\n/)
    .map((line) => /^(xlsx_export|detail_crawl),([^,]+),([^,]+),[^,]*,("(?:[^"]|"")*"|[^,]*),/.exec(line))
    .filter((match) => match !== null)
    .map(([, source, code, field, defect]) => ({
      source: source as ListedDefect['source'],
      code: code!,
      field: field!,
      defect: kindOf(defect!.replace(/^"|"$/g, '').replaceAll('""', '"')),
    }));
}

async function portalExports(): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const file of readdirSync(EXPORTS).sort()) {
    const workbook = await openWorkbook(readFileSync(path.join(EXPORTS, file)), file);
    if (!workbook.ok) throw new Error(`${file}: ${workbook.error.code}`);
    tables.push(...readWorkbook(workbook.value, { file }).flatMap(({ tables: own }) => own));
  }
  return tables;
}

type Json = Readonly<Record<string, unknown>>;

const CATALOGUE_COLUMNS: readonly (readonly [heading: string, value: (record: Json) => string])[] = [
  ['Mã TTHC', (record) => textOf(record['ma_tthc'])],
  ['Tên TTHC', (record) => textOf(record['ten_tthc'])],
  ['Số quyết định', (record) => textOf(record['so_quyet_dinh'])],
  ['Cơ quan ban hành', (record) => textOf(record['co_quan_cong_bo'])],
  ['Cấp thực hiện', (record) => textOf(record['cap_thuc_hien'])],
  ['Loại TTHC', (record) => textOf(record['loai_tthc'])],
  ['Lĩnh vực', (record) => textOf(record['linh_vuc'])],
  ['Cơ quan thực hiện', (record) => textOf(record['co_quan_thuc_hien'])],
  ['Cơ quan có thẩm quyền', (record) => textOf(record['co_quan_co_tham_quyen'])],
  [
    'Cách thức thực hiện',
    (record) =>
      methodsOf(record)
        .map(({ channel }) => CHANNELS[textOf(channel)])
        .join('\n'),
  ],
  ['Trình tự thực hiện', (record) => textOf(record['trinh_tu'])],
  ['Thành phần hồ sơ', (record) => textOf(record['thanh_phan_ho_so_raw'])],
  ['Kết quả thực hiện', () => 'Văn bản'],
  ['Mã kết quả', (record) => (Array.isArray(record['ma_ket_qua']) ? record['ma_ket_qua'].map(textOf).join('\n') : '')],
  ['Căn cứ pháp lý', (record) => textOf(record['can_cu_phap_ly_raw'])],
];

const CHANNELS: Readonly<Record<string, string>> = { DIRECT: 'Trực tiếp', ONLINE: 'Trực tuyến', POSTAL: 'Bưu chính' };

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const methodsOf = (record: Json): readonly Json[] =>
  Array.isArray(record['methods']) ? (record['methods'] as Json[]) : [];

/** The records of the crawl as an agency would enter them: a catalogue and a sheet of channels, texts untouched. */
function detailTables(): readonly Table[] {
  const records = readFileSync(DETAILS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Json);
  const catalogue: SheetCell[][] = [
    CATALOGUE_COLUMNS.map(([heading]) => heading),
    ...records.map((record) => CATALOGUE_COLUMNS.map(([, value]) => value(record))),
  ];
  const channels: SheetCell[][] = [
    ['Mã TTHC', 'Hình thức nộp', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Mô tả'],
    ...records.flatMap((record) =>
      methodsOf(record).map((method) => [
        textOf(record['ma_tthc']),
        CHANNELS[textOf(method['channel'])] ?? '',
        deadlineInWords(`${textOf(method['time'])} ${textOf(method['unit'])}`.trim()),
        ...feeAndNote(method),
      ]),
    ),
  ];
  const sheets = [sheetFrom(catalogue, { name: 'Danh mục' }), sheetFrom(channels, { name: 'Cách thức' })];
  const readings = readWorkbook(workbookFrom(...sheets), { file: 'chi-tiet.xlsx' });
  return readings.flatMap(({ tables }) => tables);
}

/** What the portal's form holds as the fee, and all that is printed beside it. */
function feeAndNote(method: Json): [fee: string, note: string] {
  const fee = Array.isArray(method['fees']) ? (method['fees'][0] as Json | undefined) : undefined;
  const amount = textOf(fee?.['amount_text']);
  const currency = textOf(fee?.['currency']) === 'VND' ? 'VNĐ' : textOf(fee?.['currency']);
  const words = textOf(method['fee_text']);
  const { feeNote, note } = splitPrintedFee(
    textOf(method['raw']),
    textOf(method['time']),
    amount === '' ? words : amount,
  );
  return [amount === '' ? words : `${amount} ${currency}`, [feeNote, note].filter((part) => part !== '').join('\n')];
}

/** Rules that spoke of a procedure's column, by code and field. */
function findingsByCell(
  tables: readonly Table[],
  procedures: ProcedureIndex,
): ReadonlyMap<string, ReadonlySet<string>> {
  const { log } = runRules({ tables, rules: RULES, references: { procedures }, today: ROUND_DAY });
  const found = new Map<string, Set<string>>();
  for (let index = 0; index < log.size; index += 1) {
    const { rule, table, row, column } = log.at(index);
    const field = column === WHOLE_ROW ? null : table.columns[column]?.field;
    if (row === WHOLE_SHEET || field === null || field === undefined) continue;
    const place = `${columnOf(table, 'ma_tthc')?.at(row).text ?? ''} ${field}`;
    const rules = found.get(place) ?? new Set();
    found.set(place, rules.add(rule.id));
  }
  return found;
}
