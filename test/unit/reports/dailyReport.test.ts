import { describe, expect, test } from 'vitest';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { dailyReportOf } from '../../../shared/reports/daily/dailyReport.ts';
import {
  dailyRoutes,
  dueAt,
  dueWarning,
  minutesLeft,
  nearness,
  routeOf,
  senderOf,
} from '../../../shared/reports/daily/routes.ts';
import { MASKED } from '../../../shared/reports/masking.ts';
import { officeSchema, UNKNOWN_OFFICE } from '../../../shared/settings/office.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom } from '../../tables.ts';

const DAY = '2026-08-29';

function reportOf(tables: readonly Table[], office = UNKNOWN_OFFICE) {
  const result = runRules({ tables, rules: [], references: {}, today: '2026-09-01' });
  const check: Check = {
    round: 'Đợt thử',
    today: '2026-09-01',
    version: '1',
    reference: null,
    files: [
      {
        file: 'a.xlsx',
        bytes: 1,
        sha256: '',
        format: 'xlsx',
        fault: null,
        readings: [{ tables } as unknown as Check['files'][number]['readings'][number]],
      },
    ],
    result,
    timings: {},
  };
  return dailyReportOf(check, new Findings(result.log, 'vi'), office, MASKED);
}

const PHU_MY = { id: 'phu-my', name: 'UBND xã Phù Mỹ' };
const Y_TE = { id: 'y-te', name: 'Sở Y tế' };

describe('daily report', () => {
  test('sums the last day that was reported, and says who is late and who is missing', () => {
    const report = reportOf([
      tableFrom(
        'dailyReports',
        [
          { ngay_bao_cao: '28/08/2026', gio_gui: '15:00', don_vi: 'xã Phù Mỹ', sl_tiep_nhan: 'num:9' },
          {
            ngay_bao_cao: '29/08/2026',
            gio_gui: '16:20',
            don_vi: 'xã Phù Mỹ',
            sl_tiep_nhan: '1.020',
            sl_qua_han: '3 hồ sơ',
          },
          {
            ngay_bao_cao: '29/08/2026',
            gio_gui: '15:59',
            don_vi: 'xã An Lão',
            sl_tiep_nhan: 'num:5',
            sl_qua_han: 'không rõ',
          },
        ],
        { agency: PHU_MY },
      ),
      tableFrom('procedures', [{ ma_tthc: '1.001193' }], { agency: Y_TE }),
    ]);
    expect(report.day).toBe(DAY);
    expect(
      report.units.map(({ unit, late, figures }) => [unit, late, figures.sl_tiep_nhan, figures.sl_qua_han]),
    ).toEqual([
      ['xã An Lão', false, 5, null],
      ['xã Phù Mỹ', true, 1020, 3],
    ]);
    expect(report.total.sl_tiep_nhan).toBe(1025);
    expect(report.missing).toEqual([{ unit: 'Sở Y tế', sender: 'department' }]);
  });

  test('lists incidents of the day, those mended on it and those still open; names no telephone number', () => {
    const incident = (day: string, what: string, result: string, done = '') => ({
      ngay_bao_cao: day,
      loi_su_co: what,
      nguyen_nhan: 'Gọi 0905112233',
      ket_qua_xu_ly: result,
      thoi_gian_hoan_thanh: done,
    });
    const report = reportOf([
      tableFrom('dailyReports', [{ ngay_bao_cao: '29/08/2026', sl_tiep_nhan: 'num:1' }], { agency: PHU_MY }),
      tableFrom(
        'incidents',
        [
          incident('27/08/2026', 'cũ, đã xong', 'Đã xử lý', '28/08/2026'),
          incident('27/08/2026', 'cũ, xong hôm nay', 'Đã khắc phục', '29/08/2026'),
          incident('27/08/2026', 'cũ, còn mở', 'Chưa xử lý xong'),
          incident('29/08/2026', 'hôm nay', 'Đã xử lý', '29/08/2026'),
          incident('30/08/2026', 'ngày mai', ''),
        ],
        { agency: PHU_MY },
      ),
    ]);
    expect(report.incidents.map(({ what, mended }) => [what, mended])).toEqual([
      ['cũ, còn mở', false],
      ['cũ, xong hôm nay', true],
      ['hôm nay', true],
    ]);
    expect(report.incidents.every(({ cause }) => cause === 'Gọi *******233')).toBe(true);
  });
});

describe('routes of daily reports', () => {
  test('are the common ones, those of a province that says otherwise, or the office’s own', () => {
    const to = (office: Parameters<typeof dailyRoutes>[0], from: 'commune' | 'province') =>
      routeOf(dailyRoutes(office), from);
    expect(to(UNKNOWN_OFFICE, 'commune')).toEqual({ from: 'commune', to: 'Công an tỉnh', due: '16:00' });
    expect(to(UNKNOWN_OFFICE, 'province')).toEqual({
      from: 'province',
      to: 'Trung tâm Dữ liệu quốc gia',
      due: '17:00',
    });
    expect(to(officeSchema.parse({ province: '24' }), 'commune')?.to).toBe('Công an xã');
    const own = officeSchema.parse({ dailyRoutes: [{ from: 'commune', to: 'Tổ công tác', due: '14:30' }] });
    expect([to(own, 'commune')?.due, to(own, 'province')]).toEqual(['14:30', undefined]);
  });

  test.each([
    ['UBND xã Phù Mỹ', 'commune'],
    ['phường Quy Nhơn', 'commune'],
    ['Đặc khu Phú Quốc', 'commune'],
    ['Sở Y tế', 'department'],
    ['Văn phòng UBND tỉnh', 'department'],
  ] as const)('%s reports as %s', (agency, sender) => {
    expect(senderOf(agency)).toBe(sender);
  });

  test.each([
    ['2026-08-29T14:59', 61, 'far'],
    ['2026-08-29T15:00', 60, 'near'],
    ['2026-08-29T16:00', 0, 'near'],
    ['2026-08-29T16:01', -1, 'past'],
    ['2026-08-28T16:00', 1440, 'far'],
    ['2026-09-01T00:00', -3360, 'past'],
  ] as const)('at %s there are %i minutes left, which is %s', (now, minutes, how) => {
    const left = minutesLeft(now, dueAt(DAY, { from: 'commune', to: 'Công an tỉnh', due: '16:00' }));
    expect([left, nearness(left)]).toEqual([minutes, how]);
  });

  test.each([
    ['province', '2026-08-29T16:10', 'Còn 50 phút đến hạn gửi báo cáo ngày cho Trung tâm Dữ liệu quốc gia (17:00).'],
    ['commune', '2026-08-29T16:10', 'Đã quá hạn gửi báo cáo ngày cho Công an tỉnh (16:00) 10 phút.'],
    ['department', '2026-08-29T10:00', null],
  ] as const)('an office of level %s is told at %s: %s', (level, now, warning) => {
    expect(dueWarning(officeSchema.parse({ level }), DAY, now, 'vi')).toBe(warning);
  });

  test('are due every day, on weekends and holidays as well: the letters except none', () => {
    const office = officeSchema.parse({ daysOff: ['2026-09-03'] });
    for (const day of ['2026-08-30', '2026-09-02', '2026-09-03', '2026-09-04']) {
      expect(dueWarning(office, day, `${day}T16:30`, 'vi')).not.toBeNull();
    }
  });
});
