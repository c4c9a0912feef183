import { formatDate } from '../../domain/calendarDate.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { citedReductions, REDUCTION_CIRCULARS, type ReductionCircular } from './reductionCirculars.ts';
import { judgeAlikeRows } from '../alikeRows.ts';

const readReductions = (_cell: Cell, text: string): readonly ReductionCircular[] => citedReductions(text);

const VERDICTS: ReadonlyMap<ReductionCircular, Verdict<'ended'>> = new Map(
  REDUCTION_CIRCULARS.map((reduction) => [
    reduction,
    { message: 'ended', args: { circular: reduction.circular, until: formatDate(reduction.until) } },
  ]),
);

/** Any mention counts, whatever the percentage: these circulars have nothing else. A row that also cites one in force is
 *  fine. One finding per row, at the first cell that cites; FEE-07 keeps silent about such a row. */
export default defineRule({
  id: 'FEE-08',
  title: 'Không áp dụng thông tư giảm phí đã hết hiệu lực',
  severity: 'warning',
  scope: 'row',
  why: 'Tiếp tục thu mức ưu đãi đã hết hiệu lực làm đơn vị thu thiếu phí, lệ phí và phải truy thu.',
  howToFix:
    'Bỏ mức ưu đãi, nhập lại mức thu đầy đủ, hoặc mức giảm theo thông tư đang có hiệu lực; cập nhật cột căn cứ thu phí.',
  legal: [
    { doc: 'TT 63/2023/TT-BTC', article: 'mức giảm khi nộp trực tuyến, áp dụng đến hết ngày 31/12/2025', past: true },
  ],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['can_cu_thu_phi', 'mo_ta'],
  messages: { ended: 'Ưu đãi phí, lệ phí theo Thông tư {circular} đã hết hiệu lực sau ngày {until}.' },
  en: {
    title: 'No reduction of a circular that has ended',
    why: 'Charging a reduced fee after its end means collecting too little, which has to be recovered.',
    howToFix:
      'Remove the reduced level and enter the full one, or the reduction of a circular in force; mend the legal-basis column.',
    messages: { ended: 'The fee reduction of Circular {circular} ended after {until}.' },
  },
  check(view, context) {
    const citedIn = (['phi_le_phi', 'can_cu_thu_phi', 'mo_ta'] as const).map(
      (field) => [field, view.derive(field, readReductions)] as const,
    );
    judgeAlikeRows(view, context, ['phi_le_phi', 'can_cu_thu_phi', 'mo_ta'], (row) => {
      const [field, reductionsOf] = citedIn.find(([, of]) => of(row).length > 0) ?? [];
      const first = reductionsOf?.(row)[0];
      if (field === undefined || first === undefined) return null;
      const inForce = citedIn.some(([, of]) => of(row).some(({ until }) => until >= context.today));
      return inForce ? null : { at: field, verdict: VERDICTS.get(first)! };
    });
  },
});
