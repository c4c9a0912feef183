// `npm run accuracy [-- mistakes] [-- --write]`: puts seeded mistakes into clean rounds, looks for the known defects of real
// files, and prints how often the rules are right. With --write the same goes into docs/accuracy.md. The exit code is 1
// when a promised bound does not hold.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const numbers = args.filter((arg) => arg !== '--write');
const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'test/accuracy/main.ts'), ...numbers], {
  encoding: 'utf8',
  maxBuffer: 64 << 20,
  stdio: ['ignore', 'pipe', 'inherit'],
});
console.log(stdout);
if (args.includes('--write') && stdout !== '') writeFileSync(path.join(root, 'docs/accuracy.md'), stdout);
process.exitCode = status ?? 1;
