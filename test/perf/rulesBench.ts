// `npm run bench -- rules`: all rules over a million rows that are in memory already, beside the least that any rule could
// cost: one look at every cell. Each measurement runs in a process of its own.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { RulesRun } from '../../shared/engine/run.ts';
import { indexProcedures } from '../../shared/reference/procedureIndex.ts';
import { RULES } from '../../shared/rules/index.ts';
import { rowCount, type Table } from '../../shared/table/table.ts';
import { catalogue, SHAPES, tablesOf, type Shape } from './rulesTables.ts';
import { peakMegabytes } from '../peakMemory.ts';

/** What one process measured; times in milliseconds, memory in MiB. `rules` is by the clock, the others are of the thread. */
interface Measured {
  readonly rows: number;
  readonly cells: number;
  readonly loadedMegabytes: number;
  readonly lookAtAll: number;
  readonly rules: number;
  readonly rulesThread: number;
  readonly peakMegabytes: number;
  readonly findings: number;
  readonly ran: number;
  readonly failed: readonly string[];
  readonly costs: readonly (readonly [id: string, milliseconds: number, findings: number])[];
}

const TITLES: Readonly<Record<Shape, string>> = {
  one: 'One sheet of 30 columns',
  agencies: '50 agencies, a catalogue of 30 columns each',
  kinds: '50 agencies, sheets of all kinds',
};

const SIZES = [10_000, 100_000, 1_000_000];
const MiB = 1024 * 1024;
const [shape, rows] = process.argv.slice(2);
if (rows === undefined) compare(shape === undefined ? SHAPES : [shape as Shape]);
else console.log(JSON.stringify(measure(shape as Shape, Number(rows))));

function measure(of: Shape, count: number): Measured {
  const tables = tablesOf(of, count);
  const references = { procedures: indexProcedures(catalogue()) };
  const loadedMegabytes = Math.round(process.memoryUsage.rss() / MiB);
  const lookAtAll = threadTime(() => lookAtEveryCell(tables));
  const clock = () => performance.now();
  let result;
  const started = performance.now();
  const rulesThread = threadTime(() => {
    const run = new RulesRun({ rules: RULES, references, today: '2026-09-01', clock });
    for (const table of tables) run.judge(table);
    result = run.finish();
  });
  const rules = performance.now() - started;
  const { log, rules: statuses } = result as unknown as ReturnType<RulesRun['finish']>;
  return {
    rows: tables.reduce((sum, table) => sum + rowCount(table), 0),
    cells: tables.reduce((sum, table) => sum + rowCount(table) * table.columns.length, 0),
    loadedMegabytes,
    lookAtAll,
    rules,
    rulesThread,
    peakMegabytes: peakMegabytes(),
    findings: log.size,
    ran: statuses.filter(({ status }) => status !== 'notApplicable').length,
    failed: statuses.filter(({ status }) => status === 'failed').map(({ rule }) => rule.id),
    costs: [...statuses]
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .map(({ rule, milliseconds, findings }) => [rule.id, milliseconds, findings] as const),
  };
}

/** The bare limit: one pass over all codes of all columns with one look into an array by code. */
function lookAtEveryCell(tables: readonly Table[]): number {
  let sum = 0;
  for (const { columns } of tables) {
    for (const { codes, distinct } of columns) {
      const marks = new Uint8Array(distinct).fill(1);
      for (let row = 0; row < codes.length; row += 1) sum += marks[codes[row]!]!;
    }
  }
  return sum;
}

/** Time of this thread in milliseconds; other programs on the machine count for little in it. */
function threadTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function compare(shapes: readonly Shape[]): void {
  for (const one of shapes) {
    const runs = SIZES.map((size) => inOwnProcess(one, size));
    const [smallest] = runs;
    console.log(`\n${TITLES[one]}; ${runs.at(-1)!.ran} of ${RULES.length} rules have something to look at`);
    for (const run of runs) {
      const perRow = run.rulesThread / run.rows;
      const smallestPerRow = smallest!.rulesThread / smallest!.rows;
      console.log(
        `${run.rows.toLocaleString('en').padStart(9)} rows, ${(run.cells / 1e6).toFixed(1)} M cells: ` +
          `${(run.rules / 1000).toFixed(2)} s (thread ${(run.rulesThread / 1000).toFixed(2)} s) = ` +
          `${(run.rulesThread / run.lookAtAll).toFixed(0)} × one look at every cell (${run.lookAtAll.toFixed(0)} ms); ` +
          `per row ${(perRow / smallestPerRow).toFixed(2)} × the smallest; ` +
          `peak ${run.peakMegabytes} MB (${run.loadedMegabytes} before the rules), ${run.findings} findings` +
          (run.failed.length === 0 ? '' : `; FAILED: ${run.failed.join(', ')}`),
      );
    }
    const last = runs.at(-1)!;
    const all = last.costs.reduce((sum, [, time]) => sum + time, 0);
    const cost = last.costs.slice(0, 25).map(([id, time, found]) => {
      const share = ((100 * time) / all).toFixed(1);
      return `${id} ${time.toFixed(0)} ms ${share} % (${found})`;
    });
    for (let at = 0; at < cost.length; at += 5) console.log(`   ${cost.slice(at, at + 5).join('  ')}`);
  }
}

function inOwnProcess(one: Shape, size: number): Measured {
  const child = spawnSync(process.execPath, [path.join(import.meta.dirname, 'rulesBench.ts'), one, String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(child.stdout) as Measured;
}
