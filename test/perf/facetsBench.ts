// `npm run bench -- facets`: choosing and counting over a million findings, beside one pass over as many numbers.
import { FindingIndex } from '../../shared/results/findingIndex.ts';
import { FindingSearch } from '../../shared/results/findingSearch.ts';
import { SheetColumns } from '../../shared/results/sheetColumns.ts';
import { logOf, type LoggedFinding } from '../../shared/engine/findingLog.ts';
import { RULES } from '../../shared/rules/index.ts';
import { tableFrom } from '../tables.ts';
import { peakMegabytes } from '../peakMemory.ts';
import { sequence } from './countryRound.ts';

const FINDINGS = 1_000_000;
const TABLES = 135;
const SEVERITIES = ['error', 'warning', 'info'] as const;

const random = sequence(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const rows = Array.from({ length: Math.ceil(FINDINGS / TABLES / 4) }, (_, row) => ({
  ma_tthc: `1.${String(row).padStart(6, '0')}`,
  ten_tthc: `Cấp giấy phép số ${row % 500}`,
  thoi_han: `${row % 40} ngày`,
  phi_le_phi: `${row % 90}.000 đồng`,
}));
const tables = Array.from({ length: TABLES }, (_, at) =>
  tableFrom('procedures', rows, { agency: { id: `xa-${at}`, name: `Xã số ${at}` }, file: `xa-${at}.xlsx` }),
);
const rules = RULES.slice(0, 60);
const verdicts = rules.map((rule) => ({ message: Object.keys(rule.messages)[0]! }));

function* findings(): Generator<LoggedFinding, void, undefined> {
  for (let at = 0; at < FINDINGS; at += 1) {
    const table = tables[at % TABLES]!;
    const rule = Math.floor(random() * rules.length);
    yield {
      rule: rules[rule]!,
      table,
      row: Math.floor(random() * table.rowNumbers.length),
      column: Math.floor(random() * 4),
      verdict: verdicts[rule]!,
      severity: pick(SEVERITIES),
    };
  }
}

const timed = <T>(work: () => T): readonly [number, T] => {
  const started = performance.now();
  const value = work();
  return [performance.now() - started, value];
};
const best = (work: () => unknown): number => Math.min(...Array.from({ length: 5 }, () => timed(work)[0]));

const log = logOf(findings());
const marks = { waived: new Uint8Array(log.size), causes: () => [] };
const columns = new SheetColumns();
const [building] = timed(() => new FindingIndex(log, columns, marks, new FindingSearch()));
const [again, index] = timed(() => new FindingIndex(log, columns, marks, new FindingSearch()));
const numbers = new Uint32Array(FINDINGS).map((_, at) => at % 60);
const counted = new Uint32Array(60);
const bare = best(() => {
  for (let at = 0; at < FINDINGS; at += 1) counted[numbers[at]!]! += 1;
});
const line = (what: string, milliseconds: number): void =>
  console.log(
    `${what.padEnd(40)} ${milliseconds.toFixed(1).padStart(8)} ms  ${(milliseconds / bare).toFixed(1)} × one pass`,
  );
console.log(`${log.size} findings in ${TABLES} sheets`);
line('one pass over as many numbers', bare);
line('laid out for the first time', building);
line('laid out again after an edit', again);
line(
  'facets, no choice',
  best(() => index.facets({}, 'vi')),
);
line(
  'facets, three choices',
  best(() => index.facets({ severity: ['error'], agency: ['xa-1', 'xa-2'], rule: [rules[3]!.id] }, 'vi')),
);
let turn = 0;
line(
  'list, one choice',
  best(() => index.choose({ severity: ['error'], agency: [`xa-${turn++}`] }, { by: 'place', descending: false }, 'vi')),
);
line(
  'list by rule',
  best(() => index.choose({ agency: [`xa-${turn++}`] }, { by: 'rule', descending: true }, 'vi')),
);
line('list by value, all', timed(() => index.choose({}, { by: 'value', descending: false }, 'vi'))[0]);
console.log(`peak ${peakMegabytes()} MB`);
