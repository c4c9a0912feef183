import { defineRule } from '../../engine/rule.ts';
import { saysNothing } from './blankCells.ts';

// Blank is not free and "-" is not zero (DOMAIN §2.2); no value is ever filled in by the program.
export default defineRule({
  id: 'CMP-08',
  title: 'Ô phí, lệ phí nói rõ có thu hay không',
  severity: 'warning',
  scope: 'row',
  why: 'Ô trống không có nghĩa là miễn phí. Để trống thì khi chuyển sang Cổng mới không ai biết phải cấu hình thu bao nhiêu: hoặc thu sai của người dân, hoặc hồ sơ dừng ở bước thanh toán.',
  howToFix: 'Ghi mức thu, hoặc "Không" nếu không thu, hoặc văn bản quy định mức thu. Phần mềm không tự điền ô này.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm h' }],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  messages: {
    blank: 'Ô phí, lệ phí để trống; nếu không thu thì ghi rõ "Không".',
    unknown: 'Ô phí, lệ phí ghi "{value}", không rõ có thu hay không; nếu không thu thì ghi rõ "Không".',
  },
  en: {
    title: 'The fee cell says whether anything is charged',
    why: 'A blank cell does not mean free of charge. Nobody then knows what to configure on the new portal: citizens are charged the wrong amount, or their dossier stops at the payment step.',
    howToFix:
      'Write the amount, or "Không" where nothing is charged, or the document that sets it. The program never fills this cell by itself.',
    messages: {
      blank: 'The fee cell is blank; write "Không" where nothing is charged.',
      unknown:
        'The fee cell says "{value}", which does not tell whether anything is charged; write "Không" if nothing is.',
    },
  },
  check(view) {
    const nothing = view.derive('phi_le_phi', saysNothing);
    const blank = { message: 'blank' } as const;
    const unknown = { message: 'unknown' } as const;
    for (let row = 0; row < view.rows; row += 1) {
      if (nothing(row)) view.report(row, 'phi_le_phi', view.text('phi_le_phi', row) === '' ? blank : unknown);
    }
  },
});
