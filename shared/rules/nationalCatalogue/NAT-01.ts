import type { NameCandidate, ProcedureIndex } from '../../engine/references.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from '../codes/procedureCodeSheets.ts';
import { shortened } from '../shortened.ts';
import { codesIn, forOwnCodes } from './ownCodes.ts';

type Message = 'missing' | 'missingHere' | 'sameName';

const CANDIDATES = 3;
const WORTH_SHOWING = 0.6;
const NEAR_CERTAIN = 0.97;
const CLEAR_GAP = 0.05;

// Malformed codes are FMT-01's, codes in number cells FMT-03's. A local variant is looked up by its base.
export default defineRule({
  id: 'NAT-01',
  title: 'Mã TTHC có trong danh mục quốc gia',
  severity: 'error',
  scope: 'round',
  why: 'Thủ tục không có trong Cơ sở dữ liệu quốc gia thì không công khai, không tiếp nhận và không thanh toán được trên Cổng mới; thường là gõ nhầm mã hoặc mã đã thay.',
  howToFix:
    'Tra tên thủ tục trên Cơ sở dữ liệu quốc gia để lấy mã đúng. Thủ tục chưa được công bố thì đề nghị cơ quan công bố nhập và đăng tải trước.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 23' }],
  asks: ['003 §1d'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  mayRead: ['ten_tthc'],
  refs: ['procedures'],
  messages: {
    missing: 'Mã {code} không có trong Cơ sở dữ liệu quốc gia về TTHC.',
    missingHere: 'Mã {code} không có trong danh mục quốc gia đang dùng (danh mục này chưa đầy đủ).',
    sameName: 'Thủ tục cùng tên trong danh mục quốc gia mang mã {candidate}.',
  },
  en: {
    title: 'The procedure code stands in the national catalogue',
    why: 'A procedure that the national database does not hold can be neither published nor received nor paid for on the new portal; mostly the code is mistyped or was replaced.',
    howToFix:
      'Look the name up in the national database and take the right code. Where the procedure is not published yet, ask the publishing agency to enter it first.',
    messages: {
      missing: 'Code {code} does not stand in the national database of procedures.',
      missingHere: 'Code {code} does not stand in the national catalogue in use (which is not complete).',
      sameName: 'The procedure of the same name in the national catalogue has code {candidate}.',
    },
  },
  checkAll(views, { ref }) {
    const { snapshot } = ref.procedures;
    // All agencies of a round are judged in one go, because they misspell the same names: each is searched for once.
    const search = candidateSearch(ref.procedures);
    for (const own of Map.groupBy(views, ({ table }) => table.agency.id).values()) {
      const used = codesIn(own);
      const verdicts = new Map<string, Verdict<Message>>();
      forOwnCodes(own, (view, row, code) => {
        if (ref.procedures.byCode(code) !== undefined || view.cell('ma_tthc', row).kind !== 'text') return;
        const text = view.text('ten_tthc', row);
        const name = saysNothing(view.cell('ten_tthc', row), text) ? '' : text;
        const key = `${code}\u0001${name}`;
        let verdict = verdicts.get(key);
        if (verdict === undefined) verdicts.set(key, (verdict = absent(code, search(name), snapshot.complete, used)));
        view.report(row, 'ma_tthc', verdict);
      });
    }
  },
});

/** Searches for a name once; no candidates for ''. */
function candidateSearch(procedures: ProcedureIndex): (name: string) => readonly NameCandidate[] {
  const known = new Map<string, readonly NameCandidate[]>([['', []]]);
  return (name) => {
    let candidates = known.get(name);
    if (candidates === undefined) {
      candidates = procedures.byName(name, CANDIDATES).filter(({ score }) => score >= WORTH_SHOWING);
      known.set(name, candidates);
    }
    return candidates;
  };
}

function absent(
  code: string,
  candidates: readonly NameCandidate[],
  complete: boolean,
  used: ReadonlySet<string>,
): Verdict<Message> {
  const meant = nearCertain(candidates, used);
  return {
    // A list that is not complete only suggests that the code does not exist.
    ...(complete ? { message: 'missing' } : { message: 'missingHere', severity: 'warning' }),
    args: { code, ...(meant !== undefined && { candidate: meant }) },
    ...(candidates.length > 0 && {
      evidence: `Thủ tục có tên gần giống: ${candidates.map(shownCandidate).join('; ')}.`,
    }),
    ...(meant !== undefined && { fix: { value: meant, confidence: 'likely', why: 'sameName' } }),
  };
}

/** The code of the one candidate that fits: nearly the same name, the next one clearly worse, in force, and not used
 *  elsewhere in the agency's sheets already. */
function nearCertain([best, next]: readonly NameCandidate[], used: ReadonlySet<string>): string | undefined {
  if (best === undefined || best.score < NEAR_CERTAIN || best.procedure.state === 'withdrawn') return undefined;
  if (next !== undefined && best.score - next.score < CLEAR_GAP) return undefined;
  return used.has(best.procedure.ma_tthc) ? undefined : best.procedure.ma_tthc;
}

const shownCandidate = ({ procedure, score }: NameCandidate): string =>
  `${procedure.ma_tthc} – ${shortened(procedure.ten_tthc, 100)} (giống ${Math.round(score * 100)} %)`;
