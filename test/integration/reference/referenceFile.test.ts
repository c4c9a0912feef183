import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { buildXlsx } from '../../workbooks.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reference-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc';
const HEADER = ['Mã số', 'Tên', 'Cơ quan ban hành', 'Cơ quan thực hiện', 'Lĩnh vực'];
const ROW = ['1.000894', 'Thủ tục đăng ký kết hôn ', 'Bộ Tư pháp', 'Ủy ban nhân dân cấp xã\n', 'Hộ tịch'];
const portalExport = buildXlsx({ sheets: [{ name: 'Sheet1', rows: [[MOTTO], HEADER, ROW], merges: ['A1:E1'] }] });
const fullList =
  '\uFEFFma_tthc,portal_id,ten_tthc,co_quan_cong_bo,cap_thuc_hien,linh_vuc,co_quan_thuc_hien,kenh_nop,thoi_han_truc_tiep,detail_ok\r\n' +
  '1.000894,p-1,Thủ tục đăng ký kết hôn,Bộ Tư pháp,Cấp xã,Hộ tịch,Ủy ban nhân dân cấp xã,DIRECT,1 WORKING_DAY,1\r\n';

describe('a national catalogue is loaded from', () => {
  test("the portal's .xlsx export", async () => {
    const loaded = await loadReference([await fileOf('xuat.xlsx', portalExport)]);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        title: 'xuat.xlsx',
        date: '',
        complete: false,
        procedures: [
          {
            ma_tthc: '1.000894',
            ten_tthc: 'Thủ tục đăng ký kết hôn',
            co_quan_thuc_hien: ['Ủy ban nhân dân cấp xã'],
            linh_vuc: ['Hộ tịch'],
            hasDetail: false,
          },
        ],
      },
    });
  });

  test('the full CSV, whose name tells its date', async () => {
    const loaded = await loadReference([await fileOf('national_catalogue_2026-07.csv', fullList)]);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        date: '2026-07-01',
        procedures: [
          { ma_tthc: '1.000894', hasDetail: true, channels: [{ channel: 'direct', deadlineText: '1 ngày làm việc' }] },
        ],
      },
    });
  });

  test('both together, one record each code; what the caller says goes before what the names tell', async () => {
    const files = [await fileOf('xuat.xlsx', portalExport), await fileOf('day-du_2026-07-17.csv', fullList)];
    const loaded = await loadReference(files, { title: 'Danh mục quốc gia', complete: true });
    expect(loaded).toMatchObject({
      ok: true,
      value: { title: 'Danh mục quốc gia', date: '2026-07-17', complete: true, procedures: [{ doubts: [] }] },
    });
  });
});

describe('a file that cannot serve is refused by name, and nothing is loaded', () => {
  const report = buildXlsx({
    sheets: [{ name: 'BC', rows: [['BÁO CÁO'], ['STT', 'Nội dung', 'Số lượng'], [1, 'Tiếp nhận', 5]] }],
  });

  test.each([
    ['a report', 'bao-cao.xlsx', report, 'reference.notACatalogue'],
    ['records without codes', 'khac.jsonl', '{"name":"x"}\n', 'reference.notACatalogue'],
    ['a broken line', 'hong.jsonl', '{"ma_tthc":"1.000894"\n', 'reference.badLine'],
  ])('%s', async (_, name, content, code) => {
    const good = await fileOf('xuat.xlsx', portalExport);
    const loaded = await loadReference([good, await fileOf(name, content)]);
    expect(loaded).toMatchObject({ ok: false, error: { code, params: { file: name } } });
  });

  test('a missing file, and no file', async () => {
    expect(await loadReference([path.join(folder, 'khong-co.csv')])).toMatchObject({
      error: { code: 'file.missing', params: { file: 'khong-co.csv' } },
    });
    expect(await loadReference([])).toMatchObject({ error: { code: 'reference.empty' } });
  });
});
