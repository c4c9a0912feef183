import { z } from 'zod';
import { formatLevels } from '../../domain/level.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import { shortened } from '../shortened.ts';
import { coveragesOf, isComplete, listedOf, type Coverage } from './coverage.ts';

// A list is taken for complete at a level when it holds at least half (a setting) of the national procedures of that
// level in the sectors it lists; only then is each missing one named. Otherwise one line tells how many there are: the
// agency may list a selection on purpose. Withdrawn, not yet open and internal procedures are never missed.
export default defineRule({
  id: 'NAT-09',
  title: 'Danh mục của đơn vị có đủ TTHC quốc gia thuộc cấp và lĩnh vực của mình',
  severity: 'info',
  scope: 'agency',
  why: 'Thủ tục thuộc thẩm quyền mà đơn vị chưa đưa vào danh mục thì không ai cấu hình; người dân chọn được trên Cổng nhưng hồ sơ không có nơi tiếp nhận.',
  howToFix:
    'Rà từng thủ tục: nếu thuộc thẩm quyền thì bổ sung vào danh mục và cấu hình; nếu không thuộc thẩm quyền thì bỏ qua.',
  legal: [],
  asks: ['003 §1d'],
  datasets: ['procedures'],
  reads: ['ma_tthc'],
  mayRead: ['cap_thuc_hien'],
  refs: ['procedures'],
  params: z.object({
    coverage: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Tỷ lệ TTHC quốc gia phải có trong danh mục để coi danh mục của đơn vị là đầy đủ'),
    maxListed: z.number().int().min(0).default(50).describe('Thiếu nhiều hơn số này thì chỉ báo tổng số'),
  }),
  messages: {
    missing: 'TTHC quốc gia {code} – {name} ({levels}) chưa có trong danh mục của đơn vị.',
    manyMissing: 'Danh mục của đơn vị còn thiếu {count} TTHC quốc gia ({levels}) thuộc các lĩnh vực đã kê.',
    partial: 'Danh mục của đơn vị có {listed} trong {total} TTHC quốc gia ({levels}) thuộc các lĩnh vực đã kê.',
  },
  en: {
    title: 'The agency’s catalogue holds all national procedures of its level and sectors',
    why: 'A procedure within the agency’s competence that its list lacks is configured by nobody; citizens can choose it on the portal, but nobody receives the dossier.',
    howToFix: 'Go through them: add and configure what is within the agency’s competence, ignore the rest.',
    messages: {
      missing: 'National procedure {code} – {name} ({levels}) is not in the agency’s catalogue.',
      manyMissing: 'The agency’s catalogue lacks {count} national procedures ({levels}) of the sectors it lists.',
      partial:
        'The agency’s catalogue holds {listed} of {total} national procedures ({levels}) of the sectors it lists.',
    },
  },
  checkAll(views, { params, ref }) {
    const first = views[0];
    const coverages = coveragesOf(views, ref.procedures);
    if (first === undefined || coverages.length === 0) return;
    const complete = coverages.filter((coverage) => isComplete(coverage, params.coverage));
    if (complete.length === 0) {
      tellShare(first, coverages);
      return;
    }
    const missing = new Set(complete.flatMap((coverage) => coverage.missing));
    if (missing.size > params.maxListed) {
      const names = formatLevels(complete.filter((coverage) => coverage.missing.length > 0).map(({ level }) => level));
      first.report(null, null, { message: 'manyMissing', args: { count: missing.size, levels: names } });
      return;
    }
    for (const record of missing) {
      first.report(null, null, {
        message: 'missing',
        args: { code: record.ma_tthc, name: shortened(record.ten_tthc), levels: formatLevels(record.cap_thuc_hien) },
        expected: record.ma_tthc,
        evidence: `Lĩnh vực: ${record.linh_vuc.join('; ')}.`,
      });
    }
  },
});

/** One line on the level of which the list holds most. */
function tellShare(
  view: TableView<'ma_tthc' | 'cap_thuc_hien', 'missing' | 'manyMissing' | 'partial'>,
  coverages: readonly Coverage[],
): void {
  const main = coverages.reduce<Coverage | undefined>(
    (best, coverage) => (best === undefined || listedOf(coverage) > listedOf(best) ? coverage : best),
    undefined,
  );
  if (main === undefined || listedOf(main) === 0) return;
  view.report(null, null, {
    message: 'partial',
    args: { listed: listedOf(main), total: main.all.length, levels: formatLevels([main.level]) },
    difference: `thiếu ${main.missing.length}`,
  });
}
