// `npm run fuzz [-- --runs N] [--seed S] [--from N]`: opens N damaged and hostile variants of sound workbooks (a new seed each
// time unless one is given) and says what became of them. A case that breaks a promise, hangs or kills the process is named,
// and `--seed S --from CASE --runs 1` repeats it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const given = process.argv.slice(2);
const withDefault = (name: string, value: number): string[] => (given.includes(name) ? [] : [name, String(value)]);
const seed = process.pid;
const options = [...given, ...withDefault('--runs', 50_000), ...withDefault('--seed', seed)];
const told = options[options.indexOf('--seed') + 1];

/** Longest silence; the run reports every 50 cases, each of which takes milliseconds. */
const MOST_SILENT_MILLISECONDS = 60_000;

const script = path.resolve(import.meta.dirname, '../test/integration/spreadsheet/fuzzing.ts');
const child = spawn(process.execPath, ['--max-old-space-size=160', script, ...options], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let last = '';
let watch = setTimeout(onSilence, MOST_SILENT_MILLISECONDS);
child.stdout.setEncoding('utf8').on('data', (text: string) => {
  clearTimeout(watch);
  watch = setTimeout(onSilence, MOST_SILENT_MILLISECONDS);
  for (const line of text.split('\n')) {
    if (line.startsWith('{')) last = JSON.stringify(JSON.parse(line), null, 2);
    else if (line !== '') last = line;
  }
});
child.on('close', (code) => {
  clearTimeout(watch);
  console.log(`seed ${told}: ${last}`);
  const isSound = code === 0 && last.startsWith('{') && JSON.parse(last).broken.length === 0;
  process.exitCode = isSound ? 0 : 1;
  if (!isSound)
    console.error(`✗ a promise was broken, or the run ended at the case named above (seed ${told}, exit ${code})`);
});

function onSilence(): void {
  console.error(`✗ no answer for ${MOST_SILENT_MILLISECONDS / 1000} s after ${last} (seed ${told})`);
  child.kill('SIGKILL');
}
