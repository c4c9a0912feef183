import { z } from 'zod';
import { defineRule } from '../../engine/rule.ts';
import { saysAny } from '../phrases.ts';
import { reportDay, unitName } from './reportUnit.ts';
import { formatMinutes, minutesOf, sentAt } from './timeOfDay.ts';

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

// Routes differ per province (003 §7b: everybody to the provincial police; 004 §1: communes to the communal police), so
// they are settings; the first route whose words the unit's name holds applies. "Trước 16 giờ" is not held against a
// report of 16:00 sharp: clocks of whole minutes prove nothing. A time without a date is of the day of the report.
export default defineRule({
  id: 'RPT-02',
  title: 'Báo cáo hằng ngày gửi đúng giờ',
  severity: 'warning',
  scope: 'row',
  why: 'Công an tỉnh phải tổng hợp và gửi Trung tâm Dữ liệu quốc gia trước 17 giờ; báo cáo muộn thì vướng mắc của đơn vị không kịp được hỗ trợ trong ngày.',
  howToFix: 'Chốt số liệu và gửi trước giờ quy định; việc khẩn cấp thì báo ngay, không chờ báo cáo.',
  legal: [],
  asks: ['003 §7b', '004 §1', '001 §3b', '002 §3'],
  datasets: ['dailyReports'],
  reads: ['gio_gui'],
  mayRead: ['ngay_bao_cao', 'don_vi'],
  params: z.object({
    routes: z
      .array(
        z.object({
          unit: z.array(z.string().min(1)).describe('Từ trong tên đơn vị gửi; để trống: mọi đơn vị'),
          to: z.string().min(1).describe('Nơi nhận'),
          before: clock.describe('Giờ muộn nhất (hh:mm)'),
        }),
      )
      .default([
        {
          unit: ['Công an tỉnh', 'Công an thành phố', 'UBND tỉnh', 'Ủy ban nhân dân tỉnh', 'Văn phòng UBND tỉnh'],
          to: 'Trung tâm Dữ liệu quốc gia',
          before: '17:00',
        },
        { unit: [], to: 'Công an tỉnh', before: '16:00' },
      ])
      .describe('Tuyến báo cáo: đơn vị gửi, nơi nhận, giờ muộn nhất'),
  }),
  messages: {
    late: 'Báo cáo của {unit} gửi lúc {time}, sau {before} (gửi {to}).',
    nextDay: 'Báo cáo của {unit} gửi sau ngày báo cáo {days} ngày.',
    unreadable: 'Không đọc được giờ gửi "{value}".',
  },
  en: {
    title: 'Daily reports are sent in time',
    why: 'The provincial police must collect and report to the National Data Centre before 17:00; with a late report the unit’s troubles get no help that day.',
    howToFix: 'Close the figures and send before the time set; report urgent matters at once.',
    messages: {
      late: 'The report of {unit} was sent at {time}, after {before} (to {to}).',
      nextDay: 'The report of {unit} was sent {days} days after its day.',
      unreadable: 'The time of sending "{value}" cannot be read.',
    },
  },
  check(view, { params }) {
    const routes = params.routes.map(({ unit, to, before }) => ({
      applies: unit.length === 0 ? () => true : saysAny(unit),
      to,
      before,
      limit: minutesOf(before),
    }));
    const sent = view.derive('gio_gui', sentAt);
    const dayOf = view.derive('ngay_bao_cao', reportDay);
    for (let row = 0; row < view.rows; row += 1) {
      const at = sent(row);
      if (at === null) continue;
      if (at === 'unreadable') {
        view.report(row, 'gio_gui', { message: 'unreadable' });
        continue;
      }
      const unit = unitName(view, row);
      const day = dayOf(row);
      const days = at.day === undefined || day === null ? 0 : at.day - day;
      const route = routes.find(({ applies }) => applies(unit));
      if (route === undefined || days < 0) continue;
      if (days > 0) {
        view.report(row, 'gio_gui', { message: 'nextDay', args: { unit, days }, difference: `muộn ${days} ngày` });
      } else if (at.minutes > route.limit) {
        view.report(row, 'gio_gui', {
          message: 'late',
          args: { unit, time: formatMinutes(at.minutes), before: route.before, to: route.to },
          expected: `trước ${route.before}`,
          difference: `muộn ${at.minutes - route.limit} phút`,
        });
      }
    }
  },
});
