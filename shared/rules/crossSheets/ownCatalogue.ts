import { parseProcedureCode, rebuildFromNumber, repairProcedureCode } from '../../domain/procedureCode.ts';
import type { ReferenceIndexes } from '../../engine/references.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { nameKey } from '../nationalCatalogue/nationalName.ts';

/** Procedures that an agency's own catalogue lists. */
export interface OwnCatalogue {
  /** National codes, and those that a damaged code may have been (FMT-01, FMT-03): one mistake is told once. */
  readonly codes: ReadonlySet<string>;
  /** Code of a name that one procedure of the catalogue bears. */
  codeOfName(name: string): string | undefined;
}

const codesMeant = (cell: Cell, text: string): readonly string[] => {
  const code = parseProcedureCode(text);
  if (code.ok) return [code.value.base];
  if (cell.kind === 'number') return rebuildFromNumber(cell.raw);
  const repaired = parseProcedureCode(repairProcedureCode(text) ?? '');
  return repaired.ok ? [repaired.value.base] : [];
};
const foldedName = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : nameKey(text));

/** The catalogue of one agency; undefined when the round has none of it. */
export function ownCatalogueOf(views: readonly TableView<'ma_tthc' | 'ten_tthc'>[]): OwnCatalogue | undefined {
  const catalogues = views.filter(({ table, has }) => table.dataset === 'procedures' && has('ma_tthc'));
  if (catalogues.length === 0) return undefined;
  const codes = new Set<string>();
  const byName = new Map<string, string | null>();
  for (const view of catalogues) {
    const codesAt = view.derive('ma_tthc', codesMeant);
    const nameAt = view.derive('ten_tthc', foldedName);
    for (let row = 0; row < view.rows; row += 1) {
      for (const code of codesAt(row)) codes.add(code);
      const [code] = codesAt(row);
      const name = nameAt(row);
      if (code === undefined || name === '') continue;
      const known = byName.get(name);
      byName.set(name, known === undefined || known === code ? code : null);
    }
  }
  return { codes, codeOfName: (name) => byName.get(nameKey(name)) ?? undefined };
}

/** The references of a run, as a rule that asks for none of them sees them. */
export interface References {
  readonly ref: Partial<ReferenceIndexes>;
}

/** Whether NAT-01 already says that a code does not exist at all. */
export const isUnknownNationally = (code: string, { ref }: References): boolean =>
  ref.procedures !== undefined && ref.procedures.snapshot.complete && ref.procedures.byCode(code) === undefined;
