import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runRules } from '../../../shared/engine/run.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { ExtendedDictionary } from '../../../shared/table/extendedDictionary.ts';
import { buffersOf, packTable, unpackTable, type PackedTable } from '../../../shared/table/packedTable.ts';
import { TextPool } from '../../../shared/table/textPool.ts';
import { rowCount, TableColumn, type Table } from '../../../shared/table/table.ts';
import { tableFrom } from '../../tables.ts';
import { buildXlsx, type CellInput } from '../../workbooks.ts';
import { opened } from '../spreadsheet/opened.ts';

/** A wide catalogue under a letterhead, with a group line: intake unfolds its channels and fills the group down. */
async function readTables(rows: readonly (readonly CellInput[])[], date1904 = false): Promise<readonly Table[]> {
  const bytes = buildXlsx({
    date1904,
    sheets: [
      {
        name: 'Danh mục',
        rows: [
          ['SỞ TƯ PHÁP TỈNH AN GIANG'],
          ['Gắn vào TTHC:', '1.012386'],
          ['STT', 'Mã TTHC', 'Tên TTHC', 'Ngày quyết định', 'Thời hạn giải quyết', null, 'Phí, lệ phí', null],
          [null, null, null, null, 'Trực tuyến', 'Trực tiếp', 'Trực tuyến', 'Trực tiếp'],
          ['I', 'Lĩnh vực Hộ tịch'],
          ...rows,
        ],
        merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:H3'],
      },
    ],
  });
  const workbook = await opened(bytes);
  return readWorkbook(workbook, { file: 'an-giang/danh-muc.xlsx' }).flatMap(({ tables }) => tables);
}

/** Everything that one can ask of a table. */
const contentOf = ({ columns, rowNumbers, ...head }: Table): unknown => ({
  ...head,
  rowNumbers: [...rowNumbers],
  columns: columns.map((column) => ({
    field: column.field,
    heading: column.heading,
    distinct: column.distinct,
    cells: Array.from(column.codes, (code, row) => [code, column.sheetColumnAt(row), column.at(row)]),
  })),
});

const findingsOf = (tables: readonly Table[]): unknown => {
  const { log } = runRules({ tables, rules: RULES, references: {}, today: '2026-09-01' });
  return Array.from({ length: log.size }, (_, at) => {
    const { rule, table, ...place } = log.at(at);
    return { ...place, rule: rule.id, sheet: table.sheet, dataset: table.dataset };
  });
};

const pool = new TextPool();

/** As another thread gets them: JSON, and buffers that are no longer here. */
function sent(tables: readonly Table[]): Table[] {
  const packed = tables.map(packTable);
  return structuredClone(packed, { transfer: buffersOf(packed) }).map((table) => unpackTable(table, pool));
}

/** As a store gives them back: JSON as text, buffers as copies. */
const stored = (tables: readonly Table[]): Table[] =>
  tables.map(packTable).map(({ meta, buffers }) =>
    unpackTable({
      meta: JSON.parse(JSON.stringify(meta)) as PackedTable['meta'],
      buffers: buffers.map((buffer) => buffer.slice(0)),
    }),
  );

const cell: fc.Arbitrary<CellInput> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<CellInput>('01 ngày', '5.000 đồng', 'Miễn phí', '-', '15/03/2026', 'Không có thông tin', '  thừa  '),
  fc.integer({ min: -10, max: 60_000 }),
  fc.boolean(),
  fc.record({ value: fc.integer({ min: 1, max: 60_000 }), format: fc.constantFrom('dd/mm/yyyy', '0%', '#,##0') }),
  fc.record({ value: fc.constantFrom('kết quả', '7'), formula: fc.constant('A1') }),
  fc.constant({ value: '#REF!', type: 'e' as const }),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')),
);
const row: fc.Arbitrary<readonly CellInput[]> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.array(cell, { minLength: 5, maxLength: 5 }))
  .map(([number, cells]) => [number + 1, `1.${String(100_000 + number)}`, `Thủ tục ${number % 7}`, ...cells]);

describe('a packed table', () => {
  test('has the same cells, places and findings once sent or stored, unfolded channels and group texts included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), async (rows, date1904) => {
        const tables = await readTables(rows, date1904);
        const [content, findings] = [tables.map(contentOf), findingsOf(tables)];
        const again = stored(tables);
        expect(again.map(contentOf)).toEqual(content);
        expect(findingsOf(again)).toEqual(findings);
        expect(sent(tables).map(contentOf)).toEqual(content);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the letterhead facts, the filled-down sector and the sheet that channels were unfolded from', async () => {
    const tables = sent(await readTables([[1, '1.001193', 'Đăng ký khai sinh', null, '01 ngày', null, 'Miễn phí']]));
    expect(tables.map(({ dataset, unfoldedFrom }) => [dataset, unfoldedFrom])).toEqual([
      ['procedures', undefined],
      ['channels', 'procedures'],
    ]);
    expect(tables[0]!.titleFacts).toMatchObject([{ value: '1.012386', cell: 'B2' }]);
    expect(tables[0]!.columns.find(({ field }) => field === 'linh_vuc')?.at(0).text).toBe('Hộ tịch');
    expect(tables[1]!.columns.find(({ field }) => field === 'hinh_thuc_nop')?.at(0).text).toBe('Trực tuyến');
  });

  test('holds the values of its own rows only', async () => {
    const [main] = await readTables([[1, '1.001193', 'Đăng ký khai sinh', null, '01 ngày']]);
    const again = unpackTable(packTable(main!));
    const used = new Set(again.columns.flatMap(({ sources }) => [...sources]));
    expect(again.columns[0]!.dictionary.size).toBe(used.size);
  });

  test('keeps what was typed into a column since, and leaves the other columns as they were', async () => {
    const [main] = await readTables([
      [1, '1.001193', 'Đăng ký khai sinh', null, '01 ngày'],
      [2, '1.001194', 'Đăng ký kết hôn', null, '02 ngày'],
    ]);
    const columns = main!.columns.map((column) => {
      if (column.field !== 'ten_tthc') return column;
      const typed = new ExtendedDictionary(column.dictionary);
      const sources = Uint32Array.of(...column.sources, typed.add('Khai sinh lại'), typed.add('Kết hôn lại'));
      const codes = Uint32Array.of(column.distinct + 1, column.distinct);
      return new TableColumn(column.field, column.heading, column.sheetColumn, codes, sources, typed);
    });
    const edited = { ...main!, columns };
    expect(contentOf(stored([edited])[0]!)).toEqual(contentOf(edited));
    expect(rowCount(edited)).toBe(2);
  });

  test('is refused for values that no reader made', () => {
    expect(() => packTable(tableFrom('procedures', [{ ma_tthc: '1.001193' }]))).toThrow(TypeError);
  });
});
