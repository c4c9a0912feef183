import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runMemo } from '../../../shared/engine/preparedRule.ts';
import { alikeRows, firstOfAlike, groupByKeys } from '../../../shared/rules/alikeRows.ts';
import { repeatedIn } from '../../../shared/rules/uniqueness/repeatedRows.ts';
import { columnOf, rowCount, type Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

const FIELDS = ['ma_tthc', 'ten_tthc', 'linh_vuc'] as const;

const viewOf = (table: Table) => ({ table, rows: rowCount(table) });
const context = () => ({ memo: runMemo() });
const textAt = (table: Table, field: (typeof FIELDS)[number], row: number): string =>
  columnOf(table, field)?.at(row).text ?? '';

/** Columns of few, of many and of one value, and one that may be missing. */
const rows: fc.Arbitrary<readonly RowLiteral[]> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.boolean())
  .chain(([most, named]) =>
    fc.array(
      fc.record({
        ma_tthc: fc.integer({ min: 0, max: most }).map(String),
        ...(named ? { ten_tthc: fc.constantFrom('', 'a', 'A', 'b') } : {}),
        linh_vuc: most % 3 === 0 ? fc.constant('x') : fc.integer({ min: 0, max: most }).map(String),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  );

describe('alike rows', () => {
  test('have the same cells in the columns that were named', () => {
    fc.assert(
      fc.property(rows, (literals) => {
        const table = tableFrom('procedures', literals);
        const { groups, groupOf } = alikeRows(viewOf(table), context(), FIELDS);
        const cells = (row: number): string[] => FIELDS.map((field) => textAt(table, field, row));
        const first = new Map<number, number>();
        groupOf.forEach((group, row) => {
          expect(group).toBeLessThan(groups);
          if (!first.has(group)) first.set(group, row);
          expect(cells(row)).toEqual(cells(first.get(group)!));
        });
        expect(firstOfAlike(viewOf(table), context(), FIELDS)).toEqual([...first.values()]);
      }),
    );
  });

  test('are worked out anew for every table', () => {
    const shared = context();
    const [one, two] = [tableFrom('links', [{ ma_tthc: '1' }]), tableFrom('links', [{ ma_tthc: '1' }, {}])];
    expect(alikeRows(viewOf(one), shared, ['ma_tthc']).groupOf.length).toBe(1);
    expect(alikeRows(viewOf(two), shared, ['ma_tthc']).groupOf.length).toBe(2);
  });
});

describe('rows grouped by keys', () => {
  test('are together exactly when all their keys are equal', () => {
    fc.assert(
      fc.property(rows, (literals) => {
        const table = tableFrom('procedures', literals);
        const keysOf = FIELDS.map((field) => (row: number) => textAt(table, field, row).toLowerCase());
        const keys = FIELDS.map((field, at) => [field, keysOf[at]!] as const);
        const counts = (row: number): boolean => keysOf[0]!(row) !== '0';
        const expected = Map.groupBy([...literals.keys()].filter(counts), (row) =>
          JSON.stringify(keysOf.map((keyOf) => keyOf(row))),
        );
        expect(repeatedIn(groupByKeys(viewOf(table), context(), keys), counts)).toEqual(
          [...expected.values()].filter((group) => group.length > 1),
        );
      }),
    );
  });
});
