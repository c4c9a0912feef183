import { describe, expect, test } from 'vitest';
import { faultText } from '../../../shared/i18n/index.ts';
import type { CatalogueSnapshot, NationalProcedure } from '../../../shared/reference/catalogue.ts';
import { catalogueFromTables } from '../../../shared/reference/importCatalogue.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import type { ReferenceTable } from '../../../shared/reference/referenceTable.ts';

const EXPORT_HEADINGS = ['Mã số', 'Tên', 'Cơ quan ban hành', 'Cơ quan thực hiện', 'Lĩnh vực'];
const FULL_HEADINGS =
  'ma_tthc,portal_id,ten_tthc,so_quyet_dinh,co_quan_cong_bo,cap_thuc_hien,loai_tthc,linh_vuc,doi_tuong,co_quan_thuc_hien,kenh_nop,thoi_han_online,thoi_han_truc_tiep,thoi_han_buu_chinh,ma_ket_qua,detail_ok'.split(
    ',',
  );

const table = (headings: string[], rows: string[][], file = 'danh-muc.xlsx'): ReferenceTable => ({
  file,
  sheet: 'Sheet1',
  headings,
  rows,
  rowNumbers: rows.map((_, at) => at + 3),
});
const portalExport = (rows: string[][]): ReferenceTable => table(EXPORT_HEADINGS, rows, 'xuat.xlsx');
const fullList = (rows: Record<string, string>[]): ReferenceTable =>
  table(
    FULL_HEADINGS,
    rows.map((row) => FULL_HEADINGS.map((heading) => row[heading] ?? '')),
    'day-du.csv',
  );

function catalogueOf(...tables: ReferenceTable[]): CatalogueSnapshot {
  const catalogue = catalogueFromTables(tables, { title: 'Danh mục', date: '2026-07-01' });
  if (!catalogue.ok) throw new Error(catalogue.error.code);
  return catalogue.value;
}
function recordOf(code: string, ...tables: ReferenceTable[]): NationalProcedure {
  const record = indexProcedures(catalogueOf(...tables)).byCode(code);
  if (record === undefined) throw new Error(`no ${code}`);
  return record;
}

const KET_HON = {
  ma_tthc: '1.000894',
  ten_tthc: 'Thủ tục đăng ký kết hôn',
  co_quan_cong_bo: 'Bộ Tư pháp',
  linh_vuc: 'Hộ tịch',
};

describe("the portal's own export", () => {
  test('gives list facts; several agencies stand in one cell, names carry blanks at their ends', () => {
    const record = recordOf(
      '1.014966',
      portalExport([
        [
          '1.014966',
          'Cấp lại chứng chỉ hành nghề ',
          'Bộ Tư pháp',
          'Chủ tịch ủy ban nhân dân cấp tỉnh\nSở Tư Pháp',
          'Quản tài viên',
        ],
      ]),
    );
    expect(record).toMatchObject({
      ten_tthc: 'Cấp lại chứng chỉ hành nghề',
      co_quan_cong_bo: 'Bộ Tư pháp',
      co_quan_thuc_hien: ['Chủ tịch ủy ban nhân dân cấp tỉnh', 'Sở Tư Pháp'],
      linh_vuc: ['Quản tài viên'],
      hasDetail: false,
      doubts: [],
    });
  });

  test('a sector that is written twice in a cell counts once', () => {
    expect(
      recordOf('1.003519', portalExport([['1.003519', 'Phê duyệt', 'Bộ', 'Bộ', 'Nông nghiệp\nNông nghiệp']])).linh_vuc,
    ).toEqual(['Nông nghiệp']);
  });
});

describe('the full list', () => {
  test('gives channels with their deadlines in words; several lines of one channel stay apart', () => {
    const record = recordOf(
      '1.000894',
      fullList([
        {
          ...KET_HON,
          portal_id: '019d2bf7',
          cap_thuc_hien: 'Cấp tỉnh, Cấp xã',
          doi_tuong: 'Công dân Việt Nam, Cán bộ, công chức, viên chức',
          kenh_nop: 'DIRECT,ONLINE',
          thoi_han_truc_tiep: '1 OTHER',
          thoi_han_online: '3 WORKING_DAY | 5 DAY',
          ma_ket_qua: 'KQ.G15.000031',
        },
      ]),
    );
    expect(record.cap_thuc_hien).toEqual(new Set(['province', 'commune']));
    expect(record.doi_tuong).toEqual(['Công dân Việt Nam', 'Cán bộ, công chức, viên chức']);
    expect(record.ma_ket_qua).toEqual(['KQ.G15.000031']);
    expect(record.hasDetail).toBe(true);
    expect(
      record.channels.map((line) => [line.channel, line.deadlineText, line.deadline?.parts ?? null, line.fee]),
    ).toEqual([
      ['direct', '', null, null],
      ['online', '3 ngày làm việc', [{ amount: 3, unit: 'workingDay' }], null],
      ['online', '5 ngày', [{ amount: 5, unit: 'day' }], null],
    ]);
  });

  test.each([
    ['Thuế tỉnh, thành phố, Thuế cơ sở', ['Thuế tỉnh, thành phố', 'Thuế cơ sở']],
    [
      'Cục cảnh sát quản lý hành chính về trật tự, xã hội, Công an tỉnh',
      ['Cục cảnh sát quản lý hành chính về trật tự, xã hội', 'Công an tỉnh'],
    ],
    ['Sở Tài chính các tỉnh, thành phố', ['Sở Tài chính các tỉnh, thành phố']],
  ])('agencies joined by commas: %s', (cell, agencies) => {
    expect(recordOf('1.000894', fullList([{ ...KET_HON, co_quan_thuc_hien: cell }])).co_quan_thuc_hien).toEqual(
      agencies,
    );
  });

  test('further columns give fees, dossier, decision date and state', () => {
    const record = recordOf(
      '1.000894',
      table(
        ['ma_tthc', 'ten_tthc', 'kenh_nop', 'phi_truc_tiep', 'thanh_phan_ho_so', 'ngay_quyet_dinh', 'trang_thai'],
        [
          [
            '1.000894',
            'Đăng ký kết hôn',
            'DIRECT',
            '10.000 đồng/bản (Thông tư số 281/2016/TT-BTC)',
            'Tờ khai\nGiấy xác nhận',
            '05/3/2026',
            'Đã bãi bỏ',
          ],
        ],
      ),
    );
    expect(record).toMatchObject({
      thanh_phan_ho_so: ['Tờ khai', 'Giấy xác nhận'],
      ngay_quyet_dinh: '2026-03-05',
      state: 'withdrawn',
    });
    expect(record.channels[0]).toMatchObject({ feeText: '10.000 đồng/bản', feeNote: 'Thông tư số 281/2016/TT-BTC' });
    expect(record.channels[0]?.fee?.amounts.map((level) => level.amount)).toEqual([10_000]);
  });

  test.each([
    ['Công khai', 'active'],
    ['Không còn công khai', 'withdrawn'],
    ['Hết hiệu lực', 'withdrawn'],
    ['Còn hiệu lực', 'active'],
    ['Chưa công khai', 'notOpen'],
    ['UPDATED', 'active'],
    ['', 'unknown'],
  ])('state %j is %s', (text, state) => {
    expect(recordOf('1.000894', table(['ma_tthc', 'ten_tthc', 'trang_thai'], [['1.000894', 'A', text]])).state).toBe(
      state,
    );
  });
});

describe('one catalogue out of several lists', () => {
  const list = portalExport([['1.000894', 'Thủ tục đăng ký kết hôn', 'Bộ Tư pháp', '', 'Hộ tịch']]);
  const full = fullList([
    { ...KET_HON, cap_thuc_hien: 'Cấp xã', co_quan_thuc_hien: 'Ủy ban nhân dân cấp xã', kenh_nop: 'DIRECT' },
  ]);

  test('the richer source wins and blanks are filled', () => {
    expect(recordOf('1.000894', list, full)).toMatchObject({
      co_quan_thuc_hien: ['Ủy ban nhân dân cấp xã'],
      hasDetail: true,
      doubts: [],
    });
  });

  test('both forms give the same list facts', () => {
    const facts = ({ ma_tthc, ten_tthc, co_quan_cong_bo, linh_vuc }: NationalProcedure) => ({
      ma_tthc,
      ten_tthc,
      co_quan_cong_bo,
      linh_vuc,
    });
    expect(facts(recordOf('1.000894', list))).toEqual(facts(recordOf('1.000894', full)));
  });

  test('the id names the content: not the order of rows or files, not the title', () => {
    const rows = [
      ['1.000894', 'A', 'Bộ Tư pháp', 'Xã', 'Hộ tịch'],
      ['2.000635', 'B', 'Bộ Tư pháp', 'Xã\nTỉnh', 'Hộ tịch'],
    ];
    const turned = [['2.000635', 'B ', 'Bộ Tư pháp', 'Tỉnh\nXã', 'Hộ tịch'], rows[0]!];
    const split = [portalExport([rows[1]!]), table(EXPORT_HEADINGS, [rows[0]!], 'khac.xlsx')];
    const id = catalogueOf(portalExport(rows)).id;
    expect(catalogueOf(portalExport(turned)).id).toBe(id);
    expect(catalogueOf(...split).id).toBe(id);
    expect(catalogueOf(portalExport([rows[0]!, [...rows[1]!.slice(0, 4), 'Chứng thực']])).id).not.toBe(id);
  });

  test('what the sources say differently is noted with what was kept', () => {
    const other = portalExport([['1.000894', 'Thủ tục đăng ký kết hôn', 'Bộ Nội vụ', '', 'Hộ tịch']]);
    expect(catalogueOf(full, other).notes).toEqual([
      {
        code: 'reference.note.contradiction',
        params: { ma_tthc: '1.000894', field: 'co_quan_cong_bo', kept: 'Bộ Tư pháp', other: 'Bộ Nội vụ' },
      },
    ]);
  });

  test('records come sorted by code, and a list is partial unless somebody vouches for it', () => {
    const catalogue = catalogueOf(fullList([{ ...KET_HON, ma_tthc: '2.000635' }, KET_HON]));
    expect(catalogue.procedures.map((record) => record.ma_tthc)).toEqual(['1.000894', '2.000635']);
    expect(catalogue.complete).toBe(false);
  });
});

describe('a record that is not to be trusted', () => {
  const detail = {
    portal_id: 'p-1',
    so_quyet_dinh: '1/QĐ-BTP',
    cap_thuc_hien: 'Cấp xã',
    kenh_nop: 'DIRECT',
    thoi_han_truc_tiep: '3 DAY',
  };

  test('one page under two codes: only list facts stay (NAT-12)', () => {
    const full = fullList([
      { ...KET_HON, ...detail },
      { ...KET_HON, ...detail, ma_tthc: '2.000635' },
    ]);
    for (const code of ['1.000894', '2.000635']) {
      expect(recordOf(code, full)).toMatchObject({
        ten_tthc: 'Thủ tục đăng ký kết hôn',
        so_quyet_dinh: '',
        channels: [],
        hasDetail: false,
        doubts: ['detailOfOtherProcedure', 'agencyEmpty'],
      });
    }
  });

  test("a page marked as another procedure's loses its details", () => {
    expect(recordOf('1.000894', fullList([{ ...KET_HON, ...detail, detail_ok: '0' }]))).toMatchObject({
      channels: [],
      hasDetail: false,
    });
  });

  test('a detail whose name is not that of the list is dropped', () => {
    const list = portalExport([['1.000894', 'Thủ tục đăng ký kết hôn', 'Bộ Tư pháp', 'Xã', 'Hộ tịch']]);
    const record = recordOf(
      '1.000894',
      fullList([{ ...KET_HON, ...detail, ten_tthc: 'Cấp giấy phép khai thác khoáng sản' }]),
      list,
    );
    expect(record).toMatchObject({
      ten_tthc: 'Thủ tục đăng ký kết hôn',
      hasDetail: false,
      doubts: ['detailOfOtherProcedure'],
    });
  });

  test('a code that Excel turned into a number is rebuilt and marked, unless it is the code of another row', () => {
    const rows = [
      ['1.00012', 'A', 'Bộ', 'Xã', 'Hộ tịch'],
      ['2.00063', 'B', 'Bộ', 'Xã', 'Hộ tịch'],
      ['2.000630', 'C', 'Bộ', 'Xã', 'Hộ tịch'],
    ];
    expect(catalogueOf(portalExport(rows)).procedures.map((record) => [record.ma_tthc, record.doubts])).toEqual([
      ['1.000120', ['codeMalformed']],
      ['2.00063', ['codeMalformed']],
      ['2.000630', []],
    ]);
  });

  test('the same code twice in one list is marked; in two lists it is normal', () => {
    const row = ['1.000894', 'Thủ tục đăng ký kết hôn', 'Bộ Tư pháp', 'Xã', 'Hộ tịch'];
    expect(recordOf('1.000894', portalExport([row, row])).doubts).toEqual(['duplicateCode']);
    expect(recordOf('1.000894', portalExport([row]), table(EXPORT_HEADINGS, [row], 'khac.xlsx')).doubts).toEqual([]);
  });

  test('a row without a code is left out and named', () => {
    const catalogue = catalogueOf(
      portalExport([
        ['1.000894', 'A', 'Bộ', 'Xã', 'Hộ tịch'],
        ['', 'Không mã', 'Bộ', 'Xã', 'Hộ tịch'],
        ['', '', '', '', ''],
      ]),
    );
    expect(catalogue.procedures).toHaveLength(1);
    expect(catalogue.notes).toEqual([
      {
        code: 'reference.note.rowWithoutCode',
        params: { file: 'xuat.xlsx', sheet: 'Sheet1', row: 4, name: 'Không mã' },
      },
    ]);
  });
});

describe('a reference that is none is refused with what to do', () => {
  test.each([
    ['no code column', table(['STT', 'Nội dung', 'Ghi chú'], [['1', 'Báo cáo', '']], 'bao-cao.xls')],
    ['no national codes', portalExport([['H13-12345-1', 'A', 'Bộ', 'Xã', 'Hộ tịch']])],
    ["an agency's own codes", portalExport([['1.003930.000.00.00.H13-3', 'A', 'Bộ', 'Xã', 'Hộ tịch']])],
    ['a header without rows', portalExport([])],
  ])('%s', (_, wrong) => {
    const refused = catalogueFromTables([wrong], { title: '', date: '' });
    expect(refused).toEqual({ ok: false, error: { code: 'reference.notACatalogue', params: { file: wrong.file } } });
  });

  test('the message names the file, what is missing and which file to take', () => {
    const text = faultText('vi', { code: 'reference.notACatalogue', params: { file: 'bao-cao.xls' } });
    expect(text).toContain('bao-cao.xls');
    expect(text).toContain('không có cột mã số');
    expect(text).toContain('Hãy chọn');
  });

  test('no table at all', () => {
    expect(catalogueFromTables([], { title: '', date: '' })).toMatchObject({ error: { code: 'reference.empty' } });
  });
});
