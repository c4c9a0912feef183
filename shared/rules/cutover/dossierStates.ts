import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny, saysOnly } from '../phrases.ts';

/** How far a dossier is. `stopped`: returned, refused or taken back; `unclear`: stated in words that no list here has. */
export type DossierStage = 'received' | 'open' | 'supplement' | 'payment' | 'done' | 'stopped' | 'unclear';

/** Stages as people name them. */
export const STAGE_NAMES: Readonly<Record<DossierStage, string>> = {
  received: 'mới tiếp nhận',
  open: 'đang giải quyết',
  supplement: 'chờ bổ sung',
  payment: 'chờ thanh toán',
  done: 'đã giải quyết',
  stopped: 'dừng giải quyết',
  unclear: 'không rõ',
};

// The first that fits decides: "Chờ bổ sung, đã trả kết quả lần 1" is still waiting.
const STAGES: readonly (readonly [DossierStage, (text: string) => boolean])[] = [
  ['supplement', saysAny(['bổ sung', 'hoàn thiện hồ sơ'])],
  [
    'payment',
    saysAny([
      'chờ thanh toán',
      'chờ thu phí',
      'chờ thu lệ phí',
      'chưa thanh toán',
      'chờ nộp phí',
      'chờ thực hiện nghĩa vụ tài chính',
      'nghĩa vụ tài chính',
    ]),
  ],
  [
    'open',
    saysAny(['chưa giải quyết', 'chưa trả', 'chờ trả kết quả', 'chưa hoàn thành', 'chưa xử lý', 'đang trả kết quả']),
  ],
  [
    'stopped',
    saysAny([
      'từ chối',
      'dừng xử lý',
      'dừng giải quyết',
      'rút hồ sơ',
      'đã rút',
      'đã hủy',
      'hủy hồ sơ',
      'trả lại',
      'không giải quyết',
      'không tiếp nhận',
    ]),
  ],
  [
    'done',
    saysAny([
      'đã trả',
      'đã giải quyết',
      'đã xử lý xong',
      'hoàn thành',
      'đã có kết quả',
      'có kết quả',
      'kết thúc',
      'đã xong',
      'xử lý xong',
    ]),
  ],
  [
    'open',
    saysAny([
      'đang xử lý',
      'đang giải quyết',
      'chờ xử lý',
      'thụ lý',
      'thẩm định',
      'trình ký',
      'chờ ký',
      'phê duyệt',
      'xác minh',
      'đang thực hiện',
      'quá hạn',
      'chuyển xử lý',
    ]),
  ],
  ['received', saysAny(['tiếp nhận', 'mới đăng ký', 'mới nộp', 'mới'])],
];

/** Reads the state of a dossier; null when the cell says nothing. "Đang xử lý" keeps the place of a value elsewhere and is
 *  a state here. For `view.derive`. */
export function stageIn(cell: Cell, text: string): DossierStage | null {
  const stage = stageOf(text);
  return stage === 'unclear' && saysNothing(cell, text) ? null : stage;
}

/** Stage that a stated text means. */
export const stageOf = (text: string): DossierStage => STAGES.find(([, says]) => says(text))?.[0] ?? 'unclear';

/** Whether a dossier still waits for its result. A state that cannot be read counts as open. */
export const isOpen = (stage: DossierStage | null): boolean => stage !== 'done' && stage !== 'stopped';

/** Whether fees were collected. `free`: nothing is due. */
export type Payment = 'paid' | 'unpaid' | 'free' | 'unclear';

const isUnpaid = saysAny([
  'chưa',
  'chờ thanh toán',
  'chờ thu',
  'chờ nộp',
  'đang chờ',
  'không thành công',
  'thất bại',
  'còn nợ',
  'unpaid',
  'pending',
  'failed',
]);
const isUnpaidOnly = saysOnly(['không', 'no', 'false']);
const isFree = saysAny([
  'miễn',
  'không thu phí',
  'không thu lệ phí',
  'không phải nộp',
  'không có phí',
  'không mất phí',
  'không yêu cầu',
]);
const isPaid = saysAny([
  'đã thanh toán',
  'đã thu',
  'đã nộp',
  'đã đóng',
  'đã hoàn thành',
  'thành công',
  'hoàn thành',
  'paid',
  'success',
]);
const isPaidOnly = saysOnly(['có', 'đã', 'rồi', 'x', 'yes', 'true']);

/** Reads a state of payment; null when the cell says nothing. A tick "x" says that it was paid. For `view.derive`. */
export function paymentIn(cell: Cell, text: string): Payment | null {
  const payment = paymentOf(text);
  return payment === 'unclear' && saysNothing(cell, text) ? null : payment;
}

/** Payment that a stated text means. */
export function paymentOf(text: string): Payment {
  if (isFree(text)) return 'free';
  if (isUnpaidOnly(text) || isUnpaid(text)) return 'unpaid';
  return isPaidOnly(text) || isPaid(text) ? 'paid' : 'unclear';
}
