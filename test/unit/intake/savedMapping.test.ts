import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATASET_IDS } from '../../../shared/domain/datasets.ts';
import { FIELD_KEYS } from '../../../shared/domain/fields.ts';
import { confirmReading, readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import {
  formatSavedMapping,
  layoutOf,
  layoutOfColumns,
  mappingOf,
  parseSavedMapping,
  type SavedMapping,
} from '../../../shared/intake/savedMapping.ts';
import { faultText } from '../../../shared/i18n/index.ts';
import { columnOf, rowCount } from '../../../shared/table/table.ts';
import { sheetFrom, workbookFrom, type SheetCell } from '../../sheets.ts';

const FILE = { file: 'so-y-te/bieu.xlsx' };
const STRANGE: SheetCell[][] = [
  ['BIỂU 07'],
  ['Ký hiệu', 'Việc', 'Nhóm', 'Nơi làm'],
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã'],
  ['1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch', 'UBND cấp xã'],
];
const CORRECTION = {
  header: { firstRow: 2, lastRow: 2 },
  dataset: 'procedures',
  columns: [
    { sheetColumn: 0, field: 'ma_tthc' },
    { sheetColumn: 1, field: 'ten_tthc' },
    { sheetColumn: 2, field: 'linh_vuc' },
  ],
} as const;

const confirmed = () => {
  const result = confirmReading(sheetFrom(STRANGE), CORRECTION, FILE);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe("a user's correction", () => {
  test('builds the tables that intake could not', () => {
    expect(readWorkbook(workbookFrom(sheetFrom(STRANGE)), FILE)[0]!.verdict).not.toBe('recognised');
    const reading = confirmed();
    expect([reading.verdict, reading.dataset, reading.rows]).toEqual(['recognised', 'procedures', 2]);
    expect(columnOf(reading.tables[0]!, 'ten_tthc')!.at(1).text).toBe('Đăng ký lại khai sinh');
    expect(reading.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['ma_tthc', 1],
      ['ten_tthc', 1],
      ['linh_vuc', 1],
      [null, 0],
    ]);
  });

  test('of the kind alone lets intake map the columns for that kind', () => {
    const sheet = sheetFrom([
      ['Mã TTHC', 'Tên TTHC', 'Thời gian'],
      ['1.001193', 'A', '3 ngày'],
    ]);
    const reading = confirmReading(sheet, { header: { firstRow: 1, lastRow: 1 }, dataset: 'channels' }, FILE);
    expect(reading.ok && reading.value.columns.map((column) => column.field)).toEqual([
      'ma_tthc',
      'ten_tthc',
      'thoi_han',
    ]);
  });

  test('that names rows which are not there is refused', () => {
    const result = confirmReading(sheetFrom(STRANGE), { ...CORRECTION, header: { firstRow: 90, lastRow: 91 } }, FILE);
    expect(result).toMatchObject({ ok: false, error: { code: 'intake.noSuchRow', params: { row: 90 } } });
  });
});

describe('a saved mapping', () => {
  const mapping = (): SavedMapping => mappingOf(confirmed())!;

  test('survives being written and read', () => {
    expect(parseSavedMapping(formatSavedMapping(mapping()))).toEqual({ ok: true, value: mapping() });
  });

  test('of any columns survives being written and read', () => {
    const column = fc.record({
      sheetColumn: fc.integer({ min: 0, max: 16_383 }),
      heading: fc.string(),
      field: fc.option(fc.constantFrom(...FIELD_KEYS)),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1 }), fc.constantFrom(...DATASET_IDS), (columns, dataset) => {
        const saved = { layout: layoutOfColumns(columns), dataset, headerRow: 3, headerHeight: 2, columns };
        expect(parseSavedMapping(formatSavedMapping(saved))).toEqual({ ok: true, value: saved });
      }),
    );
  });

  test('is applied to the same layout with other data, also some rows lower', () => {
    const other = sheetFrom([['SỞ Y TẾ'], [], ...STRANGE.slice(0, 2), ['1.003332', 'Cấp phép', 'Dược', 'Sở Y tế']]);
    const [reading] = readWorkbook(workbookFrom(other), { file: 'b.xlsx', mappings: [mapping()] });
    expect([reading!.verdict, reading!.dataset, reading!.header]).toEqual([
      'recognised',
      'procedures',
      { firstRow: 4, lastRow: 4 },
    ]);
    expect(reading!.columns[0]).toMatchObject({ field: 'ma_tthc', confidence: 1, evidence: 'saved' });
    expect(rowCount(reading!.tables[0]!)).toBe(1);
  });

  test('ignores case and diacritics of headings but not their order', () => {
    const spelled = sheetFrom([['KÝ HIỆU', 'việc ', 'Nhom', 'Nơi  làm'], ...STRANGE.slice(2)]);
    const moved = sheetFrom([['Việc', 'Ký hiệu', 'Nhóm', 'Nơi làm'], ...STRANGE.slice(2)]);
    const verdicts = [spelled, moved].map(
      (sheet) => readWorkbook(workbookFrom(sheet), { file: 'b.xlsx', mappings: [mapping()] })[0]!.columns[0]?.evidence,
    );
    expect(verdicts).toEqual(['saved', undefined]);
  });

  test('names the layout that the reading of the same sheet names', () => {
    expect(mapping().layout).toBe(layoutOf(confirmed()));
  });

  const damaged: readonly [string, (text: string) => string, string][] = [
    ['cut off', (text) => text.slice(0, 40), 'mapping.notJson'],
    ['another file', () => '{"a":1}', 'mapping.notAMapping'],
    ['a list', () => '[]', 'mapping.notAMapping'],
    ['a newer version', (text) => text.replace('"version": 1', '"version": 2'), 'mapping.newerVersion'],
    ['an unknown kind', (text) => text.replace('procedures', 'thu_tuc'), 'mapping.badValue'],
    ['an unknown field', (text) => text.replace('"ma_tthc"', '"constructor"'), 'mapping.badValue'],
    [
      'a column that is no number',
      (text) => text.replace('"sheetColumn": 0', '"sheetColumn": "A"'),
      'mapping.badValue',
    ],
    ['a heading that was changed', (text) => text.replace('Ký hiệu', 'Số'), 'mapping.badValue'],
  ];
  test.each(damaged)('that is %s is refused with a text that says what to do', (_name, damage, code) => {
    const result = parseSavedMapping(damage(formatSavedMapping(mapping())));
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(faultText('vi', result.error)).not.toMatch(/\{\w+\}|^mapping\./);
  });
});
