import { parseChannels } from '../../domain/channel.ts';
import { compareFees, formatFee, type Fee } from '../../domain/money.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { readFeeCell } from '../fees/feeCell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { distinctCount, placesOf, repeatedAcross, type PlacedRow } from './repeatedRows.ts';

const folded = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : searchKey(text));
const feeCode = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : text.toUpperCase());
/** The account without dots and blanks: 3511.0.1234567.91049 and 35110123456791049 are one. */
const accountNumber = (cell: Cell, text: string): string =>
  saysNothing(cell, text) ? '' : text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
const channelSet = (cell: Cell, text: string): string => {
  const channels = parseChannels(text);
  return channels.ok ? channels.value.join() : folded(cell, text);
};

/** More levels than this in one fee contradict each other without comparing each with each. */
const MOST_COMPARED = 30;

export default defineRule({
  id: 'UNQ-04',
  title: 'Một khoản phí của một đơn vị chỉ có một tài khoản thụ hưởng và một mức thu',
  severity: 'error',
  scope: 'agency',
  why: 'Hai tài khoản hay hai mức thu cho cùng một khoản thì tiền của người dân có thể chuyển vào tài khoản sai hoặc thu sai mức, đơn vị không đối soát được.',
  howToFix:
    'Xác nhận với bộ phận kế toán tài khoản và mức thu đúng, giữ một dòng cho mỗi khoản phí; mức theo kênh, theo trường hợp hoặc theo thời gian thì ghi rõ ở cột riêng.',
  legal: [],
  asks: ['002 §2'],
  datasets: ['feeConfigs'],
  reads: ['ma_tthc', 'ma_phi'],
  mayRead: ['don_vi', 'so_tai_khoan', 'phi_le_phi', 'hinh_thuc_nop', 'truong_hop', 'thoi_han_hieu_luc_phi'],
  messages: {
    accounts: 'Khoản phí này của TTHC {code} có {count} tài khoản thụ hưởng khác nhau.',
    amounts: 'Khoản phí này của TTHC {code} có các mức thu khác nhau: {levels}.',
  },
  en: {
    title: 'One fee of one agency has one beneficiary account and one amount',
    why: 'Two accounts or amounts for one fee let citizens’ money go to the wrong account or be charged wrongly, and the agency cannot reconcile it.',
    howToFix:
      'Have the accounting office confirm account and amount and keep one row per fee; amounts per channel, case or period belong in columns of their own.',
    messages: {
      accounts: 'This fee of procedure {code} has {count} different beneficiary accounts.',
      amounts: 'This fee of procedure {code} has different amounts: {levels}.',
    },
  },
  checkAll(views) {
    const feeOf = (view: TableView): ((row: number) => string) => {
      const code = view.derive('ma_tthc', nationalCodeOf);
      const unit = view.derive('don_vi', folded);
      const fee = view.derive('ma_phi', feeCode);
      // Rows without a fee code may be two fees of one procedure (FEE-10 asks for the code).
      return (row) => (code(row) === '' || fee(row) === '' ? '' : `${code(row)}\u0001${unit(row)}\u0001${fee(row)}`);
    };
    for (const rows of repeatedAcross(views, feeOf)) {
      const accounts = distinctCount(rows.map(({ view, row }) => view.derive('so_tai_khoan', accountNumber)(row)));
      if (accounts < 2) continue;
      const verdict = {
        message: 'accounts',
        args: { code: codeAt(rows[0]!), count: accounts },
        evidence: `Các dòng liên quan: ${placesOf(rows)}.`,
      } as const;
      for (const { view, row } of rows) view.report(row, 'so_tai_khoan', verdict);
    }
    // Amounts may differ per channel, case and period.
    const levelOf = (view: TableView): ((row: number) => string) => {
      const fee = feeOf(view);
      const parts = [
        view.derive('hinh_thuc_nop', channelSet),
        view.derive('truong_hop', folded),
        view.derive('thoi_han_hieu_luc_phi', folded),
      ];
      return (row) => (fee(row) === '' ? '' : [fee(row), ...parts.map((part) => part(row))].join('\u0001'));
    };
    for (const rows of repeatedAcross(views, levelOf)) {
      const fees = distinctFees(rows);
      if (!contradict(fees)) continue;
      const verdict = {
        message: 'amounts',
        args: {
          code: codeAt(rows[0]!),
          levels: fees
            .slice(0, 5)
            .map((fee) => formatFee(fee))
            .join('; '),
        },
        evidence: `Các dòng liên quan: ${placesOf(rows)}.`,
      } as const;
      for (const { view, row } of rows) view.report(row, 'phi_le_phi', verdict);
    }
  },
});

const codeAt = ({ view, row }: PlacedRow): string => view.derive('ma_tthc', nationalCodeOf)(row);

/** The fees that the rows state, each spelling once, in the order of their spelling. */
function distinctFees(rows: readonly PlacedRow[]): readonly Fee[] {
  const fees = new Map<string, Fee>();
  for (const { view, row } of rows) {
    const { blank, value } = view.derive('phi_le_phi', readFeeCell)(row);
    if (!blank && value !== undefined) fees.set(formatFee(value), value);
  }
  return [...fees].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fee]) => fee);
}

const contradict = (fees: readonly Fee[]): boolean =>
  fees.length > MOST_COMPARED ||
  fees.some((fee, index) => fees.slice(index + 1).some((other) => compareFees(fee, other) === 'different'));
