import { WHOLE_SHEET } from '../engine/findingLog.ts';
import { rowCount } from '../table/table.ts';
import { LEAST_FINDINGS } from './cause.ts';
import { Groups, TextNumbers, type Explanation } from './explanation.ts';
import { NO_COLUMN, type Strikes } from './strikes.ts';

/** Messages that say of a whole sheet that it lacks a column. */
const NO_SUCH_COLUMN: ReadonlySet<string> = new Set([
  'CMP-01.noCodeColumn',
  'CMP-01.noNameColumn',
  'RPT-04.noColumn',
  'RPT-06.noPhoneColumn',
]);

/** A column counts as left blank when so many of its rows are struck for saying nothing. */
const LEAST_BLANK = 0.8;

/** Columns that an agency left blank as a whole, and columns that several sheets of a round lack. */
export function missingParts(strikes: Strikes): readonly Explanation[] {
  const blank = new Groups();
  const absent = new Groups();
  const names = new TextNumbers();
  for (let finding = 0; finding < strikes.size; finding += 1) {
    if (!strikes.isFree(finding)) continue;
    const columnId = strikes.columnOf[finding]!;
    if (columnId !== NO_COLUMN) {
      if (strikes.cell(finding)!.text.trim() === '') blank.add(columnId, finding);
    } else if (strikes.rowOf[finding] === WHOLE_SHEET) {
      const name = nameOf(strikes, finding);
      if (NO_SUCH_COLUMN.has(name.slice(0, name.indexOf('\u0000')))) absent.add(names.of(name), finding);
    }
  }
  const blankColumns = blank.atLeast(LEAST_FINDINGS).filter((findings) => {
    const rows = new Set(findings.map((finding) => strikes.rowOf[finding]!)).size;
    return rows >= LEAST_BLANK * rowCount(strikes.table(findings[0]!));
  });
  return [
    ...blankColumns.map((findings) => ({ kind: 'blankColumn' as const, about: [], placed: true, findings })),
    ...absent.atLeast(LEAST_FINDINGS).map((findings) => ({
      kind: 'missingColumn' as const,
      about: [nameOf(strikes, findings[0]!)],
      placed: false,
      findings,
      args: { rule: strikes.rule(findings[0]!).id },
    })),
  ];
}

function nameOf(strikes: Strikes, finding: number): string {
  const { message, args } = strikes.verdict(finding);
  return `${strikes.rule(finding).id}.${message}\u0000${JSON.stringify(args ?? null)}`;
}
