import { foldText } from '../../domain/foldedText.ts';
import { formatLevels, LEVELS, type Level } from '../../domain/level.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { levelsIn } from './levelsAndAgencies.ts';
import { perAlikeRows } from '../alikeRows.ts';

const NAMED: Readonly<Record<string, Level>> = {
  'trung uong': 'ministry',
  bo: 'ministry',
  tinh: 'province',
  huyen: 'district',
  xa: 'commune',
};
// Only what stands in brackets or behind a dash at the end says where the procedure is performed; elsewhere in a name
// "cấp" is the verb "to grant" or belongs to an agency.
const ADDITION = /\(([^()]{1,120})\)|-( ?[^()-]{1,60})$/g;
const NO_LEVELS: readonly Level[] = [];
const LEVEL = /\bcap (trung uong|bo|tinh|huyen|xa)\b/g;

/** Levels that a name states in an addition: "Chứng thực chữ ký (cấp xã)". For `view.derive`. */
const levelsNamed = (_cell: Cell, text: string): readonly Level[] => {
  const found = new Set<Level>();
  for (const [, inBrackets, atEnd] of foldText(text).text.matchAll(ADDITION)) {
    for (const [, word] of (inBrackets ?? atEnd ?? '').matchAll(LEVEL)) found.add(NAMED[word!]!);
  }
  return found.size === 0 ? NO_LEVELS : LEVELS.filter((level) => found.has(level));
};

export default defineRule({
  id: 'ROW-07',
  title: 'Cấp ghi trong tên TTHC khớp với cấp thực hiện',
  severity: 'warning',
  scope: 'row',
  why: 'Nhiều thủ tục cùng tên chỉ khác nhau ở cấp. Tên ghi một cấp, cột Cấp thực hiện ghi cấp khác thì thường là chọn nhầm mã, hồ sơ đi sai cấp.',
  howToFix: 'Kiểm tra mã TTHC trên Cơ sở dữ liệu quốc gia, rồi sửa tên hoặc cấp thực hiện cho khớp với mã đó.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ten_tthc', 'cap_thuc_hien'],
  messages: {
    mismatch: 'Tên TTHC ghi "{named}" nhưng cấp thực hiện là "{levels}".',
  },
  en: {
    title: 'The level in the name agrees with the level column',
    why: 'Many procedures of the same name differ in level only. A name that says one level beside a column that says another usually means the wrong code, and dossiers go to the wrong level.',
    howToFix: 'Look the code up in the national database and correct the name or the level to agree with it.',
    messages: {
      mismatch: 'The name says "{named}", but the level is "{levels}".',
    },
  },
  check(view, context) {
    const namedIn = view.derive('ten_tthc', levelsNamed);
    const levelsOf = view.derive('cap_thuc_hien', levelsIn);
    const judge = oncePerPairOfRun(context, contradiction);
    perAlikeRows(view, context, ['ten_tthc', 'cap_thuc_hien'], 'cap_thuc_hien', (row) => {
      const named = namedIn(row);
      // Most names state no level.
      return named === NO_LEVELS ? null : judge(named, levelsOf(row));
    });
  },
});

const contradiction = (named: readonly Level[], levels: readonly Level[]): Verdict<'mismatch'> | null =>
  levels.length === 0 || named.some((level) => levels.includes(level))
    ? null
    : { message: 'mismatch', args: { named: formatLevels(named), levels: formatLevels(levels) } };
