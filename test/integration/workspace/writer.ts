// Writes decisions into a round as fast as it can and says each one it was told is kept: what the parent kills at any moment.
import process from 'node:process';
import { openWorkspace } from '../../../electron/node/workspace/openWorkspace.ts';

const opened = openWorkspace(process.argv[2]!, () => new Date(0));
if (!opened.ok) throw new Error(opened.error.code);
const workspace = opened.value;
const round = workspace.rounds.list()[0]!.id;
process.stdout.write('ready\n');
for (let edit = workspace.decisions.of(round).length; ; edit += 1) {
  const entry = workspace.decisions.add(round, 'edit', '{}', JSON.stringify({ edit, text: 'x'.repeat(edit % 5000) }));
  process.stdout.write(`${entry}\n`);
}
