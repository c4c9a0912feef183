import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { lineAt } from '../../unit/annotate/annotated.ts';
import type { AnnotationLine } from '../../../shared/reports/annotation.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';

/** Workbooks of foreign test suites, outside the repository. */
const CORPORA = path.resolve(import.meta.dirname, '../../../../shared/data/corpora');
export const hasCorpora = existsSync(CORPORA);

/** All .xlsx and .xlsm files of the corpora, in a stable order. */
export function corpusFiles(): readonly string[] {
  if (!hasCorpora) return [];
  return readdirSync(CORPORA, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.xls[xm]$/i.test(name))
    .sort()
    .map((name) => path.join(CORPORA, name));
}

/** Up to five findings per sheet: cells with a value spread over its rows, and a blank one beyond its last column. */
export function findingsAllOver(workbook: Workbook): readonly AnnotationLine[] {
  return workbook.sheets.flatMap(({ name, rowNumbers, columns }) => {
    const rows = [0, 1 / 3, 2 / 3, 1].map((part) => rowNumbers[Math.floor(part * (rowNumbers.length - 1))] ?? 1);
    const places = rows.map((row, index) => ({ row, column: Math.min(index, Math.max(0, columns.length - 1)) }));
    places.push({ row: rows[1]! + 1, column: Math.min(16_383, columns.length + 1) });
    return places.map(({ row, column }, index) => ({
      ...lineAt(`A!A1 ${(['error', 'warning', 'info'] as const)[index % 3]!}`),
      sheet: name,
      place: { row, column },
      cell: cellAddress(column, row),
    }));
  });
}
