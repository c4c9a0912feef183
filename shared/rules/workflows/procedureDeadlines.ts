import type { Duration } from '../../domain/duration.ts';
import type { ReferenceIndexes } from '../../engine/references.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import { deadlinesIn, deadlinesOf } from '../deadlines/deadlineCell.ts';
import { nationalCodeOf, steppedDown } from '../nationalCatalogue/nationalRecord.ts';
import { timeAmount, type TimeAmount } from './timeAmount.ts';

/** The deadlines that a workflow of a procedure may add up to. */
export interface ProcedureDeadlines {
  readonly source: 'own' | 'national';
  /** One per channel, case and shortening; their family is the same. */
  readonly amounts: readonly TimeAmount[];
  readonly doubt: Pick<Verdict, 'severity' | 'evidence'>;
}

type Field = 'ma_tthc' | 'thoi_han' | 'thoi_han_cat_giam' | 'dv_tinh_thoi_han';

/** Deadlines by procedure: the agency's own, from its catalogue and channel sheets, else the national ones. Undefined for a
 *  procedure without any, and where one cannot be added up to (immediate, months, left to a legal text). */
export function procedureDeadlines(
  views: readonly TableView<Field>[],
  { procedures }: Partial<ReferenceIndexes>,
): (code: string) => ProcedureDeadlines | undefined {
  const own = ownDeadlines(views);
  return (code) => {
    const amounts = own.get(code);
    if (amounts !== undefined) return comparable('own', amounts, {});
    const record = procedures?.byCode(code);
    if (record === undefined || record.state === 'withdrawn') return undefined;
    const granted = record.channels.map(({ deadline }) => deadline);
    if (granted.includes(null)) return undefined;
    const doubt = steppedDown(record, ['unitDiffersFromText', 'detailOfOtherProcedure']);
    return comparable(
      'national',
      granted.flatMap((deadline) => amountsIn(deadline!)),
      doubt,
    );
  };
}

function comparable(
  source: ProcedureDeadlines['source'],
  amounts: readonly (TimeAmount | undefined)[],
  doubt: ProcedureDeadlines['doubt'],
): ProcedureDeadlines | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  const [first] = known;
  if (first === undefined || known.length < amounts.length) return undefined;
  return known.every(({ family }) => family === first.family) ? { source, amounts: known, doubt } : undefined;
}

/** Amounts that a deadline grants; undefined stands for one that cannot be added up to. */
function amountsIn(deadline: Duration): readonly (TimeAmount | undefined)[] {
  const granted = deadlinesIn(deadline).map(timeAmount);
  return granted.length === 0 ? [undefined] : granted;
}

function ownDeadlines(views: readonly TableView<Field>[]): ReadonlyMap<string, readonly (TimeAmount | undefined)[]> {
  const deadlines = new Map<string, (TimeAmount | undefined)[]>();
  for (const view of views) {
    if (view.table.dataset === 'workflows' || !view.has('thoi_han')) continue;
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const fullOf = deadlinesOf(view, 'thoi_han');
    const shortenedOf = deadlinesOf(view, 'thoi_han_cat_giam');
    for (let row = 0; row < view.rows; row += 1) {
      const full = fullOf(row).result;
      if (codeOf(row) === '' || (!full.ok && full.reason === 'empty')) continue;
      const amounts = full.ok ? [...amountsIn(full.value)] : [undefined];
      const shortened = shortenedOf(row).result;
      // Headings leave open whether the shortened deadline or what it was cut by stands there: both may be meant.
      for (const cut of shortened.ok ? amountsIn(shortened.value) : []) {
        const [whole] = amounts;
        if (cut === undefined || cut.family !== whole?.family || cut.amount > whole.amount) continue;
        amounts.push(cut, { ...whole, amount: whole.amount - cut.amount });
      }
      const known = deadlines.get(codeOf(row));
      if (known === undefined) deadlines.set(codeOf(row), amounts);
      else known.push(...amounts);
    }
  }
  return deadlines;
}
