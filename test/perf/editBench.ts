// `npm run bench -- edit`: one cell of a round of 34 agencies × 2,000 rows × 18 columns with about 300,000 findings is
// edited and all that is concerned is judged again, with the counts and the first page of the list, beside judging the
// whole round anew.
import { readSpreadsheet } from '../../electron/node/fileReading.ts';
import { findFiles } from '../../electron/node/inputFiles.ts';
import { loadReference } from '../../electron/node/referenceFile.ts';
import type { FieldKey } from '../../shared/domain/fields.ts';
import { Findings } from '../../shared/engine/findings.ts';
import { RulesRun, type RunResult, type RunSetting } from '../../shared/engine/run.ts';
import { readWorkbook } from '../../shared/intake/readWorkbook.ts';
import { indexProcedures } from '../../shared/reference/procedureIndex.ts';
import { RULES } from '../../shared/rules/index.ts';
import { editCells } from '../../shared/table/editedTable.ts';
import { columnOf, rowCount, type Table } from '../../shared/table/table.ts';
import { countryRound, sequence } from './countryRound.ts';
import { peakMegabytes } from '../peakMemory.ts';

const EDITS = 200;
const PAGE = 60;
/** Each of these columns gets surplus blanks in nearly every row: together about 300,000 findings. */
const SPOILED: readonly FieldKey[] = ['ten_tthc', 'co_quan_cong_bo', 'linh_vuc', 'ket_qua'];

const random = sequence(2026);
const round = countryRound(34, 2000);
const reference = await loadReference([round.catalogue]);
if (!reference.ok) throw new Error(reference.error.code);
const setting: RunSetting = {
  rules: RULES,
  references: { procedures: indexProcedures(reference.value) },
  today: '2026-09-01',
};
const tables = (await readTables(round.folder)).map(spoiled);

const timed = <T>(work: () => T): { readonly milliseconds: number; readonly value: T } => {
  const started = performance.now();
  const value = work();
  return { milliseconds: performance.now() - started, value };
};

const run = new RulesRun(setting);
const first = timed(() => judgeAll(run));
repaint(first.value);
console.log(
  `34 agencies × 2,000 rows × 18 columns, ${first.value.log.size} findings; judged anew ${first.milliseconds.toFixed(0)} ms`,
);
const judging: number[] = [];
const painting: number[] = [];
for (let edit = 0; edit < EDITS; edit += 1) {
  const at = Math.floor(random() * tables.length);
  const before = tables[at]!;
  const after = editOneCell(before);
  tables[at] = after;
  const judged = timed(() => {
    run.replace(before, after);
    return run.finish();
  });
  judging.push(judged.milliseconds);
  painting.push(judged.milliseconds + timed(() => repaint(judged.value)).milliseconds);
}
const again = timed(() => judgeAll(new RulesRun(setting)));
for (const [name, taken] of [
  ['judged again', judging],
  ['judged again and shown', painting],
] as const) {
  const sorted = taken.toSorted((a, b) => a - b);
  const shares = [0.5, 0.95, 1].map((part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!);
  const [p50, p95, max] = shares.map(
    (milliseconds) => `${milliseconds.toFixed(1)} ms (${(milliseconds / again.milliseconds).toFixed(3)} × anew)`,
  );
  console.log(`${name.padEnd(24)} p50 ${p50}  p95 ${p95}  max ${max}  of ${EDITS} edits`);
}
console.log(`judged anew afterwards ${again.milliseconds.toFixed(0)} ms, ${again.value.log.size} findings`);
console.log(`peak ${peakMegabytes()} MB`);

async function readTables(folder: string): Promise<Table[]> {
  const read: Table[] = [];
  for (const file of (await findFiles([folder])).files) {
    const { opened } = await readSpreadsheet(file);
    if (!opened.ok) throw new Error(opened.error.code);
    read.push(...readWorkbook(opened.value, { file: file.shown }).flatMap((reading) => reading.tables));
  }
  return read;
}

function spoiled(table: Table): Table {
  const edits = SPOILED.flatMap((field) => {
    const column = columnOf(table, field);
    if (column === undefined) return [];
    const index = table.columns.indexOf(column);
    return Array.from({ length: rowCount(table) }, (_, row) => ({
      row,
      column: index,
      text: `${column.at(row).text}${' '.repeat(1 + (row % 3))}`,
    }));
  });
  return editCells(table, edits);
}

/** Puts another row's value, or a text that no row has, into one cell. */
function editOneCell(table: Table): Table {
  const row = Math.floor(random() * rowCount(table));
  const column = Math.floor(random() * table.columns.length);
  const other = table.columns[column]!.at(Math.floor(random() * rowCount(table))).text;
  return editCells(table, [{ row, column, text: random() < 0.5 ? `${other} sửa` : other }]);
}

function judgeAll(fresh: RulesRun): RunResult {
  for (const table of tables) fresh.judge(table);
  return fresh.finish();
}

/** What a screen shows after an edit: counts, and one page of the list from a random place. */
function repaint({ log }: RunResult): void {
  const findings = new Findings(log, 'vi');
  findings.counts();
  const from = Math.floor(random() * Math.max(1, findings.size - PAGE));
  for (let index = from; index < Math.min(findings.size, from + PAGE); index += 1) findings.at(index);
}
