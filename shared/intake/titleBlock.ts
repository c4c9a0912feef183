import { headingKey, searchKey } from '../domain/vietnameseText.ts';
import { cellAddress } from '../table/cell.ts';
import type { TitleFact } from '../table/table.ts';
import { isAgencyName, readableAgency } from './agencyName.ts';
import { fieldsOfKey } from './headings.ts';
import type { SheetGrid } from './sheetGrid.ts';

/** Rows and columns above a header that are read; a title block is small. */
const ROWS = 40;
const COLUMNS = 60;
const LONGEST_LABEL = 60;
const LONGEST_VALUE = 500;

/** Labels that name whose data it is. */
const AGENCY_LABEL =
  /^(?:don vi(?: bao cao| thuc hien| gui| lap)?|ten (?:don vi|co quan)|co quan(?: bao cao| thuc hien)?)$/;
const MOTTO = /^(?:cong hoa xa hoi chu nghia viet nam|doc lap)/;

/** "Label: value" lines above the header: in one cell ("Đơn vị: Sở Y tế") or a label that ends in a colon with its value
 *  in the next filled cell to the right. @param headerRow  first stored row of the header */
export function titleFactsAbove(grid: SheetGrid, headerRow: number): TitleFact[] {
  const facts: TitleFact[] = [];
  for (let row = 0; row < Math.min(headerRow, ROWS); row++) {
    const width = Math.min(grid.width, COLUMNS);
    for (let column = 0; column < width; column++) {
      const text = grid.text(row, column);
      const colon = text.indexOf(':');
      if (colon < 1 || colon > LONGEST_LABEL || text.length > LONGEST_VALUE) continue;
      const label = text.slice(0, colon).trim();
      const own = text.slice(colon + 1).trim();
      let at = column;
      if (own === '') {
        at++;
        while (at < width && grid.code(row, at) === 0) at++;
      }
      const value = own === '' ? grid.text(row, at) : own;
      if (value === '' || value.length > LONGEST_VALUE) continue;
      facts.push({ label, value, field: fieldOfLabel(label), cell: cellAddress(at, grid.rowNumber(row)) });
      column = at;
    }
  }
  return facts;
}

function fieldOfLabel(label: string): TitleFact['field'] {
  const key = headingKey(label);
  if (/^ganv(?:ao|oi)(?:ma)?(?:tthc|thutuc)/.test(key)) return 'ma_tthc';
  return fieldsOfKey(key)[0]?.field ?? null;
}

/** The agency named above the header: after "Đơn vị:", else in the letterhead, whose lower line is the agency itself and
 *  whose upper line is the body above it. Null when none is named. */
export function agencyAbove(grid: SheetGrid, headerRow: number, facts: readonly TitleFact[]): string | null {
  const labelled = facts.find((fact) => AGENCY_LABEL.test(searchKey(fact.label)) && /\p{L}{2}/u.test(fact.value));
  if (labelled !== undefined) return readableAgency(labelled.value);
  let found: { column: number; row: number; name: string } | undefined;
  for (let row = 0; row < Math.min(headerRow, ROWS); row++) {
    for (let column = 0; column < Math.min(grid.width, COLUMNS); column++) {
      const { text } = grid.cell(row, column);
      if (text.length > LONGEST_VALUE) continue;
      for (const line of text.split(/[\r\n]+/)) {
        const name = line.replace(/^[\s*_-]+|[\s*_-]+$/g, '');
        if (name.length > 120 || name.includes(':') || MOTTO.test(searchKey(name)) || !isAgencyName(name)) continue;
        // The next line right below, in the same corner of the sheet, is the agency of which the first is the head.
        if (found !== undefined && (column !== found.column || row > found.row + 1)) continue;
        found = { column, row, name };
      }
    }
  }
  return found === undefined ? null : readableAgency(found.name);
}
