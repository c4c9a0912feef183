import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import { compareKey, searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { charges, readFeeCell } from './feeCell.ts';
import { firstOfAlike, perAlikeRows } from '../alikeRows.ts';

/** The fee code as compared; '' where nothing is stated. For `view.derive`. */
export const readFeeCode = (_cell: Cell, text: string): string =>
  isPlaceholder(text) || isNoInformation(text) || /^(?:0|khong(?: co| thu)?|mien phi)?$/.test(searchKey(text))
    ? ''
    : compareKey(text);

const readTypeKey = (_cell: Cell, text: string): string => compareKey(text);

/** "Unique per (procedure, type)" is read so: within one procedure a code stands for one type. The same code may return on
 *  other channels, cases and units. There is no public national list of codes to compare with (DOMAIN §2.3). */
export default defineRule({
  id: 'FEE-10',
  title: 'Khoản thu có mã phí, lệ phí',
  severity: 'error',
  scope: 'table',
  why: 'Thiếu mã phí, lệ phí thì nền tảng thanh toán không sinh được yêu cầu thanh toán; trùng mã giữa phí và lệ phí thì tiền vào sai khoản thu.',
  howToFix:
    'Lấy mã phí, lệ phí trong danh mục trên hệ thống thanh toán tập trung rồi điền cho từng dòng có mức thu; phí và lệ phí của cùng thủ tục dùng mã khác nhau.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['feeConfigs', 'channels', 'procedures'],
  reads: ['phi_le_phi', 'ma_phi'],
  mayRead: ['ma_tthc', 'loai_phi'],
  messages: {
    missing: 'Có mức thu nhưng thiếu mã phí, lệ phí.',
    shared: 'Mã "{value}" dùng cho nhiều loại của cùng thủ tục: {types}.',
  },
  en: {
    title: 'A charge has its fee code',
    why: 'Without a fee code the platform cannot request payment; one code for both phí and lệ phí sends the money to the wrong item.',
    howToFix:
      'Take the code from the list of the central payment system and fill it in for every row with a fee; phí and lệ phí of one procedure have different codes.',
    messages: {
      missing: 'There is a fee, but its code is missing.',
      shared: 'The code "{value}" stands for several types of one procedure: {types}.',
    },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const feeCodeOf = view.derive('ma_phi', readFeeCode);
    const procedureOf = view.derive('ma_tthc', nationalCodeOf);
    const typeOf = view.derive('loai_phi', readTypeKey);
    const keyOf = (row: number): string =>
      procedureOf(row) === '' || typeOf(row) === '' ? '' : `${procedureOf(row)}\u0001${feeCodeOf(row)}`;
    const fields = ['phi_le_phi', 'ma_phi', 'ma_tthc', 'loai_phi'] as const;
    const typesOf = new Map<string, Map<string, string>>();
    for (const row of firstOfAlike(view, context, fields)) {
      if (feeCodeOf(row) === '' || keyOf(row) === '') continue;
      let types = typesOf.get(keyOf(row));
      if (types === undefined) typesOf.set(keyOf(row), (types = new Map()));
      // The shown spelling must not depend on the order of the rows.
      const shown = view.text('loai_phi', row);
      const known = types.get(typeOf(row));
      if (known === undefined || shown < known) types.set(typeOf(row), shown);
    }
    perAlikeRows(view, context, fields, 'ma_phi', (row) => {
      if (feeCodeOf(row) === '') return charges(feeOf(row).value) ? { message: 'missing' } : null;
      const types = typesOf.get(keyOf(row));
      if (types === undefined || types.size < 2) return null;
      return { message: 'shared', args: { types: [...types.values()].sort().join(', ') } };
    });
  },
});
