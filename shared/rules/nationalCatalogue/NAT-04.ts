import { splitValues } from '../../domain/multiValue.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { comparedRecordOf, steppedDown } from './nationalRecord.ts';

/** Keys of the sectors in a cell, one per line or ";", and the key of the whole cell: names of sectors hold commas. */
interface Sectors {
  readonly text: string;
  readonly whole: string;
  readonly each: readonly string[];
}

const NO_SECTORS: Sectors = { text: '', whole: '', each: [] };
const sectorsIn = (cell: Cell, text: string): Sectors =>
  saysNothing(cell, text)
    ? NO_SECTORS
    : { text, whole: compareKey(text), each: splitValues(text).map((value) => compareKey(value.text)) };

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
    for (let row = 0; row < view.rows; row += 1) {
      const record = recordOf(row);
      const verdict = record === undefined ? null : judge(sectorsOf(row), record);
      if (verdict !== null) view.report(row, 'linh_vuc', verdict);
    }
  },
});

function differing(sectors: Sectors, record: NationalProcedure): Verdict<'differs' | 'nationalSector'> | null {
  if (record.linh_vuc.includes(sectors.text)) return null;
  const national = record.linh_vuc.map(compareKey).filter((key) => key !== '');
  if (sectors.whole === '' || national.length === 0) return null;
  // "Hộ tịch, Quốc tịch" joins two national sectors by a comma, which the key drops.
  if (sectors.whole === national.join(' ') || national.includes(sectors.whole)) return null;
  if (sectors.each.every((sector) => national.includes(sector))) return null;
  return {
    message: 'differs',
    args: { national: record.linh_vuc.join('; ') },
    expected: record.linh_vuc.join('\n'),
    fix: { value: record.linh_vuc.join('\n'), confidence: 'likely', why: 'nationalSector' },
    ...steppedDown(record, ['duplicateCode']),
  };
}
