import { findDocumentNumbers, type DocumentNumber } from '../../domain/documentNumber.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

/** Resolutions of provincial councils that a text cites: `12/2024/NQ-HĐND`. */
export const citedResolutions = (text: string): readonly DocumentNumber[] =>
  findDocumentNumbers(text)
    .map(({ document }) => document)
    .filter(({ symbol }) => symbol.startsWith('NQ-HĐND'));

const readResolutions = (_cell: Cell, text: string): readonly DocumentNumber[] => citedResolutions(text);

/** Columns in which a resolution of the council may be cited. */
export const CITING_FIELDS = ['phi_le_phi', 'can_cu_thu_phi', 'mo_ta'] as const;

/** Resolutions cited anywhere in a row's fee, its legal basis or its description. */
export function resolutionsOf(view: TableView): (row: number) => readonly DocumentNumber[] {
  const perField = CITING_FIELDS.map((field) => view.derive(field, readResolutions));
  return (row) => perField.flatMap((resolutions) => resolutions(row));
}
