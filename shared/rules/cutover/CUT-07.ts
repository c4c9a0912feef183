import { defineRule, type TableView } from '../../engine/rule.ts';
import type { DatasetId } from '../../domain/datasets.ts';
import type { Cell } from '../../table/cell.ts';
import { charges, readFeeCell } from '../fees/feeCell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

/** Parts of a procedure's configuration that have a sheet of their own. */
const PARTS = {
  channels: 'cách thức, thời hạn',
  feeConfigs: 'cấu hình thu phí',
  workflows: 'quy trình',
  links: 'đường dẫn',
} as const satisfies Partial<Record<DatasetId, string>>;

type Part = keyof typeof PARTS;
type View = TableView<'ma_tthc' | 'phi_le_phi', 'share'>;

const chargesFee = (cell: Cell, text: string): boolean => charges(readFeeCell(cell, text).value);

// The book's share of procedures that pass groups A to M is a sum over the findings of all rules, which no single rule
// sees: the agency's report tells it. What can be told from the sheets alone is how many procedures of the list are
// configured in every kind of sheet that the agency sent. REF-03 and REF-04 name the single ones that lack something.
export default defineRule({
  id: 'CUT-07',
  title: 'Các TTHC trong danh mục đã được cấu hình đủ các phần',
  severity: 'info',
  scope: 'agency',
  why: 'Thủ tục có trong danh mục nhưng thiếu quy trình, đường dẫn hay cấu hình thu phí thì mở trên Cổng mới mà người dân không nộp được hồ sơ đến cùng.',
  howToFix: 'Bổ sung các phần còn thiếu cho từng thủ tục; ưu tiên thủ tục có nhiều hồ sơ.',
  legal: [],
  asks: ['002 §2'],
  datasets: ['procedures', 'channels', 'feeConfigs', 'workflows', 'links'],
  reads: [],
  mayRead: ['ma_tthc', 'phi_le_phi'],
  needs: { procedures: ['ma_tthc'] },
  messages: {
    share: 'Mức sẵn sàng về cấu hình: {percent}% ({ready}/{total} TTHC); còn thiếu {lacking}.',
  },
  en: {
    title: 'The procedures of the list are configured in all parts',
    why: 'A procedure that is listed but lacks its workflow, link or fee account opens on the new portal and cannot be completed by citizens.',
    howToFix: 'Add the missing parts for each procedure; those with many dossiers first.',
    messages: {
      share: 'Configured in all parts: {percent}% ({ready} of {total} procedures); missing: {lacking}.',
    },
  },
  checkAll(views) {
    const ofKind = (dataset: DatasetId): readonly View[] => views.filter(({ table }) => table.dataset === dataset);
    const lists = ofKind('procedures').filter((view) => view.has('ma_tthc'));
    const listed = codesOf(lists);
    const parts = (Object.keys(PARTS) as Part[]).filter((part) => ofKind(part).length > 0);
    if (listed.size === 0 || parts.length === 0) return;
    const charging = codesOf([...lists, ...ofKind('channels')], chargesFee);
    const missing = parts.map((part) => {
      const present = codesOf(ofKind(part));
      const wanted = part === 'feeConfigs' ? [...listed].filter((code) => charging.has(code)) : [...listed];
      return { part, codes: wanted.filter((code) => !present.has(code)) };
    });
    const unready = new Set(missing.flatMap(({ codes }) => codes));
    if (unready.size === 0) return;
    const ready = listed.size - unready.size;
    const lacking = missing
      .filter(({ codes }) => codes.length > 0)
      .map(({ part, codes }) => `${PARTS[part]} ${codes.length} TTHC`)
      .join('; ');
    lists[0]!.report(null, null, {
      message: 'share',
      args: { percent: Math.floor((100 * ready) / listed.size), ready, total: listed.size, lacking },
      difference: `thiếu ${unready.size} TTHC`,
    });
  },
});

/** Codes that tables name, in their rows or above the header; with `fee`, only rows whose fee cell it accepts. */
function codesOf(views: readonly View[], fee?: (cell: Cell, text: string) => boolean): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const view of views) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const accepts = fee === undefined ? () => true : view.derive('phi_le_phi', fee);
    for (let row = 0; row < view.rows; row += 1) if (codeOf(row) !== '' && accepts(row)) codes.add(codeOf(row));
    if (fee !== undefined) continue;
    for (const fact of view.table.titleFacts ?? []) {
      const code =
        fact.field === 'ma_tthc' ? nationalCodeOf({ kind: 'text', text: fact.value, raw: fact.value }, fact.value) : '';
      if (code !== '') codes.add(code);
    }
  }
  return codes;
}
