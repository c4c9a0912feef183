import { parseDossierCode } from '../../domain/dossierCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { perStatedCode } from './statedCodes.ts';

type Message = 'malformed';

export default defineRule({
  id: 'FMT-12',
  title: 'Mã hồ sơ đúng cấu trúc',
  // Only one sample of the new portal's form is known and TT 03/2025/TT-VPCP is not at hand: hence no error.
  severity: 'warning',
  scope: 'row',
  why: 'Mã hồ sơ là số mà người dân dùng để tra cứu và thanh toán. Mã sai cấu trúc thì không chuyển được hồ sơ tồn sang hệ thống mới, người dân tra cứu không ra.',
  howToFix:
    'Sao chép lại mã hồ sơ từ hệ thống: mã đơn vị, ngày tiếp nhận, số thứ tự, ví dụ 000.00.00.H21-260529-0001, H56.12.34-250601-0001 hoặc G09.20-20260609-0092637.',
  legal: [{ doc: 'TT 01/2018/TT-VPCP', article: 'Điều 19' }],
  asks: ['001 §2d', '001 §5b'],
  datasets: ['pendingDossiers'],
  reads: ['ma_ho_so'],
  messages: {
    malformed: 'Mã hồ sơ "{value}" sai cấu trúc (ví dụ đúng: 000.00.00.H21-260529-0001).',
  },
  en: {
    title: 'The dossier code has one of the known structures',
    why: 'Citizens follow and pay for their dossier by its code. With a malformed code a pending dossier cannot be moved to the new system and is not found.',
    howToFix:
      'Copy the code from the system again: agency code, day of receipt, counter, e.g. 000.00.00.H21-260529-0001, H56.12.34-250601-0001 or G09.20-20260609-0092637.',
    messages: {
      malformed: 'Dossier code "{value}" is malformed (right: e.g. 000.00.00.H21-260529-0001).',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_ho_so', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const code = parseDossierCode(text);
  // An impossible date part is FMT-13's.
  return code.ok || code.reason !== 'malformed' ? null : { message: 'malformed' };
}
