import { LEAST_FINDINGS } from './cause.ts';
import { Groups, PairNumbers, TextNumbers, ValueNumbers, type Explanation } from './explanation.ts';
import { NO_COLUMN, type Strikes } from './strikes.ts';

/** One wrong value that stands in many cells, wherever in the round: same rule, same message, same field, same value, same
 *  expected value. A warning without an expected value does not say that the value is wrong: "2.000 đồng/trang" may be
 *  right in every row and still be no amount that can be charged automatically. */
export function repeatedValues(strikes: Strikes): readonly Explanation[] {
  const texts = new TextNumbers();
  const blank = texts.of('');
  const values = new ValueNumbers();
  const fields = strikes.columns.map(({ column }) => texts.of(`\u0000${column.field ?? column.heading}`));
  const saidOf = strikes.verdicts.map(() => -1);
  const groups = new Groups();
  const pairs = new PairNumbers();
  for (let finding = 0; finding < strikes.size; finding += 1) {
    const columnId = strikes.columnOf[finding]!;
    if (columnId === NO_COLUMN || !strikes.isFree(finding)) continue;
    const code = strikes.columns[columnId]!.column.codes[strikes.rowOf[finding]!]!;
    if (code === 0 || !saysWrong(strikes, finding)) continue;
    const value = values.of(strikes, columnId, code, ({ kind, raw, text }) =>
      texts.of(text.trim() === '' ? '' : `\u0002${kind}\u0000${raw}`),
    );
    // Cells of mere blanks are no value; many of them are a column left blank.
    if (value === blank) continue;
    const verdictId = strikes.verdictOf[finding]!;
    if (saidOf[verdictId] === -1) {
      const { message, expected = '' } = strikes.verdict(finding);
      saidOf[verdictId] = texts.of(`\u0001${strikes.rule(finding).id}\u0000${message}\u0000${expected}`);
    }
    groups.add(pairs.of(pairs.of(fields[columnId]!, saidOf[verdictId]!), value), finding);
  }
  return groups.atLeast(LEAST_FINDINGS).map((findings) => {
    const [first] = findings as readonly [number];
    const { message, expected = '' } = strikes.verdict(first);
    const { raw, text } = strikes.cell(first)!;
    const { column } = strikes.column(first)!;
    const rule = strikes.rule(first).id;
    return {
      kind: 'repeatedValue',
      about: [rule, message, column.field ?? column.heading, raw, expected],
      placed: false,
      findings,
      args: { value: text, expected, rule },
    };
  });
}

const saysWrong = (strikes: Strikes, finding: number): boolean =>
  strikes.severityOf(finding) === 'error' || (strikes.verdict(finding).expected ?? '') !== '';
