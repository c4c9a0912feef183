// `npm run bench [-- name … --option …]`: every benchmark, or the named ones; options go to each. They print ratios
// against a peer or a bare limit measured in the same run, because machines differ and are noisy; none of them is a test.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const BENCHES: Readonly<Record<string, string>> = {
  round: 'roundBench.ts',
  edit: 'editBench.ts',
  workbench: 'workbenchBench.ts',
  facets: 'facetsBench.ts',
  rules: 'rulesBench.ts',
  reading: 'readingBench.ts',
  matching: 'matchingBench.ts',
  screen: 'screenBench.ts',
  reports: 'reportsBench.ts',
};

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No benchmark "${unknown.join('", "')}"; there are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const name of named.length > 0 ? named : Object.keys(BENCHES)) {
  console.log(`\n— ${name} —`);
  const file = path.resolve(import.meta.dirname, '../test/perf', BENCHES[name]!);
  const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
