import { describe, expect, test } from 'vitest';
import { faultText } from '../../../shared/i18n/index.ts';
import { parseRuleSet } from '../../../shared/ruleset/parseRuleSet.ts';
import { problemLines, type RuleSetProblem } from '../../../shared/ruleset/problem.ts';
import { resolveRuleSets } from '../../../shared/ruleset/resolveRuleSets.ts';
import { SAMPLE_RULES } from './sampleRules.ts';

const HEAD = 'id: tinh-mau\nversion: 1.2.0\ntitle: Bộ mẫu\n';
const TODAY = '2026-08-01';

/** Problems of a file whose expected place is marked with ▶. */
function problemsOf(marked: string): {
  readonly problems: readonly RuleSetProblem[];
  readonly marks: readonly string[];
} {
  const marks = marked
    .split('\n')
    .flatMap((line, index) => (line.includes('▶') ? [`${index + 1}:${line.indexOf('▶') + 1}`] : []));
  const { value, problems } = parseRuleSet(marked.replaceAll('▶', ''), 'tinh-mau.yaml');
  if (value === null) return { problems, marks };
  return { problems: [...problems, ...resolveRuleSets(value, [value], SAMPLE_RULES, TODAY).problems], marks };
}

const own = (lines: string): string => `${HEAD}rules:
  AG-010:
    dataset: feeConfigs
    title: Có phí thì phải có tài khoản
${lines}`;

const examples = `    examples: { valid: [{ muc_phi: 0 }], invalid: [{ muc_phi: 10000, so_tai_khoan: "" }] }`;
const fixExamples = (value: string): string =>
  `    examples: { valid: [{ muc_phi: 0 }], invalid: [{ muc_phi: 10000 }], fixed: [{ row: { muc_phi: 10000 }, value: ${value} }] }`;
const assert = `    assert: muc_phi <= 0 || so_tai_khoan != ""\n`;

const MISTAKES: readonly (readonly [string, string, string])[] = [
  ['a key twice', `${HEAD}rules:\n  FEE-05: error\n  ▶FEE-05: off\n`, 'ruleset.yaml.duplicateKey'],
  ['a tab as indent', `${HEAD}rules:\n▶\tFEE-05: error\n`, 'ruleset.yaml.tab'],
  ['an open quote', `${HEAD}level: "province▶`, 'ruleset.yaml.missingSign'],
  ['a YAML alias', `${HEAD}rules: &all\n  FEE-05: off\nwaivers: ▶*all\n`, 'ruleset.alias'],
  ['an unknown key at the top', `${HEAD}▶rule:\n  FEE-05: off\n`, 'ruleset.unknownKeyGuess'],
  ['a key of no meaning', `${HEAD}▶mau_sac: xanh\n`, 'ruleset.unknownKey'],
  ['a missing version', '▶id: tinh-mau\ntitle: x\n', 'ruleset.missingKey'],
  ['an id that is no name', `id: ▶Tỉnh Mẫu\nversion: 1.0\ntitle: x\n`, 'ruleset.badForm'],
  ['a list where a group belongs', `${HEAD}rules: ▶[FEE-05]\n`, 'ruleset.expected.group'],
  ['an unpinned base', `${HEAD}extends: [▶quoc-gia]\n`, 'ruleset.badForm'],
  ['a base that is not there', `${HEAD}extends:\n  - ▶quoc-gia@2026.2\n`, 'ruleset.missingBase'],
  ['a set that builds on itself', `${HEAD}extends: [▶tinh-mau@1.2.0]\n`, 'ruleset.cycle'],
  ['a version that is not the pinned one', `${HEAD}extends: [▶tinh-mau@1.1.0]\n`, 'ruleset.otherVersion'],
  ['an unknown rule', `${HEAD}rules:\n  ▶FEE-65: off\n`, 'ruleset.unknownRuleGuess'],
  ['an unknown rule far from any', `${HEAD}rules:\n  ▶XYZ-999: off\n`, 'ruleset.unknownRule'],
  [
    'law in an override',
    `${HEAD}overrides:\n  - scope: { agencies: ["Sở *"] }\n    rules:\n      FEE-05: { ▶legal: [{ doc: 97/2015/QH13 }] }\n`,
    'ruleset.legalInOverride',
  ],
  [
    'a citation of a text that has ended',
    `${HEAD}rules:\n  FEE-05: { legal: [{ doc: ▶NĐ 42/2022/NĐ-CP }] }\n`,
    'ruleset.legalEndedReplaced',
  ],
  [
    'a citation of a text that ended without another',
    `${HEAD}rules:\n  FEE-05: { legal: [{ doc: ▶TT 63/2023/TT-BTC }] }\n`,
    'ruleset.legalEnded',
  ],
  [
    'a citation that nobody knows',
    `${HEAD}rules:\n  FEE-05: { legal: [{ doc: ▶NĐ 1/2020/NĐ-CP }] }\n`,
    'ruleset.legalUnknown',
  ],
  ['a new legal text without title', `${HEAD}legalTexts:\n  - number: ▶1/2027/NĐ-CP\n`, 'ruleset.legalTitle'],
  ['a legal text without number', `${HEAD}legalTexts:\n  - ▶title: Nghị định\n`, 'ruleset.missingKey'],
  [
    'a legal text that ends before it begins',
    `${HEAD}legalTexts:\n  - { number: 97/2015/QH13, from: 2027-01-01, until: ▶2026-01-01 }\n`,
    'ruleset.emptySpan',
  ],
  [
    'a fact that the catalogue does not have',
    own(`    assert: muc_phi <= national.▶gia_tien\n${examples}`),
    'ruleset.expr.nationalName',
  ],
  ['a misspelt fact', own(`    assert: muc_phi <= national.▶muc_phy\n${examples}`), 'ruleset.expr.nationalGuess'],
  ['the catalogue as a value', own(`    assert: ▶national == ""\n${examples}`), 'ruleset.expr.nationalAlone'],
  ['the stand-in of a fact', own(`    assert: ▶national_muc_phi > 0\n${examples}`), 'ruleset.expr.name'],
  ['a member of something else', own(`    assert: ▶so_tai_khoan.dai > 0\n${examples}`), 'ruleset.expr.unsupported'],
  ['a blank inside a fact', own(`    assert: muc_phi <= ▶national .muc_phi\n${examples}`), 'ruleset.expr.unsupported'],
  [
    'the catalogue in a sheet without codes',
    `${HEAD}rules:\n  AG-010:\n    dataset: accounts\n    title: x\n    assert: ▶national.ten_tthc != ""\n    examples: { valid: [{ ho_ten: a }], invalid: [{ ho_ten: b }] }\n`,
    'ruleset.expr.nationalNoCode',
  ],
  ['a comparison of unlike facts', own(`    assert: ▶national.ten_tthc > 5\n${examples}`), 'ruleset.expr.types'],
  [
    'an example without its day',
    own(
      `    assert: muc_phi <= 0 || today < ngay("01/01/2027")\n    examples: { valid: [▶{ muc_phi: 0 }], invalid: [{ muc_phi: 10000, today: 2027-01-01 }] }`,
    ),
    'ruleset.example.noToday',
  ],
  [
    'an example on no day',
    own(
      `    assert: muc_phi <= 0 || today < ngay("01/01/2027")\n    examples: { valid: [{ muc_phi: 0, today: ▶2027-02-30 }], invalid: [{ muc_phi: 10000, today: 2027-01-01 }] }`,
    ),
    'ruleset.badDate',
  ],
  [
    'a fact in an example that does not exist',
    own(
      `    assert: muc_phi <= national.muc_phi\n    examples: { valid: [{ muc_phi: 0, national: { ▶gia: 1 } }], invalid: [{ muc_phi: 9000, national: { muc_phi: 1 } }] }`,
    ),
    'ruleset.unknownField',
  ],
  [
    'a record that is no group',
    own(
      `    assert: muc_phi <= national.muc_phi\n    examples: { valid: [{ muc_phi: 0, national: ▶1 }], invalid: [{ muc_phi: 9000, national: { muc_phi: 1 } }] }`,
    ),
    'ruleset.expected.group',
  ],
  [
    'a group that is a cell',
    own(`${assert}    examples: { valid: [{ ▶muc_phi: { a: 1 } }], invalid: [{ muc_phi: 10000, so_tai_khoan: "" }] }`),
    'ruleset.example.noRecord',
  ],
  [
    'a fix without examples',
    own(`${assert}    field: so_tai_khoan\n    ▶fix: { value: '"1"' }\n${examples}`),
    'ruleset.fixExamples',
  ],
  ['a fix that knows no cell', own(`${assert}    ▶fix: { value: '"1"' }\n${fixExamples('1')}`), 'ruleset.fixNoField'],
  [
    'a fix that is a condition',
    own(`${assert}    field: so_tai_khoan\n    fix: { value: '▶muc_phi > 0' }\n${fixExamples('1')}`),
    'ruleset.expr.notValue',
  ],
  [
    'a fix with a misspelt name',
    own(`${assert}    field: so_tai_khoan\n    fix: { value: 'mo_ta + ▶so_tai_koan' }\n${fixExamples('1')}`),
    'ruleset.expr.nameGuess',
  ],
  [
    'a fix that proposes something else',
    own(`${assert}    field: so_tai_khoan\n    fix: { value: '"2"' }\n${fixExamples('▶1')}`),
    'ruleset.example.otherFix',
  ],
  [
    'a fix that proposes nothing',
    own(`${assert}    field: so_tai_khoan\n    fix: { value: ghi_chu }\n${fixExamples('▶1')}`),
    'ruleset.example.noFix',
  ],
  [
    'a fix that leaves the row wrong',
    own(
      `    assert: muc_phi <= 0 || so_tai_khoan == "9"\n    field: so_tai_khoan\n    fix: { value: '"1"' }\n    examples: { valid: [{ muc_phi: 0 }], invalid: [{ muc_phi: 9000 }], fixed: [{ row: { muc_phi: 10000 }, value: ▶1 }] }`,
    ),
    'ruleset.example.fixStaysWrong',
  ],
  ['a severity that is none', `${HEAD}rules:\n  FEE-05: ▶warn\n`, 'ruleset.severity'],
  ['a misspelt severity', `${HEAD}rules:\n  FEE-05: ▶waning\n`, 'ruleset.severityGuess'],
  ['a severity inside settings', `${HEAD}rules:\n  FEE-05: { severity: ▶loud }\n`, 'ruleset.notOneOf'],
  ['a misspelt setting', `${HEAD}rules:\n  FEE-05: { ▶param: {} }\n`, 'ruleset.unknownKeyGuess'],
  ['an unknown parameter', `${HEAD}rules:\n  FEE-05: { params: { ▶tolerence: 1 } }\n`, 'ruleset.unknownParam'],
  [
    'a parameter of the wrong type',
    `${HEAD}rules:\n  FEE-05: { params: { tolerance: ▶nhiều } }\n`,
    'ruleset.param.number',
  ],
  ['a parameter out of range', `${HEAD}rules:\n  FEE-05: { params: { tolerance: ▶-1 } }\n`, 'ruleset.param.tooSmall'],
  [
    'a wrong entry in a parameter’s list',
    `${HEAD}rules:\n  FEE-05: { params: { kinds: [a, ▶c] } }\n`,
    'ruleset.param.notOneOf',
  ],
  ['parameters of a rule without any', `${HEAD}rules:\n  FMT-01: { params: { ▶x: 1 } }\n`, 'ruleset.noParams'],
  ['an impossible date', `${HEAD}rules:\n  FEE-05: { effective: { from: ▶2026-02-30 } }\n`, 'ruleset.badDate'],
  [
    'dates that leave no day',
    `${HEAD}rules:\n  FEE-05: { effective: { from: 2026-03-01, until: ▶2026-02-01 } }\n`,
    'ruleset.emptySpan',
  ],
  ['an override without scope', `${HEAD}overrides:\n  - ▶rules: { FEE-05: off }\n`, 'ruleset.missingKey'],
  [
    'an override with an empty scope',
    `${HEAD}overrides:\n  - { ▶scope: {}, rules: { FEE-05: off } }\n`,
    'ruleset.emptyScope',
  ],
  [
    'an override of an unknown sheet kind',
    `${HEAD}overrides:\n  - { scope: { datasets: [▶quy_trinh] }, rules: { FEE-05: off } }\n`,
    'ruleset.notOneOf',
  ],
  [
    'an own rule inside an override',
    `${HEAD}overrides:\n  - { scope: { sheets: ["A"] }, rules: { ▶AG-010: { assert: "true" } } }\n`,
    'ruleset.ownInOverride',
  ],
  [
    'parameters by sheet for a rule over many sheets',
    `${HEAD}overrides:\n  - { scope: { sheets: ["A"] }, rules: { REF-01: { params: ▶{ coverage: 1 } } } }\n`,
    'ruleset.groupParams.agency',
  ],
  [
    'parameters by agency for a rule over the round',
    `${HEAD}overrides:\n  - { scope: { agencies: ["A"] }, rules: { NAT-09: { params: ▶{ days: 1 } } } }\n`,
    'ruleset.groupParams.round',
  ],
  [
    'a waiver without reason',
    `${HEAD}waivers:\n  - ▶{ rule: FEE-05, match: { ma_tthc: "1" }, by: A, decision: B, until: 2026-12-31 }\n`,
    'ruleset.missingKey',
  ],
  [
    'a waiver of an unknown rule',
    `${HEAD}waivers:\n  - ▶{ rule: FEE-99, match: { ma_tthc: "1" }, reason: C, by: A, decision: B, until: 2026-12-31 }\n`,
    'ruleset.unknownRuleGuess',
  ],
  [
    'a waiver for everybody',
    `${HEAD}waivers:\n  - ▶{ rule: FEE-05, reason: C, by: A, decision: B, until: 2026-12-31 }\n`,
    'ruleset.waiverForAll',
  ],
  [
    'a waiver by an unknown field',
    `${HEAD}waivers:\n  - { rule: FEE-05, match: { ▶ma_thc: "1" }, reason: C, by: A, decision: B, until: 2026-12-31 }\n`,
    'ruleset.unknownFieldGuess',
  ],
  [
    'an expired waiver',
    `${HEAD}waivers:\n  - ▶{ rule: FEE-05, match: { ma_tthc: "1" }, reason: C, by: A, decision: B, until: 2026-07-31 }\n`,
    'ruleset.waiverExpired',
  ],
  [
    'an own rule without examples',
    `${HEAD}rules:\n  ▶AG-010:\n    dataset: feeConfigs\n    title: x\n${assert}`,
    'ruleset.missingKey',
  ],
  [
    'an own rule under a malformed id',
    `${HEAD}rules:\n  ▶quy-tac-1:\n    dataset: feeConfigs\n    title: x\n${assert}${examples}`,
    'ruleset.ownId',
  ],
  [
    'an own rule under the id of another',
    `${HEAD}rules:\n  ▶FEE-05:\n    dataset: feeConfigs\n    title: x\n${assert}${examples}`,
    'ruleset.takenId',
  ],
  [
    'an own rule over an unknown sheet kind',
    `${HEAD}rules:\n  AG-010:\n    dataset: ▶fees\n    title: x\n${assert}${examples}`,
    'ruleset.notOneOf',
  ],
  ['a marked field of another sheet kind', own(`    field: ▶ho_ten\n${assert}${examples}`), 'ruleset.unknownField'],
  [
    'a message that shows an unknown field',
    own(`    message: ▶"{so_taikhoan} trống"\n${assert}${examples}`),
    'ruleset.unknownFieldGuess',
  ],
  ['an unfinished expression', own(`    assert: muc_phi <=▶\n${examples}`), 'ruleset.expr.unfinished'],
  ['a letter that CEL does not know', own(`    assert: ph▶í > 1\n${examples}`), 'ruleset.expr.syntax'],
  ['a misspelt field', own(`    assert: ▶muc_ph <= 0 || so_tai_khoan != ""\n${examples}`), 'ruleset.expr.nameGuess'],
  [
    'a misspelt field on the second line',
    own(`    assert: muc_phi <= 0 ||\n      ▶so_tai_khoa != ""\n${examples}`),
    'ruleset.expr.nameGuess',
  ],
  [
    'a misspelt field in a block',
    own(`    assert: |\n      muc_phi <= 0 ||\n        ▶so_tai_khoa != ""\n${examples}`),
    'ruleset.expr.nameGuess',
  ],
  ['a field of another sheet kind', own(`    assert: ▶ho_ten != ""\n${examples}`), 'ruleset.expr.name'],
  ['numbers against texts', own(`    assert: ▶muc_phi == "0"\n${examples}`), 'ruleset.expr.types'],
  ['a number as a condition', own(`    assert: ▶muc_phi && true\n${examples}`), 'ruleset.expr.needsCondition'],
  ['an expression that is no condition', own(`    assert: ▶muc_phi + 1\n${examples}`), 'ruleset.expr.notCondition'],
  ['a comparison with null', own(`    assert: muc_phi != ▶null\n${examples}`), 'ruleset.expr.null'],
  ['has() of something else', own(`    assert: ▶has(1)\n${examples}`), 'ruleset.expr.hasField'],
  ['an unknown function', own(`    assert: ▶so_ngay(mo_ta) > 1\n${examples}`), 'ruleset.expr.functionGuess'],
  [
    'a function with too many arguments',
    own(`    assert: ▶mucPhi(mo_ta, mo_ta) > 1\n${examples}`),
    'ruleset.expr.arguments',
  ],
  ['a loop', own(`    assert: "▶[1, 2].all(x, x > 1)"\n${examples}`), 'ruleset.expr.function'],
  ['a date that does not exist', own(`    assert: ngay(▶"30/02/2026") > 1\n${examples}`), 'ruleset.expr.date'],
  ['a broken pattern', own(`    assert: khop(so_tai_khoan, ▶"[0-9")\n${examples}`), 'ruleset.expr.regex'],
  ['a pattern that looks ahead', own(`    assert: so_tai_khoan.matches(▶"(?=1)1")\n${examples}`), 'ruleset.expr.regex'],
  [
    'a pattern that is not written out',
    own(`    assert: khop(so_tai_khoan, ▶mo_ta)\n${examples}`),
    'ruleset.expr.regexLiteral',
  ],
  ['a condition that goes wrong', own(`    when: has(▶muc_fi)\n${assert}${examples}`), 'ruleset.expr.nameGuess'],
  [
    'a valid example that fails',
    own(
      `${assert}    examples:\n      valid:\n        - muc_phi: 0\n        - ▶muc_phi: 5000\n      invalid: [{ muc_phi: 1 }]\n`,
    ),
    'ruleset.example.valid',
  ],
  [
    'an invalid example that passes',
    own(`${assert}    examples: { valid: [{ muc_phi: 0 }], invalid: [▶{ muc_phi: 0 }] }\n`),
    'ruleset.example.invalid',
  ],
  [
    'an example that cannot be judged',
    own(`${assert}    examples: { valid: [▶{ phi_le_phi: tùy }], invalid: [{ muc_phi: 1 }] }\n`),
    'ruleset.exampleUnknown',
  ],
  [
    'an example with an unknown field',
    own(`${assert}    examples: { valid: [{ ▶muc_fi: 0 }], invalid: [{ muc_phi: 1 }] }\n`),
    'ruleset.unknownFieldGuess',
  ],
  [
    'a decision table that is not there',
    `${HEAD}rules:\n  AG-020: { dataset: channels, title: x, decisionTable: { file: ▶bang.csv } }\n`,
    'ruleset.table.missing',
  ],
];

describe('a mistake in a rule set', () => {
  test.each(MISTAKES)('is told once, at its place: %s', (_, marked, code) => {
    const { problems, marks } = problemsOf(marked);
    expect(problems.map(({ line, column, fault }) => [`${line}:${column}`, fault.code])).toEqual([[marks[0], code]]);
  });

  test.each(MISTAKES)('is said in full in both languages: %s', (_, marked) => {
    for (const { fault } of problemsOf(marked).problems) {
      for (const language of ['vi', 'en'] as const) {
        const text = faultText(language, fault);
        expect(text).not.toBe(fault.code);
        expect(text).not.toContain('\n');
        expect(text).not.toMatch(/\{\w+\}/);
      }
    }
  });

  test('reads as one line per problem with file, line and column', () => {
    const { problems } = problemsOf(`${HEAD}rules:\n  FEE-65: off\n  FMT-01: { params: { x: 1 } }\n`);
    expect(problemLines('vi', problems)).toEqual([
      'tinh-mau.yaml:5:3: Không có quy tắc FEE-65, có phải FEE-05?',
      'tinh-mau.yaml:6:23: Quy tắc FMT-01 không có tham số; hãy bỏ "x".',
    ]);
  });

  test('does not hide the next one', () => {
    const { problems } = problemsOf(
      own(`    when: has(muc_fi)\n    assert: muc_phi ==\n${examples}\nwaivers:\n  - { rule: FEE-05 }\n`),
    );
    expect(problems.map(({ fault }) => fault.code)).toEqual([
      'ruleset.expr.nameGuess',
      'ruleset.expr.unfinished',
      'ruleset.missingKey',
      'ruleset.missingKey',
      'ruleset.missingKey',
      'ruleset.missingKey',
    ]);
  });

  test('a repetition inside a repetition is a warning; the rule set still works', () => {
    const text = own(
      `    assert: khop(so_tai_khoan, "([0-9]+ ?)*")\n    examples: { valid: [{ so_tai_khoan: "12 3" }], invalid: [{ so_tai_khoan: abc }] }\n`,
    );
    const { value, problems } = parseRuleSet(text, 'a.yaml');
    expect(value).not.toBeNull();
    expect(problems.map(({ level, line, column, fault }) => [level, line, column, fault.code])).toEqual([
      ['warning', 8, 32, 'ruleset.expr.nestedRepetition'],
    ]);
  });

  test.each([
    ['brackets', `${HEAD}rules: ${'['.repeat(50_000)}`],
    ['dashes', `${HEAD}rules: ${'- '.repeat(50_000)}`],
    ['indents', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a long expression', own(`    assert: ${Array(5000).fill('muc_phi > 1').join(' && ')}\n${examples}`)],
    ['nested brackets', own(`    assert: ${'('.repeat(5000)}true${')'.repeat(5000)}\n${examples}`)],
    ['a megabyte', `${HEAD}# ${'x'.repeat(1_000_000)}`],
  ])('hostile text is refused with a reason, not with a crash: %s', (_, text) => {
    const { value, problems } = parseRuleSet(text, 'a.yaml');
    expect(value).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});
