import { parseProcedureCode } from '../domain/procedureCode.ts';
import type { Table, TitleFact } from '../table/table.ts';

/** The title line that binds a whole sheet to a procedure, e.g. "Gắn vào TTHC: 1.003930.000.00.00.H13-3". */
export const bindingLine = (table: Table): TitleFact | undefined =>
  table.titleFacts?.find(({ field, value }) => field === 'ma_tthc' && value.trim() !== '');

/** National code of the procedure that a title line binds the sheet to; '' for none. */
export function boundCode(table: Table): string {
  const code = parseProcedureCode(bindingLine(table)?.value ?? '');
  return code.ok ? code.value.base : '';
}
