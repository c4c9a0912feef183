import { z } from 'zod';
import { compareFees, formatAmount, formatFee, type Fee } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { RecordDoubt } from '../../reference/catalogue.ts';
import { nationalLinesOf, trustIn, type NationalLines } from '../nationalLines.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { CITING_FIELDS, resolutionsOf } from './councilResolution.ts';
import { isBelowThousand, levelOf, readFeeCell, type FeeCell } from './feeCell.ts';
import { perAlikeRows } from '../alikeRows.ts';

type Message = 'differs' | 'national';

const DOUBTS: readonly RecordDoubt[] = [
  'feeBelowThousand',
  'freeButAmount',
  'freeButCouncil',
  'currencyMix',
  'amountDiffersFromText',
  'detailOfOtherProcedure',
];

/** Only single levels are compared (free, fixed, per the same unit), with all national lines of the row's channels; equal to
 *  any is right. Where one national line is unknown, left to a reference or to the council, nothing can be said here
 *  (FEE-06, FEE-13 and FEE-17 speak). A level below 1.000 đ is FEE-02's. A row that cites a resolution of its provincial
 *  council may lawfully differ: a warning. */
export default defineRule({
  id: 'FEE-05',
  title: 'Mức thu khớp danh mục quốc gia',
  severity: 'error',
  scope: 'row',
  why: 'Thu khác mức đã công bố là thu phí, lệ phí không đúng mức: đơn vị có thể bị xử phạt và phải hoàn trả tiền cho người nộp.',
  howToFix:
    'Đối chiếu thông tư hoặc nghị quyết quy định mức thu. Nếu mức quốc gia đúng, sửa trong tệp và trong cấu hình thanh toán; nếu danh mục đang dùng đã cũ, nhập lại danh mục quốc gia.',
  legal: [{ doc: 'NĐ 02/2026/NĐ-CP', article: 'khoản 2 Điều 10' }],
  asks: ['000 §1', '003 §1đ', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['ma_tthc', 'phi_le_phi'],
  mayRead: ['hinh_thuc_nop', 'can_cu_thu_phi', 'mo_ta'],
  refs: ['procedures'],
  params: z.object({
    tolerance: z.number().min(0).default(0).describe('Chênh lệch cho phép so với danh mục quốc gia (đồng)'),
  }),
  messages: {
    differs: 'Mức thu {actual} khác danh mục quốc gia {expected}.',
    national: 'Lấy mức thu của danh mục quốc gia.',
  },
  en: {
    title: 'The fee is that of the national catalogue',
    why: 'Charging another level than the published one is an offence: the unit may be fined and has to pay the money back.',
    howToFix:
      'Look the level up in its circular or resolution. If the national one is right, mend the file and the payment configuration; if the catalogue in use is old, import it again.',
    messages: {
      differs: 'The fee {actual} differs from the national catalogue {expected}.',
      national: 'Use the fee of the national catalogue.',
    },
  },
  check(view, context) {
    const linesOf = nationalLinesOf(view, context);
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const citedBy = resolutionsOf(view);
    const judgePair = context.memo(judge, () =>
      oncePerPair((fee: FeeCell, lines: NationalLines) => judge(fee, lines, context.params.tolerance)),
    );
    perAlikeRows(view, context, ['ma_tthc', 'hinh_thuc_nop', ...CITING_FIELDS], 'phi_le_phi', (row) => {
      const lines = linesOf(row);
      const verdicts = lines === null ? null : judgePair(feeOf(row), lines);
      if (verdicts === null) return null;
      return citedBy(row).length > 0 ? verdicts.withResolution : verdicts.plain;
    });
  },
});

interface Verdicts {
  readonly plain: Verdict<Message>;
  /** For a row that cites a resolution of the provincial council. */
  readonly withResolution: Verdict<Message>;
}

function judge(cell: FeeCell, national: NationalLines, tolerance: number): Verdicts | null {
  if (cell.blank || !cell.whole.ok || isBelowThousand(cell)) return null;
  const fee = cell.whole.value;
  const fees = national.lines.map((line) => line.fee);
  if (fees.some((other) => other === null || !differs(fee, other, tolerance))) return null;
  const published = fees.filter((other) => other !== null);

  const texts = [...new Set(published.map((other) => formatFee(other)))];
  const [only] = published;
  const trust = trustIn(national, DOUBTS);
  const correction = texts.length === 1 && only !== undefined ? correctionFor(cell, fee, only) : undefined;
  const expected = texts.join(' hoặc ');
  const plain: Verdict<Message> = {
    message: 'differs',
    args: { actual: formatFee(fee), expected },
    expected,
    difference: texts.length === 1 && only !== undefined ? differenceBetween(fee, only) : '',
    // A doubtful record is no pattern to copy.
    ...(correction === undefined || trust.severity !== undefined
      ? {}
      : { fix: { value: correction, confidence: 'likely', why: 'national' } as const }),
    ...trust,
  };
  if (trust.severity !== undefined) return { plain, withResolution: plain };
  const { fix: _, ...unfixed } = plain;
  const evidence = 'Dòng này viện dẫn nghị quyết của HĐND cấp tỉnh; mức riêng của tỉnh có thể đúng.';
  return { plain, withResolution: { ...unfixed, severity: 'warning', evidence } };
}

function differs(fee: Fee, other: Fee, tolerance: number): boolean {
  if (compareFees(fee, other) !== 'different') return false;
  const [a, b] = [moneyOf(fee), moneyOf(other)];
  return a.currency !== b.currency || Math.abs(a.amount - b.amount) > tolerance;
}

/** Amount and currency of a comparable fee; free is 0 đồng. */
function moneyOf(fee: Fee): { readonly amount: number; readonly currency: 'VND' | 'USD' } {
  const level = levelOf(fee);
  return level === undefined ? { amount: 0, currency: 'VND' } : level;
}

/** "+20.000 đ"; '' for different currencies. */
function differenceBetween(fee: Fee, other: Fee): string {
  const [a, b] = [moneyOf(fee), moneyOf(other)];
  if (a.currency !== b.currency && a.amount > 0 && b.amount > 0) return '';
  const amount = a.amount - b.amount;
  return `${amount > 0 ? '+' : '-'}${formatAmount(Math.abs(amount), a.amount > 0 ? a.currency : b.currency)}`;
}

/** The cell with the national fee, where it holds nothing that would be lost. */
function correctionFor(cell: FeeCell, fee: Fee, national: Fee): string | undefined {
  if (fee.amounts.length > 1 || fee.condition !== undefined || fee.validTo !== undefined || fee.legalRefs.length > 0) {
    return undefined;
  }
  const { amount, currency } = moneyOf(national);
  if (cell.kind === 'number' && currency === 'VND' && national.kind !== 'perUnit') return String(amount);
  return formatFee(national);
}
