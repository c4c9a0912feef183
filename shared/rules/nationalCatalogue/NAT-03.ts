import { compareKey } from '../../domain/vietnameseText.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import { similarity } from '../../reference/nameMatching.ts';
import { onceFor } from '../onceFor.ts';
import { shortened } from '../shortened.ts';
import { nameDifferenceOf, nameKey, type NameDifference } from './nationalName.ts';
import { steppedDown } from './nationalRecord.ts';

type Message = 'differs' | 'otherProcedure' | 'nationalName';

const LONGEST_COMPARED = 600;
const MOSTLY_SAME = 0.8;

/** Records in force by the key of their name; of several with one name, the first. */
const recordsByName = onceFor((procedures: ProcedureIndex): ReadonlyMap<string, NationalProcedure> => {
  const records = procedures.snapshot.procedures.filter(({ state }) => state !== 'withdrawn');
  return new Map(records.toReversed().map((record) => [nameKey(record.ten_tthc), record]));
});

// Exclusive with ROW-08: there the words are the same and only the spelling differs. The book's threshold is that folding;
// how alike two names are is told as evidence. Fee sheets are judged too: money follows the code, people read the name.
export default defineRule({
  id: 'NAT-03',
  title: 'Tên TTHC khớp với mã trong danh mục quốc gia',
  severity: 'warning',
  scope: 'row',
  why: 'Tên và mã chỉ hai thủ tục khác nhau thì người dân đọc tên này nhưng hồ sơ, phí lại đi theo mã kia.',
  howToFix: 'Xác định thủ tục muốn nói: nếu mã đúng thì lấy tên quốc gia, nếu tên đúng thì sửa mã.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'Điều 15 khoản 1 điểm b' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'feeConfigs'],
  reads: ['ma_tthc', 'ten_tthc'],
  refs: ['procedures'],
  messages: {
    differs: 'Tên không khớp danh mục quốc gia: mã này là "{national}".',
    otherProcedure: 'Tên này là của mã {other}; mã ghi ở dòng này là "{national}".',
    nationalName: 'Tên của mã này trong danh mục quốc gia.',
  },
  en: {
    title: 'The name agrees with the code in the national catalogue',
    why: 'When name and code mean two procedures, citizens read one name while dossier and fee follow the other code.',
    howToFix:
      'Find out which procedure is meant: take the national name if the code is right, or correct the code if the name is.',
    messages: {
      differs: 'The name does not agree with the national catalogue: this code is "{national}".',
      otherProcedure: 'This name belongs to code {other}; the code in this row is "{national}".',
      nationalName: 'The name of this code in the national catalogue.',
    },
  },
  check(view, context) {
    const differenceOf = nameDifferenceOf(view, context);
    const verdictOn = context.memo(judge, () =>
      onceFor((difference: NameDifference) => judge(difference, context.ref.procedures)),
    );
    for (let row = 0; row < view.rows; row += 1) {
      const difference = differenceOf(row);
      if (difference?.relation !== 'different' || difference.name.blank) continue;
      view.report(row, 'ten_tthc', verdictOn(difference));
    }
  },
});

function judge({ name, record }: NameDifference, procedures: ProcedureIndex): Verdict<Message> {
  const national = record.ten_tthc;
  const doubt = steppedDown(record, ['duplicateCode', 'codeMalformed']);
  const other = recordsByName(procedures).get(name.key);
  if (other !== undefined) {
    // Either of the two cells may be the wrong one, so nothing is proposed.
    return {
      message: 'otherProcedure',
      args: { other: other.ma_tthc, national: shortened(national) },
      expected: national,
      ...doubt,
    };
  }
  const share = similarity(bounded(name.text), bounded(national));
  return {
    message: 'differs',
    args: { national: shortened(national) },
    expected: national,
    fix: { value: national, confidence: share >= MOSTLY_SAME ? 'likely' : 'possible', why: 'nationalName' },
    evidence: `Hai tên giống nhau ${Math.round(share * 100)} %.`,
    ...doubt,
  };
}

const bounded = (name: string): string => compareKey(name).slice(0, LONGEST_COMPARED);
