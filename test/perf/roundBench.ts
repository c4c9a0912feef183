// `npm run bench -- round`: 34 agencies × 2,000 rows × 18 columns, one .xlsx each, cold, from files to findings, beside
// SheetJS only reading the same files. Each side runs in a process of its own.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { checkFiles } from '../../electron/node/checkFiles.ts';
import { findFiles } from '../../electron/node/inputFiles.ts';
import { loadReference } from '../../electron/node/referenceFile.ts';
import { RULES } from '../../shared/rules/index.ts';
import { countryRound } from './countryRound.ts';
import { peakMegabytes } from '../peakMemory.ts';

const [mode] = process.argv.slice(2);
const round = countryRound(34, 2000);
const started = performance.now();
const before = process.cpuUsage();
if (mode === 'ours') report(await ours());
else if (mode === 'sheetjs') report(await sheetJs());
else compare();

async function ours(): Promise<string> {
  const check = await checkFiles({
    found: await findFiles([round.folder]),
    round: 'bench',
    today: '2026-09-01',
    rules: RULES,
    reference: loadReference([round.catalogue]).then((loaded) => (loaded.ok ? loaded.value : null)),
    mappings: [],
  });
  const rows = check.files.reduce((sum, { readings }) => sum + (readings[0]?.rows ?? 0), 0);
  const slow = [...check.result.rules].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 3);
  return (
    `${rows} rows, ${check.result.log.size} findings; rules ${check.timings['rulesMs']} ms` +
    ` (${slow.map(({ rule, milliseconds }) => `${rule.id} ${Math.round(milliseconds)}`).join(', ')})`
  );
}

async function sheetJs(): Promise<string> {
  const { read } = await import('@e965/xlsx');
  const { files } = await findFiles([round.folder]);
  let sheets = 0;
  for (const file of files) sheets += read(readFileSync(file.path), { dense: true }).SheetNames.length;
  return `${sheets} sheets, nothing judged`;
}

/** What one process measured. The time of its threads is less disturbed by other programs than the time on the clock. */
interface Measured {
  readonly milliseconds: number;
  readonly threadMilliseconds: number;
  readonly peakMegabytes: number;
  readonly note: string;
}

function report(note: string): void {
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      threadMilliseconds: Math.round((user + system) / 1000),
      milliseconds: Math.round(performance.now() - started),
      peakMegabytes: peakMegabytes(),
      note,
    } satisfies Measured),
  );
}

function compare(): void {
  console.log('34 agencies × 2,000 rows × 18 columns, cold, from files to findings');
  const inOwnProcess = (name: string): Measured => {
    const child = spawnSync(process.execPath, [path.join(import.meta.dirname, 'roundBench.ts'), name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(child.stdout);
  };
  const peer = inOwnProcess('sheetjs');
  for (const [name, one] of [
    ['ours', inOwnProcess('ours')],
    ['ours', inOwnProcess('ours')],
    ['SheetJS', peer],
  ] as const) {
    console.log(
      `${name.padEnd(8)} ${(one.milliseconds / 1000).toFixed(2)} s  ${(one.milliseconds / peer.milliseconds).toFixed(2)} × SheetJS reading  ` +
        `(all threads ${(one.threadMilliseconds / 1000).toFixed(2)} s, ${(one.threadMilliseconds / peer.threadMilliseconds).toFixed(2)} ×)  ` +
        `${one.peakMegabytes} MB peak  ${one.note}`,
    );
  }
}
