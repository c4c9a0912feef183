import { foldText } from '../../domain/foldedText.ts';
import type { Fee } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isOncePerDossier, readFeeCell } from './feeCell.ts';
import { statementsIn } from './feeDescription.ts';

type Message = 'perUnit' | 'levels' | 'formula' | 'byReference';

/** Units of which a dossier normally has one: the result itself. */
const RESULT_UNIT = /^(?:giay|the|so|chung chi|chung nhan|quyet dinh|phoi|bien so|lan|ho so|don)(?![a-z])/;

/** What a person has to work out before payment can be requested (DOMAIN §2.2: only a single level can be configured). A
 *  level per dossier or per result counts as single. The council's level is FEE-06's. A bracket that merely contradicts the
 *  value (FEE-02, FEE-03, FEE-04, FEE-16) makes no tariff; one about a channel or special case does. */
export default defineRule({
  id: 'FEE-13',
  title: 'Mức thu cấu hình được để thanh toán tự động',
  severity: 'warning',
  scope: 'row',
  why: 'Với mức thu dạng biểu, khoảng hoặc dẫn chiếu, hệ thống không tự tạo được số tiền; hồ sơ dừng ở bước thanh toán nếu không có cán bộ tính.',
  howToFix:
    'Nếu chỉ có một mức, ghi đúng số tiền. Nếu là biểu mức thu, tách thành các dòng theo trường hợp; khoản phải tính thì ghi chú cho cán bộ một cửa nhập số tiền khi gửi yêu cầu thanh toán.',
  legal: [],
  asks: ['000 §1'],
  datasets: ['feeConfigs', 'channels', 'procedures'],
  reads: ['phi_le_phi'],
  messages: {
    perUnit: 'Mức thu tính theo {unit}; cần cán bộ tính số tiền khi yêu cầu thanh toán.',
    levels: 'Mức thu có nhiều mức hoặc là khoảng; cần cán bộ tính khi yêu cầu thanh toán.',
    formula: 'Mức thu là công thức hoặc tỷ lệ phần trăm; cần cán bộ tính khi yêu cầu thanh toán.',
    byReference: 'Mức thu chỉ dẫn chiếu văn bản; cần cán bộ tính khi yêu cầu thanh toán.',
  },
  en: {
    title: 'The fee can be configured for automatic payment',
    why: 'From tariffs, ranges and references the system cannot compute an amount; the dossier stops at payment unless an officer does.',
    howToFix:
      'With a single level, write the amount. Split a tariff into rows by case; for what must be computed, tell the reception officer to enter the amount with the payment request.',
    messages: {
      perUnit: 'The fee is charged per {unit}; an officer has to work out the amount to pay.',
      levels: 'The fee has several levels or a range; an officer has to work out the amount to pay.',
      formula: 'The fee is a formula or percentage; an officer has to work out the amount to pay.',
      byReference: 'The fee only cites a text; an officer has to work out the amount to pay.',
    },
  },
  check(view) {
    view.perValue('phi_le_phi', judgeCell);
  },
});

function judgeCell(cell: Cell, text: string): Verdict<Message> | null {
  const { blank, whole, value, remainder } = readFeeCell(cell, text);
  if (blank || !whole.ok || value === undefined) return null;
  const tariff = statementsIn(remainder).some(({ conditional, channels }) => conditional || channels.length > 0);
  return judge(tariff ? whole.value : value);
}

function judge(fee: Fee): Verdict<Message> | null {
  switch (fee.kind) {
    case 'perUnit': {
      const unit = fee.amounts.find((amount) => amount.unit !== undefined)?.unit ?? '';
      if (fee.max === undefined && fee.min === undefined) {
        if (isOncePerDossier(fee) || RESULT_UNIT.test(foldText(unit).text)) return null;
      }
      return { message: 'perUnit', args: { unit } };
    }
    case 'fixed':
      return fee.min === undefined && fee.max === undefined ? null : { message: 'levels' };
    case 'range':
    case 'tiered':
      return { message: 'levels' };
    case 'percentOf':
    case 'formula':
      return { message: 'formula' };
    case 'byReference':
      return { message: 'byReference' };
    default:
      return null;
  }
}
