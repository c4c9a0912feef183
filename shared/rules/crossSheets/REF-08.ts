import { z } from 'zod';
import { defineRule } from '../../engine/rule.ts';
import { eachListed, listedUnits } from './listedUnits.ts';
import { readUnitName, unitIn } from './unitNames.ts';

/** Units are those of the round's list. Each is named only where at least half of the list has contact points (a setting):
 *  before that, the round is not complete. */
export default defineRule({
  id: 'REF-08',
  title: 'Mỗi đơn vị có cán bộ đầu mối',
  severity: 'warning',
  scope: 'round',
  why: 'Đơn vị không có đầu mối thì khi có sự cố không ai nhận thông báo, hồ sơ của người dân bị treo mà không biết gọi ai.',
  howToFix: 'Cử cán bộ đầu mối và gửi bổ sung họ tên, số điện thoại vào danh sách đầu mối.',
  legal: [],
  asks: ['004 §1', '003 §5c'],
  datasets: ['contacts', 'units'],
  reads: [],
  mayRead: ['don_vi', 'xa', 'dau_moi'],
  needs: { units: [], contacts: ['dau_moi'] },
  params: z.object({
    coverage: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Tỷ lệ đơn vị đã có đầu mối để báo riêng từng đơn vị chưa có'),
  }),
  messages: {
    missing: 'Đơn vị {unit} chưa có cán bộ đầu mối.',
    few: 'Mới có cán bộ đầu mối của {covered} trong {total} đơn vị thuộc danh mục.',
  },
  en: {
    title: 'Every unit has a contact point',
    why: 'Without one nobody is told of an incident, and citizens’ dossiers hang without anybody to call.',
    howToFix: 'Name a contact point and send name and phone number for the list.',
    messages: {
      missing: 'Unit {unit} has no contact point.',
      few: 'Only {covered} of the {total} listed units have a contact point.',
    },
  },
  checkAll(views, { params }) {
    const covered = new Set<string>();
    for (const view of views) {
      if (view.table.dataset !== 'contacts' || !view.has('dau_moi')) continue;
      const sender = readUnitName(view.table.agency.name).key;
      const unitOf = view.derive('don_vi', unitIn);
      for (let row = 0; row < view.rows; row += 1) {
        if (!view.blank('dau_moi', row)) covered.add(unitOf(row)?.key ?? sender);
      }
    }
    const listed = [...listedUnits(views).units()];
    const without = new Set(listed.filter(({ key }) => !covered.has(key)).map(({ key }) => key));
    if (without.size === 0) return;
    const lists = views.filter(({ table }) => table.dataset === 'units');
    const met = listed.length - without.size;
    if (met < params.coverage * listed.length) {
      const args = { covered: met, total: listed.length };
      lists[0]!.report(null, null, { message: 'few', args, difference: `thiếu ${without.size}` });
      return;
    }
    eachListed(lists, (view, row, field, unit) => {
      // The first row of a unit that is listed twice.
      if (without.delete(unit.key)) view.report(row, field, { message: 'missing', args: { unit: unit.name } });
    });
  },
});
