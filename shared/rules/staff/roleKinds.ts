import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny } from '../phrases.ts';

/** What a role lets an officer do. `admin` grants rights to others; `everything` says so itself ("toàn quyền"). */
export type RoleKind = 'admin' | 'reception' | 'processing' | 'approval' | 'results' | 'everything';

const KINDS: readonly (readonly [RoleKind, (text: string) => boolean])[] = [
  [
    'everything',
    saysAny(['toàn quyền', 'full quyền', 'tất cả quyền', 'tất cả các quyền', 'mọi quyền', 'full control']),
  ],
  ['admin', saysAny(['quản trị', 'admin', 'administrator', 'quản trị viên'])],
  ['reception', saysAny(['tiếp nhận', 'một cửa'])],
  ['processing', saysAny(['xử lý', 'thụ lý', 'giải quyết', 'thẩm định', 'chuyên viên', 'tài khoản xử lý'])],
  ['approval', saysAny(['phê duyệt', 'duyệt', 'ký duyệt', 'ký số', 'lãnh đạo', 'ban hành'])],
  ['results', saysAny(['trả kết quả'])],
];
// Managing collected fees is a task of its own, not the right to grant rights.
const managesPayments = saysAny(['quản trị thanh toán', 'quản trị tài khoản thanh toán']);

const NONE: readonly RoleKind[] = [];

/** What the roles of a cell let an officer do. For `view.derive`. */
export const roleKindsIn = (cell: Cell, text: string): readonly RoleKind[] =>
  saysNothing(cell, text)
    ? NONE
    : KINDS.filter(([kind, says]) => says(text) && !(kind === 'admin' && managesPayments(text))).map(([kind]) => kind);
