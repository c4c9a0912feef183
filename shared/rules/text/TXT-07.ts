import { DATASET_IDS } from '../../domain/datasets.ts';
import { findToneStyles } from '../../domain/tonePlacement.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { holdsCodes } from './codeFields.ts';
import { isLegacyColumn, traitsOf } from './columnTraits.ts';
import { perTypedText, textColumns } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-07',
  title: 'Một kiểu bỏ dấu thanh trong cả bảng',
  severity: 'info',
  scope: 'table',
  why: 'Kiểu cũ (hòa, ủy) và kiểu mới (hoà, uỷ) đều đúng, phần mềm này coi là một khi đối chiếu; nhưng hệ thống khác có thể coi là hai tên khác nhau.',
  howToFix: 'Chọn một kiểu bỏ dấu cho cả danh mục (nên theo cách viết của danh mục quốc gia); không bắt buộc sửa.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    cell: 'Ô dùng lẫn hai kiểu bỏ dấu: {old} chữ kiểu cũ (như hòa, ủy), {modern} chữ kiểu mới (như hoà, uỷ).',
    sheet:
      'Bảng dùng lẫn hai kiểu bỏ dấu: {old} giá trị kiểu cũ (như hòa, ủy), {modern} giá trị kiểu mới (như hoà, uỷ).',
  },
  en: {
    title: 'One way of placing tone marks in a sheet',
    why: 'The old style (hòa, ủy) and the new one (hoà, uỷ) are both right, and this program takes them for the same; other systems may take them for two names.',
    howToFix: 'Keep to one style in the whole list, best that of the national catalogue; correcting is not obligatory.',
    messages: {
      cell: 'The cell mixes two styles of tone marks: {old} old (hòa, ủy), {modern} new (hoà, uỷ).',
      sheet: 'The sheet mixes two styles of tone marks: {old} values old (hòa, ủy), {modern} values new (hoà, uỷ).',
    },
  },
  check(view, context) {
    // Thousands of cells may stand on either side, and none of them is wrong: one line for the sheet says it. Only a cell
    // that mixes the styles within itself gets a line of its own.
    perTypedText(view, context, 'mixedTones', ({ field }) => (holdsCodes(field) ? null : judge));
    const values = { old: 0, modern: 0 };
    for (const column of textColumns(view)) {
      if (holdsCodes(column.field) || isLegacyColumn(column, context)) continue;
      const { tones } = traitsOf(column, context);
      values.old += tones.old;
      values.modern += tones.new;
    }
    if (values.old > 0 && values.modern > 0) view.report(null, null, { message: 'sheet', args: values });
  },
});

function judge(_typed: string, clean: string): Verdict<'cell'> | null {
  const found = findToneStyles(clean);
  const old = found.filter(({ style }) => style === 'old').length;
  const modern = found.length - old;
  return old > 0 && modern > 0 ? { message: 'cell', args: { old, modern } } : null;
}
