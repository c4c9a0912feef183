import type { FieldKey } from '../../domain/fields.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure, RecordDoubt } from '../../reference/catalogue.ts';
import { doubtsOf } from '../../reference/selfCheck.ts';
import { onceFor } from '../onceFor.ts';
import { shortened } from '../shortened.ts';
import { doubtText, nationalRecordOf } from './nationalRecord.ts';

/** Which column of an agency leans on what a doubt speaks of. */
const CONCERNED = {
  phi_le_phi: ['feeBelowThousand', 'freeButAmount', 'freeButCouncil', 'currencyMix', 'amountDiffersFromText'],
  thoi_han: ['unitDiffersFromText'],
  co_quan_thuc_hien: ['agencyEmpty'],
} as const satisfies Partial<Record<FieldKey, readonly RecordDoubt[]>>;

type Concerned = keyof typeof CONCERNED;
const FIELDS_CONCERNED = Object.keys(CONCERNED) as readonly Concerned[];

// Said at the agency's own cell, because there it matters: what was compared with a faulty record needs a person. The
// list of all faulty records is the reference's self-check.
export default defineRule({
  id: 'NAT-11',
  title: 'Bản ghi quốc gia dùng để đối chiếu không có dấu hiệu lỗi',
  severity: 'info',
  scope: 'row',
  why: 'Danh mục quốc gia cũng có bản ghi lỗi (mất ba số 0 ở mức thu, để trống cơ quan…). Sửa theo bản ghi lỗi thì lan lỗi vào cấu hình của đơn vị.',
  howToFix:
    'Không sửa theo danh mục ở ô này. Lấy nội dung từ quyết định công bố và kiến nghị cơ quan công bố sửa bản ghi quốc gia.',
  legal: [],
  asks: ['003 §8b'],
  datasets: ['procedures', 'channels'],
  reads: ['ma_tthc'],
  mayRead: ['phi_le_phi', 'thoi_han', 'co_quan_thuc_hien'],
  refs: ['procedures'],
  messages: {
    faulty: 'Bản ghi quốc gia {code} có dấu hiệu lỗi ở nội dung này – kiến nghị cơ quan công bố kiểm tra.',
  },
  en: {
    title: 'The national record used for comparison shows no sign of a fault',
    why: 'The national catalogue has faulty records too (amounts without their last three zeros, blank agencies…). Correcting by a faulty record spreads the fault into the agency’s configuration.',
    howToFix:
      'Do not correct this cell by the catalogue. Take the content from the publishing decision and ask the publishing agency to correct the national record.',
    messages: {
      faulty: 'The national record {code} shows signs of a fault here – ask the publishing agency to check it.',
    },
  },
  check(view, context) {
    const recordOf = nationalRecordOf(view, context);
    const fields = FIELDS_CONCERNED.filter((field) => view.has(field));
    for (let row = 0; row < view.rows; row += 1) {
      const record = recordOf(row);
      if (record === undefined || record.doubts.length === 0) continue;
      const verdicts = verdictsOn(record);
      for (const field of fields) {
        const verdict = verdicts.get(field);
        if (verdict !== undefined) view.report(row, field, verdict);
      }
    }
  },
});

const verdictsOn = onceFor((record: NationalProcedure): ReadonlyMap<Concerned, Verdict<'faulty'>> => {
  const words = new Map(doubtsOf(record).map(({ doubt, evidence }) => [doubt, evidence]));
  const perField = new Map<Concerned, Verdict<'faulty'>>();
  for (const field of FIELDS_CONCERNED) {
    const about: readonly RecordDoubt[] = CONCERNED[field];
    const signs = record.doubts
      .filter((doubt) => about.includes(doubt))
      .map((doubt) => [doubtText(doubt), shortened(words.get(doubt) ?? '')].filter((part) => part !== '').join(': '));
    if (signs.length === 0) continue;
    perField.set(field, {
      message: 'faulty',
      args: { code: record.ma_tthc },
      evidence: `Dấu hiệu: ${signs.join('; ')}.`,
    });
  }
  return perField;
});
