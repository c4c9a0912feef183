import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { comparedRecordOf, steppedDown } from './nationalRecord.ts';
import { sectorsAgree, sectorsIn, type Sectors } from './sectors.ts';
import { perAlikeRows } from '../alikeRows.ts';

// An agency that names one of several national sectors is not wrong; a sector that the record does not have is.
export default defineRule({
  id: 'NAT-04',
  title: 'Lĩnh vực khớp danh mục quốc gia',
  severity: 'warning',
  scope: 'row',
  why: 'Lĩnh vực quyết định thủ tục nằm ở nhóm nào trên Cổng và do phòng, ban nào theo dõi; ghi khác thì người dân tìm không thấy, số liệu thống kê sai.',
  howToFix: 'Lấy tên lĩnh vực của danh mục quốc gia cho mã này.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ma_tthc', 'linh_vuc'],
  refs: ['procedures'],
  messages: {
    differs: 'Lĩnh vực khác danh mục quốc gia: "{national}".',
    nationalSector: 'Lĩnh vực của mã này trong danh mục quốc gia.',
  },
  en: {
    title: 'The sector agrees with the national catalogue',
    why: 'The sector decides in which group of the portal a procedure stands and which office follows it; another one hides it from citizens and spoils the statistics.',
    howToFix: 'Take the sector that the national catalogue gives for this code.',
    messages: {
      differs: 'The sector differs from the national catalogue: "{national}".',
      nationalSector: 'The sector of this code in the national catalogue.',
    },
  },
  check(view, context) {
    const recordOf = comparedRecordOf(view, context);
    const sectorsOf = view.derive('linh_vuc', sectorsIn);
    const judge = oncePerPairOfRun(context, differing);
    perAlikeRows(view, context, ['ma_tthc', 'linh_vuc'], 'linh_vuc', (row) => {
      const record = recordOf(row);
      return record === undefined ? null : judge(sectorsOf(row), record);
    });
  },
});

function differing(sectors: Sectors, record: NationalProcedure): Verdict<'differs' | 'nationalSector'> | null {
  if (record.linh_vuc.includes(sectors.text)) return null;
  if (sectorsAgree(sectors, record.linh_vuc.map(compareKey)) !== false) return null;
  return {
    message: 'differs',
    args: { national: record.linh_vuc.join('; ') },
    expected: record.linh_vuc.join('\n'),
    fix: { value: record.linh_vuc.join('\n'), confidence: 'likely', why: 'nationalSector' },
    ...steppedDown(record, ['duplicateCode']),
  };
}
