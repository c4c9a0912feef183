import type { FieldKey } from '../../domain/fields.ts';
import { FIELDS } from '../../domain/fields.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import { identityKey } from '../../engine/businessKey.ts';
import { defineRule, type RuleContext, type TableView } from '../../engine/rule.ts';
import type { PreviousRow } from '../../reference/previousRound.ts';
import type { Cell } from '../../table/cell.ts';
import { shortened } from '../shortened.ts';

/** What letter 003 §8b wants watched: the list itself, publication, fees, papers, forms, handling. */
const WATCHED = [
  'ten_tthc',
  'trang_thai',
  'muc_do_dvc',
  'hinh_thuc_nop',
  'thoi_han',
  'phi_le_phi',
  'ma_phi',
  'thanh_phan_ho_so',
  'mau_don',
  'co_quan_thuc_hien',
  'so_quyet_dinh',
  'so_tai_khoan',
  'ten_tai_khoan',
  'ngan_hang',
] as const satisfies readonly FieldKey[];

type Watched = (typeof WATCHED)[number];
type View = TableView<'ma_tthc' | Watched, 'changed' | 'cleared' | 'removed'>;

/** Case, blanks and the place of tone marks are no change of a configuration. */
const keyOf = (_cell: Cell, text: string): string => compareKey(text);
// One finding per changed cell, at the cell: the officer sees what it was and decides whether the change was meant. New rows
// are no change of what was there. Keys that several rows share are left to UNQ rules.
export default defineRule({
  id: 'CUT-08',
  title: 'Cấu hình không thay đổi ngoài ý muốn so với đợt trước',
  severity: 'warning',
  scope: 'agency',
  why: 'Bộ, ngành hoặc người quản trị có thể đổi danh mục, phí, thành phần hồ sơ, biểu mẫu sau chuyển đổi; thay đổi không ai biết thì người dân nộp sai hồ sơ, sai mức phí.',
  howToFix:
    'Đối chiếu từng thay đổi với quyết định công bố; đúng thì giữ, sai thì khôi phục giá trị cũ và báo cáo cơ quan đầu mối.',
  legal: [],
  asks: ['003 §8b'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['ma_tthc'],
  mayRead: WATCHED,
  readsAll: true,
  refs: ['previousRound'],
  messages: {
    changed: '{field} thay đổi so với {round}: trước là "{before}".',
    cleared: '{field} đã bị xóa so với {round}: trước là "{before}".',
    removed: 'TTHC {code} có trong {round} nhưng không còn trong danh mục đợt này.',
  },
  en: {
    title: 'Nothing in the configuration changed unintended since the earlier round',
    why: 'Ministries or administrators may change list, fees, papers or forms after the cutover; unnoticed, citizens hand in the wrong papers or pay the wrong fee.',
    howToFix:
      'Compare each change with the publishing decision; keep it when right, otherwise restore the old value and report it.',
    messages: {
      changed: '{field} differs from {round}, where it was "{before}".',
      cleared: '{field} was cleared since {round}, where it was "{before}".',
      removed: 'Procedure {code} of {round} is no longer in this round’s list.',
    },
  },
  checkAll(views, context) {
    const { previousRound } = context.ref;
    for (const own of Map.groupBy(views, ({ table }) => table.dataset).values()) {
      const first = own[0]!;
      const sheet = previousRound.sheet(first.table.agency.id, first.table.dataset);
      if (sheet === undefined) continue;
      const places = placesByKey(own);
      for (const [key, place] of places) {
        if (place !== null) compareRow(place, sheet.row(key), previousRound.title, context);
      }
      if (first.table.dataset !== 'procedures') continue;
      for (const [key, code] of sheet.keys) {
        if (code === '' || places.has(key)) continue;
        first.report(null, null, { message: 'removed', args: { code, round: previousRound.title } });
      }
    }
  },
});

/** The row of each business key; null where several rows share it. */
function placesByKey(
  views: readonly View[],
): ReadonlyMap<string, { readonly view: View; readonly row: number } | null> {
  const places = new Map<string, { readonly view: View; readonly row: number } | null>();
  for (const view of views) {
    for (let row = 0; row < view.rows; row += 1) {
      const key = identityKey(view.table, row, null);
      places.set(key, places.has(key) ? null : { view, row });
    }
  }
  return places;
}

function compareRow(
  { view, row }: { readonly view: View; readonly row: number },
  before: PreviousRow | null,
  round: string,
  { memo }: Pick<RuleContext, 'memo'>,
): void {
  if (before === null) return;
  const keys = memo(compareRow, () => new Map<string, string>());
  for (const field of WATCHED) {
    const old = before.texts.get(field);
    // A column that one of the rounds lacks tells nothing.
    if (old === undefined || old === '' || !view.has(field)) continue;
    const now = view.derive(field, keyOf)(row);
    let key = keys.get(old);
    if (key === undefined) keys.set(old, (key = compareKey(old)));
    if (now === key) continue;
    view.report(row, field, {
      message: now === '' ? 'cleared' : 'changed',
      args: { field: FIELDS[field].vi, before: shortened(old), round },
    });
  }
}
