import { searchKey } from '../../domain/vietnameseText.ts';
import type { Cell } from '../../table/cell.ts';

const TICKS = new Set(['✓', '✔', '☑', '√', '+']);
const YES = new Set(['co', 'x', 'yes', 'y', 'true', '1', 'da co', 'dung']);
const NO = new Set(['khong', 'khong co', 'no', 'n', 'false', '0', 'chua', 'chua co', 'sai']);

/** Whether a yes/no cell says yes: "Có", "x", a tick. For `view.derive`. */
export const saysYes = (_cell: Cell, text: string): boolean => TICKS.has(text) || YES.has(searchKey(text));

/** Whether a yes/no cell says no. A blank one says nothing. For `view.derive`. */
export const saysNo = (_cell: Cell, text: string): boolean => NO.has(searchKey(text));
