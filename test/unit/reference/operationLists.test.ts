import { describe, expect, test } from 'vitest';
import { readChecklist } from '../../../shared/reference/cutoverChecklist.ts';
import { indexPortalDossiers } from '../../../shared/reference/portalDossiers.ts';
import { indexPortalProcedures } from '../../../shared/reference/portalProcedures.ts';
import { indexPreviousRound } from '../../../shared/reference/previousRound.ts';
import { indexRoles } from '../../../shared/reference/roleList.ts';
import { indexStaff } from '../../../shared/reference/staffList.ts';
import { tableFrom } from '../../tables.ts';

describe('a list of roles', () => {
  const roles = indexRoles([
    { he_thong: 'Hệ thống điều phối', vai_tro: 'Cán bộ xử lý' },
    { he_thong: 'Hệ thống điều phối', vai_tro: 'cán bộ  xử lí' },
    { he_thong: 'Hệ thống thanh toán', vai_tro: 'Kế toán' },
    { vai_tro: 'Quản trị' },
    { he_thong: 'Hệ thống điều phối' },
  ]);

  test('names each role of a system once, and those of every system', () => {
    expect(roles.ofSystem('he thong dieu phoi')?.names).toEqual(['Cán bộ xử lý', 'Quản trị']);
    expect(roles.all.names).toEqual(['Cán bộ xử lý', 'Kế toán', 'Quản trị']);
  });

  test('does not answer for a system it does not list, unless it lists none at all', () => {
    expect(roles.ofSystem('Phần mềm khác')).toBeUndefined();
    expect(
      indexRoles([{ vai_tro: 'Quản trị' }])
        .ofSystem('Phần mềm khác')
        ?.has('quản trị'),
    ).toBe(true);
  });
});

describe('a staff list', () => {
  const staff = indexStaff([
    { ho_ten: 'Nguyễn Văn An', cccd: '001088000001' },
    { ho_ten: 'Trần Thị Bình', cccd: '231234567' },
  ]);

  test.each([
    ['001088000001', 'Tên khác', true],
    ['001090000009', 'Nguyễn Văn An', false],
    ['', 'NGUYEN VAN AN', true],
    ['001188000002', 'Trần Thị Bình', true],
    ['', 'Lê Văn Cường', false],
  ])('goes by the citizen id, and by the name where one side has none: %s %s', (id, name, expected) => {
    expect(staff.employs(id, name)).toBe(expected);
  });
});

describe('what a portal publishes', () => {
  test.each([
    ['', 'open'],
    ['Công khai', 'open'],
    ['Đang hoạt động', 'open'],
    ['Đã đồng bộ', 'open'],
    ['Chưa công khai', 'notOpen'],
    ['Không công khai', 'notOpen'],
    ['Chờ duyệt', 'notOpen'],
    ['Cho phép nộp trực tuyến', 'open'],
    ['Hết hiệu lực', 'closed'],
    ['Đã đóng', 'closed'],
    ['Dừng cung cấp', 'closed'],
  ])('state "%s" is %s', (trang_thai, expected) => {
    const portal = indexPortalProcedures([{ ma_tthc: '1.000120.000.00.00.H13-1', trang_thai }]);
    expect(portal.stateOf('1.000120')).toBe(expected);
  });

  test('counts a code as open when one of its rows is', () => {
    const rows = ['Dừng cung cấp', 'Công khai', 'Chưa công khai'].map((trang_thai) => ({
      ma_tthc: '1.000120',
      trang_thai,
    }));
    expect(indexPortalProcedures(rows).stateOf('1.000120')).toBe('open');
    expect(indexPortalProcedures(rows.toReversed()).stateOf('1.000120')).toBe('open');
    expect(indexPortalProcedures(rows).stateOf('1.001193')).toBeUndefined();
  });

  test('finds a dossier whatever the blanks and the case of its code', () => {
    const dossiers = indexPortalDossiers([
      { ma_ho_so: 'H56.12.34-250601-0001', trang_thai_ho_so: ' Đang  xử lý ' },
      {},
    ]);
    expect(dossiers.find('h56.12.34 -250601-0001')).toEqual({ state: 'Đang xử lý', payment: '' });
    expect(dossiers.find('')).toBeUndefined();
  });
});

describe('an earlier round', () => {
  const agency = { id: 'xa-a', name: 'Xã A' };
  const round = indexPreviousRound('đợt 1', [
    tableFrom('procedures', [{ ma_tthc: '1.000120', phi_le_phi: 'Miễn phí' }], { agency }),
    tableFrom('procedures', [{ ma_tthc: '1.001193' }, { ma_tthc: '1.001193' }], { agency, sheet: 'Sheet2' }),
  ]);

  test('gives the row of a key that stands once', () => {
    const sheet = round.sheet('xa-a', 'procedures');
    const [only, twice] = [...(sheet?.keys.keys() ?? [])];
    expect(sheet?.row(only!)?.texts.get('phi_le_phi')).toBe('Miễn phí');
    expect(sheet?.row(twice!)).toBeNull();
    expect([...(sheet?.keys.values() ?? [])]).toEqual(['1.000120', '1.001193']);
  });

  test('knows nothing of other agencies and kinds of sheets', () => {
    expect(round.sheet('xa-b', 'procedures')).toBeUndefined();
    expect(round.sheet('xa-a', 'channels')).toBeUndefined();
  });
});

test('a checklist keeps what is to be done, by whom, and how far it is', () => {
  expect(
    readChecklist([
      { phuong_an_xu_ly: 'Sao lưu', nguoi_xu_ly: 'VNPT', ket_qua_xu_ly: 'Xong' },
      { mo_ta: 'Phục hồi', don_vi: 'Sở KH&CN' },
      { ghi_chu: 'dòng trống' },
    ]).items,
  ).toEqual([
    { task: 'Sao lưu', owner: 'VNPT', outcome: 'Xong' },
    { task: 'Phục hồi', owner: 'Sở KH&CN', outcome: '' },
  ]);
});
