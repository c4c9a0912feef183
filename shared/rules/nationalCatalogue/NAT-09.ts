import { z } from 'zod';
import { formatLevels, type Level } from '../../domain/level.ts';
import { parseProcedureCode, procedureCodeSeries } from '../../domain/procedureCode.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import { levelsIn } from '../rowConsistency/levelsAndAgencies.ts';
import { onceFor } from '../onceFor.ts';
import { shortened } from '../shortened.ts';
import { codesIn } from './ownCodes.ts';

/** National procedures of one level in the sectors that an agency lists, and which of them it lists. */
interface Coverage {
  readonly level: Level;
  readonly all: readonly NationalProcedure[];
  readonly missing: readonly NationalProcedure[];
}

// From the lowest level up: of two levels covered alike, the lower one is the agency's own.
const LEVELS_COVERED: readonly Level[] = ['commune', 'province', 'ministry'];

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
    const listed = codesIn(views);
    const own = [...listed].flatMap((code) => ref.procedures.byCode(code) ?? []);
    if (first === undefined || own.length === 0) return;
    const sectors = new Set(own.flatMap((record) => record.linh_vuc));
    const offered = offeredIn(ref.procedures).filter((record) => record.linh_vuc.some((sector) => sectors.has(sector)));
    const levels = statedLevels(views);
    const coverages = LEVELS_COVERED.filter((level) => levels.size === 0 || levels.has(level)).map(
      (level): Coverage => {
        const all = offered.filter((record) => record.cap_thuc_hien.has(level));
        return { level, all, missing: all.filter((record) => !listed.has(record.ma_tthc)) };
      },
    );
    const complete = coverages.filter(
      ({ all, missing }) =>
        all.length > missing.length && (all.length - missing.length) / all.length >= params.coverage,
    );
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
  const held = ({ all, missing }: Coverage): number => all.length - missing.length;
  const main = coverages.reduce<Coverage | undefined>(
    (best, coverage) => (best === undefined || held(coverage) > held(best) ? coverage : best),
    undefined,
  );
  if (main === undefined || held(main) === 0) return;
  view.report(null, null, {
    message: 'partial',
    args: { listed: held(main), total: main.all.length, levels: formatLevels([main.level]) },
    difference: `thiếu ${main.missing.length}`,
  });
}

/** Levels that the agency itself states; empty when its sheets have no such column. */
function statedLevels(views: readonly TableView[]): ReadonlySet<Level> {
  const levels = new Set<Level>();
  for (const view of views) {
    const levelsOf = view.derive('cap_thuc_hien', levelsIn);
    for (let row = 0; row < view.rows; row += 1) for (const level of levelsOf(row)) levels.add(level);
  }
  return levels;
}

/** Procedures that an agency can be asked to list. */
const offeredIn = onceFor((procedures: ProcedureIndex) => procedures.snapshot.procedures.filter(isOffered));

function isOffered(record: NationalProcedure): boolean {
  if (record.state === 'withdrawn' || record.state === 'notOpen') return false;
  const code = parseProcedureCode(record.ma_tthc);
  return code.ok && procedureCodeSeries(code.value) !== 'internal';
}
