import { z } from 'zod';
import { defineRule, type Rule } from '../../../shared/engine/rule.ts';

const SAMPLE_TEXTS = {
  why: '',
  howToFix: '',
  legal: [],
  asks: [],
  en: { title: '', why: '', howToFix: '', messages: { any: 'x' } },
  messages: { any: 'x' },
} as const;

/** Rules to write rule sets about: one with parameters, one plain, one over an agency's sheets, one over the
 *  round, one whose findings weigh differently. */
export const SAMPLE_RULES: readonly Rule[] = [
  defineRule({
    ...SAMPLE_TEXTS,
    id: 'FEE-05',
    title: 'Mọi dòng',
    severity: 'error',
    scope: 'row',
    datasets: ['procedures'],
    reads: ['ma_tthc'],
    params: z.object({ tolerance: z.number().min(0).default(0), kinds: z.array(z.enum(['a', 'b'])).default(['a']) }),
    check(view, { params, memo }) {
      // Verdicts are worked out once per run, as real rules do.
      const verdict = memo(SAMPLE_TEXTS, () => ({ message: 'any' as const, args: { tolerance: params.tolerance } }));
      for (let row = 0; row < view.rows; row += 1) view.report(row, 'ma_tthc', verdict);
    },
  }),
  defineRule({
    ...SAMPLE_TEXTS,
    id: 'FMT-01',
    title: 'Dòng nào cũng nhắc',
    severity: 'warning',
    scope: 'row',
    datasets: ['procedures'],
    reads: ['ma_tthc'],
    check(view) {
      for (let row = 0; row < view.rows; row += 1) view.report(row, 'ma_tthc', { message: 'any' });
    },
  }),
  defineRule({
    ...SAMPLE_TEXTS,
    id: 'REF-01',
    title: 'Mọi bảng của đơn vị',
    severity: 'error',
    scope: 'agency',
    datasets: ['procedures'],
    reads: ['ma_tthc'],
    params: z.object({ coverage: z.number().min(0).max(1).default(0.5) }),
    checkAll(views, { params }) {
      for (const view of views) view.report(0, 'ma_tthc', { message: 'any', args: { coverage: params.coverage } });
    },
  }),
  defineRule({
    ...SAMPLE_TEXTS,
    id: 'NAT-09',
    title: 'Cả đợt',
    severity: 'info',
    scope: 'round',
    datasets: ['procedures'],
    reads: ['ma_tthc'],
    params: z.object({ days: z.number().int().default(1) }),
    checkAll: () => {},
  }),
  defineRule({
    ...SAMPLE_TEXTS,
    id: 'URL-01',
    title: 'Bước xuống một mức, rồi hai mức',
    severity: 'error',
    scope: 'row',
    datasets: ['links'],
    reads: ['ma_tthc'],
    check(view) {
      view.report(0, 'ma_tthc', { message: 'any', severity: 'warning' });
      view.report(1, 'ma_tthc', { message: 'any', severity: 'info' });
    },
  }),
];
