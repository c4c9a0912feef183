// Writes a batch of the sample round with all outputs, and kills itself in the middle when it is told to: once a share of the
// parts is done, some turns of the event loop after the next part was begun.
import process from 'node:process';
import { BATCH_OUTPUTS } from '../../../electron/node/batch/batchFile.ts';
import { writeBatch } from '../../../electron/node/batch/writeBatch.ts';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { SAMPLE_DAY } from '../../../electron/node/sample/writeSample.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import { succeed } from '../../../shared/result.ts';
import { RULES } from '../../../shared/rules/index.ts';

const [agencies, catalogue, folder, share, turns] = process.argv.slice(2);
const found = await findFiles([agencies!]);
const reference = await loadReference([catalogue!]);
const check = await checkFiles({
  found,
  round: 'Đợt mẫu',
  today: SAMPLE_DAY,
  rules: rulesOnDay(RULES, SAMPLE_DAY),
  reference: reference.ok ? reference.value : null,
  mappings: [],
});
const written = await writeBatch({
  check,
  sources: found.files,
  outputs: BATCH_OUTPUTS,
  folder: folder!,
  language: 'vi',
  // Pages are printed elsewhere; here a stand-in that shows which page it was given.
  printPage: (html) => Promise.resolve(succeed(Buffer.from(`%PDF-stand-in ${html.length}`))),
  onProgress: ({ done, total }) => {
    if (share !== undefined && done >= total * Number(share)) killAfter(Number(turns));
  },
});
if (!written.ok) throw new Error(written.error.code);

function killAfter(left: number): void {
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  else setImmediate(() => killAfter(left - 1));
}
