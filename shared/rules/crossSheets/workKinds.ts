import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny } from '../phrases.ts';
import { roleKindsIn, type RoleKind } from '../staff/roleKinds.ts';

const NONE: readonly RoleKind[] = [];
// Who sits at the one-stop desk also hands out the results (the groups of real workflow workbooks, DOMAIN §4).
const isOneStop = saysAny(['một cửa', '1 cửa', 'trung tâm phục vụ hành chính công', 'TTPVHCC']);
const isOfficer = saysAny(['cán bộ', 'công chức', 'viên chức', 'chuyên môn', 'thẩm tra']);
const isHead = saysAny(['chủ tịch', 'giám đốc', 'trưởng phòng', 'thủ trưởng', 'trưởng công an', 'trưởng ban']);

/** What a group of users, a position or a role does for a dossier; "Cán bộ", "Công chức" alone work on it. For
 *  `view.derive`. */
export const workKindsIn = (cell: Cell, text: string): readonly RoleKind[] => {
  if (saysNothing(cell, text)) return NONE;
  const kinds = new Set(roleKindsIn(cell, text));
  if (isOneStop(text)) kinds.add('reception').add('results');
  if (isHead(text)) kinds.add('approval');
  if (kinds.size === 0 && isOfficer(text)) kinds.add('processing');
  return kinds.size === 0 ? NONE : [...kinds];
};
