import { formatLevels, LEVELS, type Level } from '../../domain/level.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { levelsIn } from '../rowConsistency/levelsAndAgencies.ts';
import { comparedRecordOf, steppedDown } from './nationalRecord.ts';
import { perAlikeRows } from '../alikeRows.ts';

type Message = 'extra' | 'fewer' | 'nationalLevels';

// A level that the record does not have is a difference; an agency that lists only its own of several levels is told, not
// blamed. The abolished district level is ROW-02's.
export default defineRule({
  id: 'NAT-05',
  title: 'Cấp thực hiện khớp danh mục quốc gia',
  severity: 'warning',
  scope: 'row',
  why: 'Cấp thực hiện khác quyết định công bố thì thủ tục được mở ở nơi không có thẩm quyền, hoặc không mở ở nơi có thẩm quyền.',
  howToFix:
    'Đối chiếu quyết định công bố và quyết định phân cấp của tỉnh; sửa cột Cấp thực hiện theo danh mục quốc gia.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ma_tthc', 'cap_thuc_hien'],
  refs: ['procedures'],
  messages: {
    extra: 'Cấp thực hiện khác danh mục quốc gia ({national}): thừa {levels}.',
    fewer: 'Cấp thực hiện chỉ ghi một phần các cấp của danh mục quốc gia ({national}): thiếu {levels}.',
    nationalLevels: 'Các cấp thực hiện của mã này trong danh mục quốc gia.',
  },
  en: {
    title: 'The levels agree with the national catalogue',
    why: 'When the level differs from the publishing decision, the procedure is opened where nobody is competent, or not opened where somebody is.',
    howToFix:
      'Compare with the publishing decision and the province’s decision on decentralisation; correct the level after the national catalogue.',
    messages: {
      extra: 'The levels differ from the national catalogue ({national}): {levels} is too many.',
      fewer: 'Only a part of the levels of the national catalogue ({national}) is named: {levels} is missing.',
      nationalLevels: 'The levels of this code in the national catalogue.',
    },
  },
  check(view, context) {
    const recordOf = comparedRecordOf(view, context);
    const levelsOf = view.derive('cap_thuc_hien', levelsIn);
    const judge = oncePerPairOfRun(context, differing);
    perAlikeRows(view, context, ['ma_tthc', 'cap_thuc_hien'], 'cap_thuc_hien', (row) => {
      const record = recordOf(row);
      return record === undefined ? null : judge(levelsOf(row), record);
    });
  },
});

function differing(levels: readonly Level[], record: NationalProcedure): Verdict<Message> | null {
  const stated: readonly Level[] = levels.filter((level) => level !== 'district');
  const national = LEVELS.filter((level) => record.cap_thuc_hien.has(level) && level !== 'district');
  if (stated.length === 0 || national.length === 0) return null;
  const extra = stated.filter((level) => !record.cap_thuc_hien.has(level));
  const fewer = national.filter((level) => !stated.includes(level));
  const expected = formatLevels(national);
  if (extra.length > 0) {
    return {
      message: 'extra',
      args: { national: expected, levels: formatLevels(extra) },
      expected,
      difference: [`thừa ${formatLevels(extra)}`, ...(fewer.length > 0 ? [`thiếu ${formatLevels(fewer)}`] : [])].join(
        '; ',
      ),
      fix: { value: expected, confidence: 'likely', why: 'nationalLevels' },
      ...steppedDown(record, ['duplicateCode']),
    };
  }
  if (fewer.length === 0) return null;
  return {
    message: 'fewer',
    args: { national: expected, levels: formatLevels(fewer) },
    expected,
    difference: `thiếu ${formatLevels(fewer)}`,
    severity: 'info',
  };
}
