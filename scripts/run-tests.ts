// `npm test`: every promise of the project in one command; the first failing step stops the run and names itself.
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint', 'oxlint', '--deny-warnings', '--type-aware'],
  ['format', 'oxfmt', '--check', '.'],
  ['unit and integration', 'vitest', 'run'],
];

for (const [name, command, ...args] of steps) {
  const started = Date.now();
  const result = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (result.status !== 0) {
    console.error(`✗ ${name} failed after ${seconds} s`);
    process.exit(result.status ?? 1);
  }
  console.log(`✓ ${name} (${seconds} s)`);
}
