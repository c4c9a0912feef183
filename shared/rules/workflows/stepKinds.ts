import type { Cell } from '../../table/cell.ts';
import { saysAny } from '../phrases.ts';

const isReception = saysAny(['tiếp nhận', 'nhận hồ sơ', 'thêm mới', 'nộp hồ sơ']);
const isReturn = saysAny(['trả kết quả', 'trả KQ', 'giao kết quả', 'cấp phát kết quả', 'giao trả']);
const isAppraisal = saysAny(['thẩm định', 'thẩm tra', 'xác minh']);
const isApproval = saysAny(['phê duyệt', 'ký duyệt', 'duyệt', 'ký ban hành', 'ký quyết định', 'ký kết quả']);
const isSubmission = saysAny(['trình']);

/** Whether the name of a step or of its action says that a dossier is received: "Tiếp nhận hồ sơ", and "Thêm mới" in
 *  provincial systems. For `view.derive`. */
export const receives = (_cell: Cell, text: string): boolean => isReception(text);

/** Whether it says that the result is handed out. For `view.derive`. */
export const returns = (_cell: Cell, text: string): boolean => isReturn(text);

/** Whether a step appraises a dossier, or signs it; handing it up for signature ("Trình ký", "Trình phê duyệt") is neither.
 *  For `view.derive`. */
export const appraises = (_cell: Cell, text: string): boolean => isAppraisal(text) && !isSubmission(text);
export const approves = (_cell: Cell, text: string): boolean => isApproval(text) && !isSubmission(text);
