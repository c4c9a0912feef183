import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { firstOfAlike, perAlikeRows } from '../alikeRows.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { nameIn } from '../nationalCatalogue/nationalName.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { levelsIn } from '../rowConsistency/levelsAndAgencies.ts';
import { shortened } from '../shortened.ts';
import { repeatedRows } from './repeatedRows.ts';

const foldedAgency = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : compareKey(text));

// The national catalogue itself has ten groups of procedures of one name at different levels, so nothing is concluded
// where the level is not stated.
export default defineRule({
  id: 'UNQ-02',
  title: 'Hai mã TTHC khác nhau không cùng tên, cùng cấp, cùng cơ quan',
  severity: 'warning',
  scope: 'table',
  why: 'Hai mã cùng tên ở cùng một nơi thường là một thủ tục bị nhập hai lần, trong đó có một mã sai; người dân không biết chọn mục nào.',
  howToFix:
    'Tra từng mã trên Cơ sở dữ liệu quốc gia; giữ mã còn hiệu lực, hoặc ghi rõ cấp trong tên nếu là hai thủ tục khác nhau.',
  legal: [],
  asks: [],
  datasets: ['procedures'],
  reads: ['ma_tthc', 'ten_tthc'],
  mayRead: ['cap_thuc_hien', 'co_quan_thuc_hien'],
  messages: {
    sameName: 'Các mã {codes} cùng tên "{name}", cùng cấp và cơ quan thực hiện.',
    otherLevel: 'Các mã {codes} cùng tên "{name}"; kiểm tra cấp và cơ quan thực hiện để phân biệt.',
  },
  en: {
    title: 'Two codes do not share name, level and agency',
    why: 'Two codes of one name in one place are mostly a procedure entered twice, one of them with a wrong code; citizens do not know which entry to take.',
    howToFix:
      'Look both codes up in the national database; keep the one in force, or write the level into the name where they are two procedures.',
    messages: {
      sameName: 'Codes {codes} have the same name "{name}", level and agency.',
      otherLevel: 'Codes {codes} have the same name "{name}"; check level and agency to tell them apart.',
    },
  },
  check(view, context) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const nameOf = view.derive('ten_tthc', nameIn);
    const levelsOf = view.derive('cap_thuc_hien', levelsIn);
    const agencyOf = view.derive('co_quan_thuc_hien', foldedAgency);
    const codesOf = (rows: readonly number[]): string[] => [...new Set(rows.map(codeOf))].sort();
    const verdict = (message: 'sameName' | 'otherLevel', rows: readonly number[], codes: readonly string[]) => ({
      message,
      args: {
        codes: codes.slice(0, 5).join(', ') + (codes.length > 5 ? '…' : ''),
        name: shortened(view.text('ten_tthc', rows[0]!)),
      },
    });
    const keyOf = (row: number): string => (codeOf(row) === '' || nameOf(row).blank ? '' : nameOf(row).key);
    const fields = ['ma_tthc', 'ten_tthc', 'cap_thuc_hien', 'co_quan_thuc_hien'] as const;
    // Of rows that agree in all of these, one speaks for the others.
    const first = firstOfAlike(view, context, fields);
    const verdicts = new Map<number, Verdict<'sameName' | 'otherLevel'>>();
    for (const places of repeatedRows(first.length, (at) => keyOf(first[at]!))) {
      const rows = places.map((at) => first[at]!);
      const codes = codesOf(rows);
      if (codes.length < 2) continue;
      const other = { ...verdict('otherLevel', rows, codes), severity: 'info' as const };
      for (const place of Map.groupBy(rows, (row) => `${levelsOf(row).join()}\u0001${agencyOf(row)}`).values()) {
        const own = codesOf(place);
        const same = own.length > 1 && levelsOf(place[0]!).length > 0 ? verdict('sameName', place, own) : undefined;
        for (const row of place) verdicts.set(row, same ?? other);
      }
    }
    if (verdicts.size > 0) perAlikeRows(view, context, fields, 'ten_tthc', (row) => verdicts.get(row) ?? null);
  },
});
