import type { SampleSheet } from '../../../electron/node/sample/sampleSheet.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import type { SheetCell } from '../../sheets.ts';
import type { Random } from '../random.ts';
import { unseenHeading, type Rewording } from './rewordings.ts';

/** A column of a drawn layout and the truth about it. */
export interface UnseenColumn {
  readonly heading: string;
  readonly field: FieldKey | null;
  /** `listed`: the heading is in the product's list; `foreign`: the column means nothing to the product. */
  readonly way: Rewording | 'listed' | 'foreign';
}

/** A sheet as an office might lay it out, and what it is. */
export interface UnseenLayout {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly string[];
  readonly columns: readonly UnseenColumn[];
  /** 1-based. */
  readonly lastHeaderRow: number;
}

const TITLES = [
  'UBND TỈNH MẪU',
  'SỞ MẪU',
  'PHỤ LỤC II',
  'BIỂU TỔNG HỢP KẾT QUẢ RÀ SOÁT',
  '(Kèm theo Công văn số 215/CV-SM ngày 28/8/2026)',
  'Đơn vị báo cáo: Phòng Tổng hợp',
];
const FOREIGN = [
  'Người nhập',
  'Ký nhận',
  'Hộp lưu số',
  'Ý kiến của Phòng',
  'Mã nội bộ cũ',
  'Cột dự phòng',
  'Người rà soát',
];
const PARENTS = ['Thông tin chung', 'Nội dung rà soát', 'Phần I', 'Số liệu của đơn vị', 'Chi tiết', 'Theo công bố'];

/** Share of headings that are put in words the product's list does not hold. */
const UNSEEN_SHARE = 0.6;

interface DrawnColumn extends UnseenColumn {
  readonly values: readonly SheetCell[];
}

/** Draws a sheet anew: headings reworded, columns in another order, some left out, foreign ones between, a title block and
 *  a header of one to four rows. */
export function drawUnseen(sheet: SampleSheet, fields: readonly (FieldKey | null)[], random: Random): UnseenLayout {
  const columns = random.shuffled([...ownColumns(sheet, fields, random), ...foreignColumns(sheet, random)]);
  const width = columns.length;
  const titles = random.shuffled(TITLES).slice(0, random.below(5));
  const rows: SheetCell[][] = titles.map((title) => [title]);
  const merges = titles.map((_, at) => `A${at + 1}:${cellAddress(width - 1, at + 1)}`);
  if (titles.length > 0 && random.chance(0.3)) rows.push([]);
  const top = rows.length + 1;
  const depth = random.pick([1, 1, 1, 2, 2, 3, 4]);
  const header = headerRows(columns, depth, top, random);
  rows.push(...header.rows);
  merges.push(...header.merges);
  // Rows of the block that hold nothing but merged-down cells end no header.
  const lastHeaderRow = rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1;
  if (random.chance(0.3)) rows.push(columns.map((_, at) => `(${at + 1})`));
  const records = Math.min(sheet.records.length, 5 + random.below(30));
  for (let at = 0; at < records; at += 1) rows.push(columns.map(({ values }) => values[at] ?? null));
  return { rows, merges, columns, lastHeaderRow };
}

function ownColumns(sheet: SampleSheet, fields: readonly (FieldKey | null)[], random: Random): DrawnColumn[] {
  return sheet.columns.flatMap(({ key, heading }, at): DrawnColumn[] => {
    const field = fields[at] ?? null;
    const known = typeof heading === 'string' ? heading : heading.join(' ');
    // The first columns tell what a sheet is about; others are sometimes left out.
    if (field === null || (at > 5 && random.chance(0.2))) return [];
    const values = sheet.records.map((record) => record[key] ?? null);
    const unseen = random.chance(UNSEEN_SHARE) ? unseenHeading(field, known, random) : null;
    return [{ field, values, heading: dressed(unseen?.text ?? known, random), way: unseen?.way ?? 'listed' }];
  });
}

const foreignColumns = (sheet: SampleSheet, random: Random): DrawnColumn[] =>
  random
    .shuffled(FOREIGN)
    .slice(0, random.below(3))
    .map((heading) => ({
      heading,
      field: null,
      way: 'foreign' as const,
      values: sheet.records.map((_, at) => (random.chance(0.5) ? `ghi ${at + 1}` : null)),
    }));

/** The same words in another dress, which intake is to see through. */
function dressed(heading: string, random: Random): string {
  const dice = random.next();
  if (dice < 0.15) return heading.toUpperCase();
  if (dice < 0.25) return heading.replace(' ', '\n');
  if (dice < 0.3) return `${heading}:`;
  return heading;
}

/** A header of the given depth: in deeper ones some neighbours stand under a merged parent, the others are merged down. */
function headerRows(
  columns: readonly DrawnColumn[],
  depth: number,
  top: number,
  random: Random,
): { rows: SheetCell[][]; merges: string[] } {
  const rows: SheetCell[][] = Array.from({ length: depth }, () => columns.map(() => null));
  const merges: string[] = [];
  let at = 0;
  while (at < columns.length) {
    const span = depth > 1 && random.chance(0.4) ? Math.min(2 + random.below(3), columns.length - at) : 1;
    if (span === 1) {
      rows[0]![at] = columns[at]!.heading;
      if (depth > 1) merges.push(`${cellAddress(at, top)}:${cellAddress(at, top + depth - 1)}`);
    } else {
      // Each row but the last holds a parent; the headings stand at the foot.
      for (let row = 0; row < depth - 1; row += 1) {
        rows[row]![at] = random.pick(PARENTS);
        merges.push(`${cellAddress(at, top + row)}:${cellAddress(at + span - 1, top + row)}`);
      }
      for (let child = 0; child < span; child += 1) rows[depth - 1]![at + child] = columns[at + child]!.heading;
    }
    at += span;
  }
  return { rows, merges };
}
