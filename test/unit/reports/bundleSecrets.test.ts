import { expect, test } from 'vitest';
import { passwordsIn } from '../../../electron/node/batch/bundleSecrets.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';

/** A sheet of accounts that nobody has confirmed yet. */
async function unsure(heading: string) {
  const text = `STT;Họ và tên;Đơn vị;TK;${heading}\n1;Lê Thị An;Sở Tư pháp;an.lt;an.lt/Abc@12345\n`;
  const opened = await openWorkbook(Buffer.from(text), 'tk.csv');
  const readings = opened.ok ? readWorkbook(opened.value, { file: 'tk.csv' }) : [];
  expect(readings.map(({ verdict }) => verdict)).toEqual(['unsure']);
  return passwordsIn('tk.csv', readings);
}

test.each(['MK', 'Mã PIN', 'Tài khoản/MK', 'Tên đăng nhập - mật khẩu'])(
  'a column headed "%s" keeps its file out of a bundle, also where intake is not sure of the sheet',
  async (heading) => {
    expect(await unsure(heading)).toMatchObject({ code: 'bundle.password', params: { file: 'tk.csv', column: 'E' } });
  },
);

test('a sheet of accounts without passwords may leave', async () => {
  expect(await unsure('Ghi chú')).toBeNull();
});
