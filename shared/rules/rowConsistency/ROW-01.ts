import type { ImplementingAgency } from '../../domain/implementingAgency.ts';
import { formatLevels, type Level } from '../../domain/level.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { shortened } from '../shortened.ts';
import { agenciesIn, levelsIn } from './levelsAndAgencies.ts';
import { perAlikeRows } from '../alikeRows.ts';

// Judged only where the name of every agency tells its level ("Chi cục Hải quan khu vực" does not), and only when none of
// them fits: a list may name more agencies than levels. The abolished district level is ROW-02's and ADM-04's; "Cơ quan
// khác" fits every agency. On the 1,853 real records this finds four contradictions.
export default defineRule({
  id: 'ROW-01',
  title: 'Cấp thực hiện phù hợp với cơ quan thực hiện',
  severity: 'error',
  scope: 'row',
  why: 'Cấp thực hiện quyết định hồ sơ được chuyển cho cấp nào. Nếu cấp và cơ quan trái nhau, hồ sơ của người dân bị chuyển sai nơi giải quyết.',
  howToFix:
    'Xem quyết định công bố: sửa cột Cấp thực hiện hoặc cột Cơ quan thực hiện cho khớp (Cấp xã: UBND, Công an, Trung tâm Phục vụ hành chính công cấp xã; Cấp tỉnh: UBND cấp tỉnh, sở, ban, ngành).',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['cap_thuc_hien', 'co_quan_thuc_hien'],
  messages: {
    mismatch: 'Cấp thực hiện "{levels}" không phù hợp với cơ quan thực hiện "{agencies}" ({agencyLevels}).',
  },
  en: {
    title: 'The level fits the implementing agency',
    why: 'The level decides where a dossier is sent. When level and agency contradict each other, citizens’ dossiers go to the wrong place.',
    howToFix:
      'Look at the publishing decision and correct the level or the agency (commune: its People’s Committee, police, service centre; province: its People’s Committee, departments, boards).',
    messages: {
      mismatch: 'Level "{levels}" does not fit the implementing agency "{agencies}" ({agencyLevels}).',
    },
  },
  check(view, context) {
    const levelsOf = view.derive('cap_thuc_hien', levelsIn);
    const agenciesOf = view.derive('co_quan_thuc_hien', agenciesIn);
    const judge = oncePerPairOfRun(context, contradiction);
    perAlikeRows(view, context, ['cap_thuc_hien', 'co_quan_thuc_hien'], 'cap_thuc_hien', (row) =>
      judge(levelsOf(row), agenciesOf(row)),
    );
  },
});

function contradiction(levels: readonly Level[], agencies: readonly ImplementingAgency[]): Verdict<'mismatch'> | null {
  const stated = levels.filter((level) => level !== 'district');
  if (stated.length === 0 || stated.includes('other') || agencies.length === 0) return null;
  const told = agencies.map(({ level }) => level);
  const allTell = told.every((level) => level !== undefined && level !== 'district');
  if (!allTell || told.some((level) => stated.includes(level))) return null;
  return {
    message: 'mismatch',
    args: {
      levels: formatLevels(levels),
      agencies: shortened(agencies.map(({ name }) => name).join('; ')),
      agencyLevels: formatLevels(new Set(told as Level[])),
    },
  };
}
