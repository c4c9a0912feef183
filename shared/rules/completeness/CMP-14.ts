import { parseChannels } from '../../domain/channel.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import type { TableColumn } from '../../table/table.ts';
import { saysNothing } from './blankCells.ts';

type Message = 'noColumn' | 'unknown';

/** Values of a column that are looked at to tell what it holds. */
const VALUES_TRIED = 50;

// Not in the rule book. Blank cells are CMP-03's. A sheet of procedures need not have the column, so there it is told only
// where a column with an unknown heading holds channels.
export default defineRule({
  id: 'CMP-14',
  title: 'Hình thức nộp ở bảng theo kênh nhận ra được',
  severity: 'warning',
  scope: 'table',
  why: 'Thời hạn và mức thu khác nhau theo kênh. Không biết dòng nào của kênh nào thì không so được với danh mục quốc gia và không cấu hình được.',
  howToFix:
    'Đặt tiêu đề cột là "Hình thức nộp" và ghi Trực tiếp, Trực tuyến hoặc Dịch vụ bưu chính; cột đã có tên khác thì chọn lại khi ghép cột.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm c' }],
  asks: ['003 §1đ'],
  datasets: ['channels', 'procedures'],
  reads: [],
  readsAll: true,
  mayRead: ['hinh_thuc_nop'],
  messages: {
    noColumn: 'Bảng không có cột hình thức nộp nhận ra được, nên thời hạn và mức thu không biết thuộc kênh nào.',
    unknown: 'Không nhận ra hình thức nộp "{value}".',
  },
  en: {
    title: 'The channels of a sheet by channel can be told',
    why: 'Deadlines and fees differ by channel. Unless it is known which row is about which channel, nothing can be compared or configured.',
    howToFix:
      'Call the column "Hình thức nộp" and write Trực tiếp, Trực tuyến or Dịch vụ bưu chính; a column of another name can be chosen when columns are mapped.',
    messages: {
      noColumn: 'No column of submission channels was recognised, so deadlines and fees belong to no known channel.',
      unknown: 'The submission channel "{value}" is not known.',
    },
  },
  check(view) {
    if (view.table.unfoldedFrom !== undefined) return;
    if (view.has('hinh_thuc_nop')) {
      view.perValue('hinh_thuc_nop', judge);
      return;
    }
    const holding = view.ownColumns.filter((column) => column.field === null && holdsChannels(column));
    if (holding.length > 0 || (view.table.dataset === 'channels' && !isPerChannel(view))) {
      const headings = holding.map(({ heading }) => `"${heading}"`).join(', ');
      view.report(null, null, {
        message: 'noColumn',
        ...(headings === '' ? {} : { evidence: `Có vẻ ghi hình thức nộp: cột ${headings}.` }),
      });
    }
  },
});

const UNKNOWN: Verdict<Message> = { message: 'unknown' };

const judge = (cell: Cell, text: string): Verdict<Message> | null =>
  saysNothing(cell, text) || cell.kind === 'error' || parseChannels(text).ok ? null : UNKNOWN;

/** Whether all of the first values of a column name channels. */
function holdsChannels(column: TableColumn): boolean {
  const last = Math.min(column.distinct, VALUES_TRIED + 1);
  let named = 0;
  for (let code = 1; code < last; code += 1) {
    const { kind, text } = column.value(code);
    if (kind !== 'text' || !parseChannels(text).ok) return false;
    named += 1;
  }
  return named > 0;
}

/** Whether every procedure stands on one row, so that the sheet may be about one channel only: its title tells which. */
const isPerChannel = ({ table }: TableView): boolean =>
  (table.titleFacts ?? []).some(({ value, label }) => parseChannels(`${label} ${value}`).ok);
