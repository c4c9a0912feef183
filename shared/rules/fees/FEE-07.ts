import { formatDate, parseDate } from '../../domain/calendarDate.ts';
import { foldText } from '../../domain/foldedText.ts';
import { findValidity } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { citedReductions, type ReductionCircular } from './reductionCirculars.ts';
import { judgeAlikeRows } from '../alikeRows.ts';

interface Validity {
  /** Last day as ISO date, or '' where none is named. */
  readonly until: string;
  readonly reductions: readonly ReductionCircular[];
}

const readValidity = (_cell: Cell, text: string): Validity => ({
  until: findValidity(text).validTo ?? '',
  reductions: citedReductions(text),
});

/** A description holds other dates too: only clauses that speak of a fee count, and the last of their days. */
const readDescription = (_cell: Cell, text: string): Validity => {
  const untils = text
    .split(/[;\n]|\.\s+(?=\S)/)
    .filter(
      (clause) =>
        /\d{4}/.test(clause) && /(?<![a-z])(?:phi|muc thu|\d ?(?:d|dong))(?![a-z])/.test(foldText(clause).text),
    )
    .map((clause) => findValidity(clause).validTo ?? '');
  return { until: untils.sort().at(-1) ?? '', reductions: citedReductions(text) };
};

/** The validity column holds "đến hết ngày 31/12/2025" as well as a bare date or "01/7/2025 - 31/12/2026". */
const readColumn = (cell: Cell, text: string): Validity => {
  const validity = readValidity(cell, text);
  if (validity.until !== '') return validity;
  const last = parseDate(text.split(/\s+[-–]\s+|\s+đến\s+|\n/).at(-1) ?? '');
  return { ...validity, until: last.ok ? last.value.iso : '' };
};

/** One finding per row, at the first cell that names the end. A row that rests only on circulars known to have
 *  ended is FEE-08's. */
const FIELDS = ['phi_le_phi', 'thoi_han_hieu_luc_phi', 'mo_ta', 'can_cu_thu_phi'] as const;

export default defineRule({
  id: 'FEE-07',
  title: 'Mức thu ưu đãi còn hiệu lực',
  severity: 'warning',
  scope: 'row',
  why: 'Mức ưu đãi, miễn giảm đã hết thời hạn mà vẫn áp dụng thì đơn vị thu thiếu; người nộp sau này có thể bị truy thu.',
  howToFix: 'Kiểm tra văn bản gia hạn. Nếu không có, bỏ mức ưu đãi và nhập lại mức thu thông thường.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['thoi_han_hieu_luc_phi', 'mo_ta', 'can_cu_thu_phi'],
  messages: { expired: 'Mức thu ưu đãi chỉ áp dụng đến hết ngày {until}, nay đã hết hạn.' },
  en: {
    title: 'A temporary fee is still in force',
    why: 'Charging a reduced fee after its end means collecting too little, and payers may be asked for the rest later.',
    howToFix: 'Look for a text that extends it. If there is none, remove the reduced level and enter the usual one.',
    messages: { expired: 'The temporary fee applied until {until} and has ended.' },
  },
  check(view, context) {
    const { today } = context;
    const sources = [
      ['phi_le_phi', view.derive('phi_le_phi', readValidity)],
      ['thoi_han_hieu_luc_phi', view.derive('thoi_han_hieu_luc_phi', readColumn)],
      ['mo_ta', view.derive('mo_ta', readDescription)],
    ] as const;
    const basisOf = view.derive('can_cu_thu_phi', readValidity);
    const verdicts = new Map<string, Verdict<'expired'>>();
    judgeAlikeRows(view, context, FIELDS, (row) => {
      const [field, validityOf] = sources.find(([, of]) => of(row).until !== '') ?? [];
      if (field === undefined || validityOf === undefined || validityOf(row).until >= today) return null;
      const reductions = [...sources, ['can_cu_thu_phi', basisOf] as const].flatMap(([, of]) => of(row).reductions);
      if (reductions.length > 0 && reductions.every((reduction) => reduction.until < today)) return null;
      const { until } = validityOf(row);
      let verdict = verdicts.get(until);
      if (verdict === undefined) {
        verdicts.set(until, (verdict = { message: 'expired', args: { until: formatDate(until) } }));
      }
      return { at: field, verdict };
    });
  },
});
