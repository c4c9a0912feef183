import { describe, expect, test } from 'vitest';
import { formatLegalBasis, LegalRegister } from '../../../shared/legal/legalRegister.ts';
import { BASELINE_DAY, LEGAL_TEXTS } from '../../../shared/legal/legalTexts.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import { RULES } from '../../../shared/rules/index.ts';

const law = new LegalRegister();
const cited = RULES.flatMap((rule) => rule.legal.map((basis) => ({ rule: rule.id, ...basis })));
const noteOf = (doc: string, day: string): string =>
  formatLegalBasis(law.basesOn([{ doc, article: 'Điều 1' }], day)[0]!, 'vi');

describe('the law that rules cite', () => {
  test('is in the table of legal texts', () => {
    expect(cited.filter(({ doc }) => law.find(doc) === undefined)).toEqual([]);
  });

  test('is in force on the baseline day, or cited as a predecessor or as ended', () => {
    const gone = cited.filter(({ doc, past }) => {
      const standing = law.standingOn(doc, BASELINE_DAY);
      return past === true ? standing !== 'ended' : standing !== 'inForce' && standing !== 'predecessor';
    });
    expect(gone).toEqual([]);
  });

  test('names each text one way', () => {
    const spellings = Map.groupBy(new Set(cited.map(({ doc }) => doc)), (doc) => law.find(doc)?.number);
    expect([...spellings.values()].filter((names) => names.length > 1)).toEqual([]);
  });
});

describe('the table of legal texts', () => {
  test('has every text once, with days in order, and every successor', () => {
    expect(new Set(LEGAL_TEXTS.map(({ number }) => number)).size).toBe(LEGAL_TEXTS.length);
    expect(LEGAL_TEXTS.filter(({ from, until }) => from !== undefined && until !== undefined && until < from)).toEqual(
      [],
    );
    const successors = LEGAL_TEXTS.flatMap(({ replacedBy, amendedBy = [] }) => [replacedBy ?? [], amendedBy].flat());
    expect(successors.filter((number) => law.find(number) === undefined)).toEqual([]);
  });

  test.each([
    ['NĐ 63/2010/NĐ-CP', '2026-09-01', 'Điều 1 NĐ 63/2010/NĐ-CP'],
    [
      'NĐ 42/2022/NĐ-CP',
      '2026-07-01',
      'Điều 1 NĐ 42/2022/NĐ-CP (hết hiệu lực sau ngày 30/06/2026, thay bằng 224/2026/NĐ-CP)',
    ],
    ['NĐ 42/2022/NĐ-CP', '2026-06-30', 'Điều 1 NĐ 42/2022/NĐ-CP'],
    ['NĐ 224/2026/NĐ-CP', '2026-06-30', 'Điều 1 NĐ 224/2026/NĐ-CP (có hiệu lực từ ngày 01/07/2026)'],
    ['NĐ 224/2026/NĐ-CP', '2026-07-01', 'Điều 1 NĐ 224/2026/NĐ-CP'],
    ['NĐ 61/2018/NĐ-CP', '2026-09-01', 'Điều 1 NĐ 61/2018/NĐ-CP (cấu trúc theo văn bản trước; nay là 118/2025/NĐ-CP)'],
    ['TT 64/2025/TT-BTC', '2027-01-01', 'Điều 1 TT 64/2025/TT-BTC (hết hiệu lực sau ngày 31/12/2026)'],
    ['Nghị quyết 99/NQ-HĐND', '2026-09-01', 'Điều 1 Nghị quyết 99/NQ-HĐND'],
  ])('%s on %s reads "%s"', (doc, day, text) => {
    expect(noteOf(doc, day)).toBe(text);
  });

  test('takes changes: fields of a known text, and new ones', () => {
    const changed = new LegalRegister(LEGAL_TEXTS, [
      { number: '63/2010/NĐ-CP', until: '2026-12-31', replacedBy: '999/2026/NĐ-CP' },
      { number: '999/2026/NĐ-CP', title: 'Nghị định mới', from: '2027-01-01' },
    ]);
    expect(changed.standingOn('NĐ 63/2010/NĐ-CP', '2027-01-01')).toBe('ended');
    expect(changed.find('NĐ 63/2010/NĐ-CP')!.from).toBe('2010-10-14');
    expect(changed.standingOn('999/2026/NĐ-CP', '2026-12-31')).toBe('notYet');
  });
});

test('a rule whose law simply holds stays the same object; one whose text has not begun says so', () => {
  const before = rulesOnDay(RULES, '2026-06-01');
  const changed = before.filter((rule, index) => rule !== RULES[index]);
  expect(changed.some(({ legal }) => legal.some(({ standing }) => standing === 'notYet'))).toBe(true);
  expect(before.some((rule, index) => rule === RULES[index] && rule.legal.length > 0)).toBe(true);
});
