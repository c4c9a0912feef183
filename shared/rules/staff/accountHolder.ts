import { parseCitizenId } from '../../domain/citizenId.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny } from '../phrases.ts';

/** Digits of a valid citizen id; '' otherwise. For `view.derive`. */
export const citizenDigits = (_cell: Cell, text: string): string => {
  const id = parseCitizenId(text);
  return id.ok ? id.value.digits : '';
};

/** Key of a stated text, '' when it says nothing. For `view.derive`. */
export const statedKey = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : searchKey(text));

/** Key of the person who holds a row's account: the citizen id where it is valid, else the name; '' for neither. */
export function holderOf(view: TableView): (row: number) => string {
  const id = view.derive('cccd', citizenDigits);
  const name = view.derive('ho_ten', statedKey);
  return (row) => id(row) || name(row);
}

/** Key of the unit a row's account belongs to: its unit column, else the agency that sent the sheet. */
export function unitOf(view: TableView): (row: number) => string {
  const unit = view.derive('don_vi', statedKey);
  return (row) => unit(row) || view.table.agency.id;
}

const isClosed = saysAny([
  'đã khóa',
  'bị khóa',
  'đã thu hồi',
  'đã vô hiệu hóa',
  'vô hiệu hóa',
  'đã đóng',
  'đã xóa',
  'ngừng hoạt động',
  'dừng hoạt động',
  'không hoạt động',
  'inactive',
  'locked',
  'disabled',
]);

/** Whether a state says that the account has been closed. For `view.derive`. */
export const saysClosed = (_cell: Cell, text: string): boolean => isClosed(text);
