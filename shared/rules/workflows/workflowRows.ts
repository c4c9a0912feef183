import { compareKey } from '../../domain/vietnameseText.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { boundCode } from '../boundProcedure.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

/** The rows of one workflow in a sheet of steps or of transitions. */
export interface Workflow {
  /** National code of its procedure; '' when neither row nor title tells. */
  readonly code: string;
  /** Key of its name; '' when it has none. */
  readonly name: string;
  readonly rows: readonly number[];
}

/** Key of a cell, '' when it says nothing. For `view.derive`. */
export const statedKey = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : compareKey(text));

/** The workflows of a sheet: rows of one procedure (as written, so that local variants stay apart) and one name. Exports
 *  hold one workflow per sheet and name it above the header, decision annexes hold many. */
export function workflowsIn(view: TableView<'ma_tthc' | 'ten_quy_trinh'>): readonly Workflow[] {
  const writtenCode = view.derive('ma_tthc', statedKey);
  const codeOf = view.derive('ma_tthc', nationalCodeOf);
  const nameOf = view.derive('ten_quy_trinh', statedKey);
  const bound = boundCode(view.table);
  const title = compareKey(view.table.titleFacts?.find(({ field }) => field === 'ten_quy_trinh')?.value ?? '');
  const rows = Array.from({ length: view.rows }, (_, row) => row);
  return [...Map.groupBy(rows, (row) => `${writtenCode(row)}\u0001${nameOf(row)}`).values()].map((own) => ({
    code: codeOf(own[0]!) || (writtenCode(own[0]!) === '' ? bound : ''),
    name: nameOf(own[0]!) || title,
    rows: own,
  }));
}

const NUMBER = /^(?:bước|b|step)?[ .:]{0,3}(\d{1,3})[.)]?$/i;

/** Number of a step ("3", "Bước 3"); -1 where the column holds something else. For `view.derive`. */
export const stepNumber = (_cell: Cell, text: string): number => Number(NUMBER.exec(text)?.[1] ?? -1);
