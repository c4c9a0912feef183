import type { TableView } from '../../engine/rule.ts';
import { communeByCode, communeFullName } from '../../domain/administrativeUnit.ts';
import type { Cell } from '../../table/cell.ts';
import { readUnitName, UnitList, unitIn, type UnitName } from './unitNames.ts';

type Field = 'don_vi' | 'xa';

/** Visits every row of unit lists that names a unit, with the column it stands in: its own name, else its commune. */
export function eachListed<View extends TableView<Field>>(
  lists: readonly View[],
  visit: (view: View, row: number, field: Field, unit: UnitName) => void,
): void {
  for (const view of lists) {
    const named = view.derive('don_vi', unitIn);
    const commune = view.derive('xa', unitIn);
    for (let row = 0; row < view.rows; row += 1) {
      const unit = named(row) ?? commune(row);
      if (unit !== null) visit(view, row, named(row) === null ? 'xa' : 'don_vi', unit);
    }
  }
}

/** The units that the unit lists of a round name. */
export function listedUnits(views: readonly TableView<Field>[]): UnitList {
  const units: UnitName[] = [];
  const lists = views.filter(({ table }) => table.dataset === 'units');
  eachListed(lists, (_view, _row, _field, unit) => units.push(unit));
  // The order of the list must not decide which spelling of a unit is proposed.
  return new UnitList(units.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

const codedCommune = (_cell: Cell, text: string): UnitName | null => {
  const commune = communeByCode(text);
  return commune === undefined ? null : readUnitName(communeFullName(commune));
};

/** {@link listedUnits} with the communes whose codes the lists give: a row with a wrong name (ADM-02, ADM-03) still lists
 *  the unit of its code, and all who write that unit's right name are right. */
export function listedOrCoded(views: readonly TableView<Field | 'ma_xa'>[]): UnitList {
  const units = [...listedUnits(views).units()];
  for (const view of views) {
    if (view.table.dataset !== 'units') continue;
    const coded = view.derive('ma_xa', codedCommune);
    for (let row = 0; row < view.rows; row += 1) {
      const unit = coded(row);
      if (unit !== null) units.push(unit);
    }
  }
  return new UnitList(units);
}
