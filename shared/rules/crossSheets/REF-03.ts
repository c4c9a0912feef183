import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { charges, readFeeCell } from '../fees/feeCell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { rowToTell } from '../rowToTell.ts';

type Field = 'ma_tthc' | 'phi_le_phi' | 'hinh_thuc_nop' | 'so_tai_khoan';
type Message = 'missing' | 'noAccount' | 'noSheet';
type View = TableView<Field, Message>;

/** A row of a list. */
interface Place {
  readonly view: View;
  readonly row: number;
}

// Only levels that certainly charge (FeeCell.charges). A procedure is told once, in the catalogue if its fee stands there,
// else at one of its channel lines. A fee row whose account is blank is told there.
export default defineRule({
  id: 'REF-03',
  title: 'TTHC có thu phí, lệ phí đã khai tài khoản thụ hưởng',
  severity: 'error',
  scope: 'agency',
  why: 'Thủ tục có thu mà chưa khai tài khoản thụ hưởng thì người dân không thanh toán trực tuyến được, phải nộp tiền mặt, và điểm thanh toán trực tuyến của đơn vị giảm.',
  howToFix: 'Bổ sung dòng cấu hình thu phí của thủ tục với mã phí, mức thu và tài khoản thụ hưởng.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'điểm đ khoản 1 Điều 15' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['ma_tthc'],
  mayRead: ['phi_le_phi', 'hinh_thuc_nop', 'so_tai_khoan'],
  readsAll: true,
  needs: { feeConfigs: ['so_tai_khoan'] },
  messages: {
    missing: 'TTHC {code} có thu phí, lệ phí nhưng chưa có trong bảng cấu hình thu phí.',
    noAccount: 'TTHC {code} có thu phí, lệ phí nhưng chưa khai tài khoản thụ hưởng.',
    noSheet: 'Đơn vị có {count} TTHC thu phí, lệ phí nhưng chưa gửi bảng cấu hình thu phí.',
  },
  en: {
    title: 'Procedures that charge have a beneficiary account',
    why: 'Without an account citizens cannot pay online and have to pay in cash, and the agency loses points for online payment.',
    howToFix: 'Add the row of the procedure to the fee configuration: fee code, amount and account.',
    messages: {
      missing: 'Procedure {code} charges a fee, but does not stand in the fee configuration.',
      noAccount: 'Procedure {code} charges a fee, but no beneficiary account is given.',
      noSheet: 'The agency has {count} procedures that charge, but sent no fee configuration.',
    },
  },
  checkAll(views) {
    const charging = chargingProcedures(views);
    if (charging.size === 0) return;
    const configs = views.filter((view) => view.table.dataset === 'feeConfigs');
    const accounts = accountRows(configs);
    if (configs.length === 0) {
      views[0]!.report(null, null, { message: 'noSheet', args: { count: charging.size }, severity: 'warning' });
      return;
    }
    for (const [code, places] of charging) {
      const rows = accounts.get(code);
      if (rows === 'given') continue;
      const verdict: Verdict<Message> = { message: rows === undefined ? 'missing' : 'noAccount', args: { code } };
      const { view } = rows?.[0] ?? places[0]!;
      const own = (rows ?? places).filter((place) => place.view === view).map(({ row }) => row);
      const row = rowToTell(view, own, 'hinh_thuc_nop');
      view.report(row, rows === undefined ? 'phi_le_phi' : 'so_tai_khoan', verdict);
    }
  },
});

/** Rows that charge, by procedure; those of the catalogue before those of channel sheets. */
function chargingProcedures(views: readonly View[]): ReadonlyMap<string, readonly Place[]> {
  const charging = new Map<string, Place[]>();
  for (const dataset of ['procedures', 'channels']) {
    for (const view of views) {
      if (view.table.dataset !== dataset || !view.has('phi_le_phi')) continue;
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      const feeOf = view.derive('phi_le_phi', readFeeCell);
      for (let row = 0; row < view.rows; row += 1) {
        if (codeOf(row) === '' || !charges(feeOf(row).value)) continue;
        const places = charging.get(codeOf(row));
        if (places === undefined) charging.set(codeOf(row), [{ view, row }]);
        else places.push({ view, row });
      }
    }
  }
  return charging;
}

/** By procedure: 'given' when some row of the fee configuration names an account, else its rows. */
function accountRows(configs: readonly View[]): ReadonlyMap<string, 'given' | readonly Place[]> {
  const accounts = new Map<string, 'given' | Place[]>();
  for (const view of configs) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const blank = view.derive('so_tai_khoan', saysNothing);
    for (let row = 0; row < view.rows; row += 1) {
      const known = accounts.get(codeOf(row));
      if (known === 'given') continue;
      // A sheet without the column says nothing of accounts.
      if (!view.has('so_tai_khoan') || !blank(row)) accounts.set(codeOf(row), 'given');
      else if (known === undefined) accounts.set(codeOf(row), [{ view, row }]);
      else known.push({ view, row });
    }
  }
  return accounts;
}
