import { addDays, formatDate, parseDate } from '../../../../../shared/domain/calendarDate.ts';
import { fail, succeed, type Result } from '../../../../../shared/result.ts';

/** Longest run of days that one line may name. */
const LONGEST_RUN = 31;

/** What stands between the first and the last day of a run; a hyphen without blanks may be part of a date. */
const BETWEEN = /\s-\s|[–—]|\sđến\s/u;

/** Reads days as people type them: one day per line, or a run of days as "from - to". Days come out ascending, each once,
 *  ISO. Errors: `officeForm.badDate` with the line, `officeForm.badRun` for a run that ends before it begins or is longer
 *  than a month. */
export function parseDayList(text: string): Result<readonly string[]> {
  const days = new Set<string>();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const ends = endsOf(line).map(parseDate);
    const [first, last = first] = ends;
    if (ends.length > 2 || first?.ok !== true || last?.ok !== true) return fail('officeForm.badDate', { line: at + 1 });
    const [from, to] = [first.value, last.value];
    if (to.day < from.day || to.day - from.day >= LONGEST_RUN) {
      return fail('officeForm.badRun', { line: at + 1, most: LONGEST_RUN });
    }
    for (let after = 0; after <= to.day - from.day; after += 1) days.add(addDays(from.iso, after));
  }
  return succeed([...days].sort());
}

function endsOf(line: string): readonly string[] {
  if (parseDate(line).ok) return [line];
  const ends = line.split(BETWEEN);
  return ends.length === 1 ? line.split('-') : ends;
}

/** Days in the form that {@link parseDayList} reads: those that follow on each other as one line. */
export function formatDayList(days: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const day of [...new Set(days)].sort()) {
    const run = runs.at(-1);
    const isNext = run !== undefined && addDays(run[1], 1) === day && addDays(run[0], LONGEST_RUN) > day;
    if (isNext) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([from, to]) => (from === to ? formatDate(from) : `${formatDate(from)} - ${formatDate(to)}`))
    .join('\n');
}
