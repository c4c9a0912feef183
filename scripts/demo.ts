// `npm run demo`: the main job on the sample round, with nothing but this checkout.
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runCheck } from '../electron/cli/checkCommand.ts';
import { EXIT } from '../electron/cli/exitCode.ts';
import { SAMPLE_DAY, writeSample } from '../electron/node/sample/writeSample.ts';

const out = path.resolve(import.meta.dirname, '../out');
rmSync(path.join(out, 'mau'), { recursive: true, force: true });
rmSync(path.join(out, 'danh-sach-can-sua'), { recursive: true, force: true });
const sample = await writeSample(path.join(out, 'mau'));

const code = await runCheck({
  name: 'check',
  places: [sample.agencies],
  references: [sample.catalogue],
  lists: [],
  mappings: [],
  round: 'Đợt mẫu: tỉnh Gia Lai (dữ liệu không có thật)',
  today: SAMPLE_DAY,
  out: path.join(out, 'danh-sach-can-sua'),
  language: 'vi',
  quiet: false,
});
console.log('\nTệp của đơn vị: out/mau/don-vi   Đáp án lỗi đã cài: out/mau/dap-an.json');
// The sample is full of seeded mistakes: finding them is success.
process.exitCode = code === EXIT.errorsFound ? 0 : 1;
