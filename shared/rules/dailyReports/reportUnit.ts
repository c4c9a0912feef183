import { parseDate } from '../../domain/calendarDate.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

const unitKey = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : searchKey(text));

/** Day number of a report date; null when it cannot be read (FMT-15). For `view.derive`. */
export const reportDay = (_cell: Cell, text: string): number | null => {
  const date = parseDate(text);
  return date.ok ? date.value.day : null;
};

/** Which unit a row reports for: its unit column, else the agency that sent the sheet. */
export function reportingUnit(view: TableView): (row: number) => string {
  const unit = view.derive('don_vi', unitKey);
  return (row) => unit(row) || view.table.agency.id;
}

/** Name of the unit that a row reports for. */
export const unitName = (view: TableView, row: number): string =>
  view.blank('don_vi', row) ? view.table.agency.name : view.text('don_vi', row);

/** Reports of each unit by day, of all tables together. */
export function reportsByUnit<View extends TableView>(
  views: readonly View[],
): ReadonlyMap<string, ReadonlyMap<number, readonly { readonly view: View; readonly row: number }[]>> {
  const units = new Map<string, Map<number, { view: View; row: number }[]>>();
  for (const view of views) {
    const dayOf = view.derive('ngay_bao_cao', reportDay);
    const unitOf = reportingUnit(view);
    for (let row = 0; row < view.rows; row += 1) {
      const day = dayOf(row);
      if (day === null) continue;
      const days = units.get(unitOf(row)) ?? new Map<number, { view: View; row: number }[]>();
      units.set(unitOf(row), days);
      const reports = days.get(day);
      if (reports === undefined) days.set(day, [{ view, row }]);
      else reports.push({ view, row });
    }
  }
  return units;
}
