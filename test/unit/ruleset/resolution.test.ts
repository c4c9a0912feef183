import { describe, expect, test } from 'vitest';
import { Findings, waivedFindings } from '../../../shared/engine/findings.ts';
import { fitsPattern } from '../../../shared/engine/namePattern.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { parseRuleSet } from '../../../shared/ruleset/parseRuleSet.ts';
import { resolveRuleSets, type ResolvedRuleSet } from '../../../shared/ruleset/resolveRuleSets.ts';
import { NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE } from '../../../shared/ruleset/quoc-gia.ts';
import { faultText } from '../../../shared/i18n/index.ts';
import { RULES } from '../../../shared/rules/index.ts';
import type { RuleSetFile } from '../../../shared/ruleset/ruleSetFile.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';
import { SAMPLE_RULES } from './sampleRules.ts';

const TODAY = '2026-08-01';

function read(text: string): RuleSetFile {
  const { value, problems } = parseRuleSet(text, `${/id: (\S+)/.exec(text)![1]}.yaml`);
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

const NATIONAL = 'id: quoc-gia\nversion: 2026.2\ntitle: Quốc gia\nlevel: national\n';
const MINISTRY = 'id: bo-y-te\nversion: 1\ntitle: Bộ\nlevel: ministry\nextends: [quoc-gia@2026.2]\n';
const PROVINCE = 'id: tinh-mau\nversion: 1\ntitle: Tỉnh\nlevel: province\nextends: [bo-y-te@1, quoc-gia@2026.2]\n';
const AGENCY = 'id: so-y-te\nversion: 1\ntitle: Sở\nlevel: agency\nextends: [tinh-mau@1]\n';

const outcome = (texts: readonly string[], today = TODAY) => {
  const files = texts.map(read);
  return resolveRuleSets(files.at(-1)!, files, SAMPLE_RULES, today);
};

function resolved(texts: readonly string[], today = TODAY): ResolvedRuleSet {
  const { value, problems } = outcome(texts, today);
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

const codes = (texts: readonly string[]) => outcome(texts).problems.map(({ file, fault }) => [file, fault.code]);

const place = (agency: string, sheet = 'Trang 1', dataset: Table['dataset'] = 'procedures') => ({
  agency: { id: agency.toLowerCase(), name: agency },
  dataset,
  sheet,
});

const settingOf = (set: ResolvedRuleSet, id: string, where = place('Sở Y tế')) =>
  set.settingOf(
    set.rules.find((rule) => rule.id === id)!,
    where,
  );

describe('the resolved rule set', () => {
  const chain = (national: string, ministry: string, province: string, agency: string) => [
    NATIONAL + national,
    MINISTRY + ministry,
    PROVINCE + province,
    AGENCY + agency,
  ];

  test.each([
    ['nothing said', '', '', '', '', {}],
    ['national only', 'rules: { FEE-05: info }', '', '', '', { severity: 'info' }],
    [
      'the lower level wins',
      'rules: { FEE-05: info }',
      'rules: { FEE-05: warning }',
      '',
      'rules: { FEE-05: off }',
      { severity: 'off' },
    ],
    [
      'field by field',
      'rules: { FEE-05: { severity: info, params: { tolerance: 5, kinds: [b] } } }',
      '',
      'rules: { FEE-05: { params: { tolerance: 7 } } }',
      '',
      { severity: 'info', params: { tolerance: 7, kinds: ['b'] } },
    ],
    [
      'an override of an upper level gives way to what a lower one says of all',
      'overrides: [{ scope: { agencies: ["Sở *"] }, rules: { FEE-05: off } }]',
      '',
      'rules: { FEE-05: info }',
      '',
      { severity: 'info' },
    ],
    [
      'an override wins over its own file’s general word',
      '',
      '',
      'rules: { FEE-05: info }\noverrides: [{ scope: { sheets: ["trang *"], datasets: [procedures] }, rules: { FEE-05: error } }]',
      '',
      { severity: 'error' },
    ],
    [
      'an override elsewhere',
      '',
      '',
      'overrides: [{ scope: { agencies: ["Xã *"] }, rules: { FEE-05: off } }, { scope: { datasets: [links] }, rules: { FEE-05: off } }]',
      '',
      {},
    ],
    ['before its first day', '', '', '', 'rules: { FEE-05: { severity: off, effective: { from: 2026-08-02 } } }', {}],
    [
      'on its first and last day',
      '',
      '',
      '',
      'rules: { FEE-05: { severity: off, effective: { from: 2026-08-01, until: 2026-08-01 } } }',
      { severity: 'off' },
    ],
    [
      'after its last day',
      '',
      '',
      'rules: { FEE-05: info }',
      'rules: { FEE-05: { severity: off, effective: { until: 2026-07-31 } } }',
      { severity: 'info' },
    ],
  ] as const)('%s', (_, national, ministry, province, agency, expected) => {
    expect(settingOf(resolved(chain(national, ministry, province, agency)), 'FEE-05')).toEqual(expected);
  });

  test('upper levels come first, whatever the order of the files and of extends', () => {
    const texts = chain('', '', '', '');
    expect(resolved(texts).chain).toEqual(['quoc-gia@2026.2', 'bo-y-te@1', 'tinh-mau@1', 'so-y-te@1']);
    const files = texts.map(read);
    expect(resolveRuleSets(files[3]!, files.toReversed(), SAMPLE_RULES, TODAY).value!.chain).toEqual(
      resolved(texts).chain,
    );
  });

  test('the same setting is one object, so that the engine prepares it once', () => {
    const set = resolved(chain('rules: { FEE-05: { params: { tolerance: 1 } } }', '', '', ''));
    expect(settingOf(set, 'FEE-05', place('Sở Y tế'))).toBe(settingOf(set, 'FEE-05', place('Xã A')));
  });

  test('its hash changes with what it says and with versions, not with comments and layout', () => {
    const hash = (text: string) => resolved([NATIONAL + text]).hash;
    expect(hash('rules: { FEE-05: off }')).toBe(hash('# vì sao\nrules:\n  FEE-05: off\n'));
    expect(new Set([hash(''), hash('rules: { FEE-05: off }'), hash('rules: { FEE-05: info }')]).size).toBe(3);
    expect(resolved([NATIONAL.replace('2026.2', '2026.3')]).hash).not.toBe(hash(''));
  });

  test.each([
    [
      'a cycle',
      ['id: a\nversion: 1\ntitle: a\nextends: [b@1]\n', 'id: b\nversion: 1\ntitle: b\nextends: [a@1]\n'],
      [['a.yaml', 'ruleset.cycle']],
    ],
    ['another version', [NATIONAL.replace('2026.2', '2026.1'), MINISTRY], [['bo-y-te.yaml', 'ruleset.otherVersion']]],
    [
      'two versions',
      [
        NATIONAL,
        NATIONAL.replace('2026.2', '2026.3'),
        MINISTRY,
        PROVINCE.replace('quoc-gia@2026.2', 'quoc-gia@2026.3'),
      ],
      [['tinh-mau.yaml', 'ruleset.twoVersions']],
    ],
    [
      'a lower level above',
      [NATIONAL.replace('level: national', 'level: agency'), MINISTRY],
      [['bo-y-te.yaml', 'ruleset.levelOrder']],
    ],
  ])('refuses %s', (_, texts, expected) => {
    expect(codes(texts)).toEqual(expected);
  });

  test('a cycle is shown with its path', () => {
    const { problems } = outcome([
      'id: a\nversion: 1\ntitle: a\nextends: [b@1]\n',
      'id: b\nversion: 1\ntitle: b\nextends: [a@1]\n',
    ]);
    expect(problems[0]!.fault.params).toEqual({ cycle: 'b → a → b' });
  });
});

describe('a locked rule', () => {
  const LOCKED = `${NATIONAL}rules: { FMT-01: { locked: true }, FEE-05: { severity: warning, locked: true } }\n`;
  const under = (text: string) => [LOCKED, `${MINISTRY}${text}`];

  test.each([
    ['made stricter', 'rules: { FMT-01: error }', []],
    ['kept', 'rules: { FEE-05: warning }', []],
    ['made stricter than its lock though laxer than the rule itself', 'rules: { FEE-05: error }', []],
    ['made laxer', 'rules: { FMT-01: info }', ['ruleset.lockedSeverity']],
    ['switched off', 'rules: { FEE-05: off }', ['ruleset.lockedSeverity']],
    [
      'switched off for some',
      'overrides: [{ scope: { agencies: [A] }, rules: { FMT-01: off } }]',
      ['ruleset.lockedSeverity'],
    ],
    ['given other parameters', 'rules: { FEE-05: { params: { tolerance: 1 } } }', ['ruleset.lockedParams']],
    ['given dates', 'rules: { FEE-05: { effective: { until: 2026-12-31 } } }', ['ruleset.lockedDates']],
    ['unlocked', 'rules: { FEE-05: { locked: false } }', ['ruleset.lockedUnlock']],
    [
      'waived',
      'waivers: [{ rule: FEE-05, agencies: [A], reason: r, by: b, decision: d, until: 2026-12-31 }]',
      ['ruleset.lockedWaiver'],
    ],
  ])('%s by a lower level', (_, text, expected) => {
    expect(outcome(under(text)).problems.map(({ fault }) => fault.code)).toEqual(expected);
  });

  test('made stricter in the middle cannot be lowered again below', () => {
    const texts = [LOCKED, `${MINISTRY}rules: { FMT-01: error }`, `${PROVINCE}rules: { FMT-01: warning }`];
    expect(codes(texts)).toEqual([['tinh-mau.yaml', 'ruleset.lockedSeverity']]);
  });

  test('stays its own level’s to vary', () => {
    expect(codes([`${LOCKED}overrides: [{ scope: { agencies: [A] }, rules: { FMT-01: off } }]\n`])).toEqual([]);
  });
});

describe('a run with a rule set', () => {
  const ROWS: readonly RowLiteral[] = [{ ma_tthc: '1.000001' }, { ma_tthc: '1.000002.000.00.00.H01' }];
  const tables = () => [
    tableFrom('procedures', ROWS, { agency: { id: 'a', name: 'Xã A' }, file: 'a.xlsx' }),
    tableFrom('procedures', ROWS, { agency: { id: 'b', name: 'Xã B' }, file: 'b.xlsx' }),
  ];
  const run = (text: string, today = TODAY) => {
    const set = resolved([NATIONAL + text], today);
    return runRules({
      tables: tables(),
      rules: set.rules,
      settingOf: set.settingOf,
      ruleSet: set.hash,
      waivers: set.waivers,
      references: {},
      today,
    });
  };
  const status = (result: ReturnType<typeof run>, id: string) => result.rules.find(({ rule }) => rule.id === id)!;
  const waiver = (match: string, until = '2026-12-31') =>
    `waivers: [{ rule: FEE-05, ${match}, reason: Nghị quyết, by: Chủ tịch, decision: 12/QĐ, until: ${until} }]`;

  test('severity and parameters differ by agency', () => {
    const result = run(
      'rules: { FMT-01: off, REF-01: off }\noverrides: [{ scope: { agencies: ["Xã B"] }, rules: { FEE-05: { severity: info, params: { tolerance: 9 } } } }]',
    );
    expect([...new Findings(result.log, 'vi')].map(({ agency, severity, args }) => [agency, severity, args])).toEqual([
      ['Xã A', 'error', { tolerance: 0 }],
      ['Xã A', 'error', { tolerance: 0 }],
      ['Xã B', 'info', { tolerance: 9 }],
      ['Xã B', 'info', { tolerance: 9 }],
    ]);
  });

  test('a rule that is off for one agency counts the sheets of the others only', () => {
    const result = run('overrides: [{ scope: { agencies: ["Xã B"] }, rules: { FEE-05: off, REF-01: off } }]');
    expect(status(result, 'FEE-05')).toMatchObject({ status: 'findings', findings: 2, tables: 1, rows: 2 });
    expect(status(result, 'REF-01')).toMatchObject({ status: 'findings', findings: 1, tables: 1 });
  });

  test('a rule that is off everywhere says so', () => {
    expect(status(run('rules: { FEE-05: off }'), 'FEE-05')).toMatchObject({
      status: 'notApplicable',
      reason: { code: 'rule.off' },
    });
  });

  test.each([
    ['', ['warning', 'info']],
    ['rules: { URL-01: warning }', ['warning', 'info']],
    ['rules: { URL-01: info }', ['info', 'info']],
  ])('no finding weighs more than the rule set has lowered its rule to: %s', (text, expected) => {
    const set = resolved([NATIONAL + text]);
    const links = tableFrom('links', ROWS);
    const { log } = runRules({
      tables: [links],
      rules: set.rules,
      settingOf: set.settingOf,
      references: {},
      today: TODAY,
    });
    expect([...new Findings(log, 'vi')].map(({ severity }) => severity)).toEqual(expected);
  });

  test('what a waiver covers does not count, is listed apart, and keeps its identity', () => {
    const plain = run('');
    const waived = run(waiver('match: { ma_tthc: "1.000002" }, agencies: ["xã b"]'));
    const before = [...new Findings(plain.log, 'vi')];
    const after = [...new Findings(waived.log, 'vi')];
    const apart = [...waivedFindings(waived.log, 'vi')];
    expect(apart.map(({ ruleId, agency, cell, waiver: by }) => [ruleId, agency, cell, by])).toEqual([
      ['FEE-05', 'Xã B', 'A3', { reason: 'Nghị quyết', by: 'Chủ tịch', decision: '12/QĐ', until: '2026-12-31' }],
    ]);
    expect([...after, ...apart].map(({ identity }) => identity).sort()).toEqual(
      before.map(({ identity }) => identity).sort(),
    );
    expect(status(waived, 'FEE-05')).toMatchObject({ findings: 3, waived: 1 });
    expect(new Findings(waived.log, 'vi').counts().error).toBe(new Findings(plain.log, 'vi').counts().error - 1);
    expect(waived.waiverNotes).toEqual([]);
  });

  test('a waiver holds until the end of its last day, then its findings count again and a note says so', () => {
    const text = waiver('match: { ma_tthc: "1.000001" }', '2026-08-01');
    expect(run(text, '2026-08-01').log.waived).toBe(2);
    const later = run(text, '2026-08-02');
    expect(later.log.waived).toBe(0);
    expect(later.waiverNotes).toMatchObject([
      {
        ruleId: 'SYS-02',
        severity: 'warning',
        findings: 2,
        fault: { code: 'waiver.expired' },
        waiver: { source: { file: 'quoc-gia.yaml', line: 5 } },
      },
    ]);
  });

  test('a waiver that nothing needs is noted', () => {
    expect(run(waiver('match: { ma_tthc: "9.999999" }')).waiverNotes).toMatchObject([
      { ruleId: 'SYS-03', findings: 0, fault: { code: 'waiver.unused' } },
    ]);
  });

  test('the hash of the run follows the rule set', () => {
    expect(run('').ruleSetHash).not.toBe(run(waiver('match: { ma_tthc: "1" }')).ruleSetHash);
    expect(run('').ruleSetHash).toBe(run('').ruleSetHash);
  });

  test('an own rule outside its dates is off, and a lower level can switch it off', () => {
    const own = (dates: string) =>
      `rules:\n  AG-001:\n    dataset: procedures\n    title: x\n    assert: ma_tthc == ""\n    ${dates}\n    examples: { valid: [{}], invalid: [{ ma_tthc: "1" }] }\n`;
    const severity = (texts: readonly string[]) => settingOf(resolved(texts), 'AG-001').severity;
    expect(severity([NATIONAL + own('effective: { from: 2026-09-01 }')])).toBe('off');
    expect(severity([NATIONAL + own('severity: warning')])).toBe('warning');
    expect(severity([NATIONAL + own('severity: warning'), `${MINISTRY}rules: { AG-001: off }`])).toBe('off');
  });
});

test.each([
  ['Sở *', 'Sở Y tế', true],
  ['sở y tế', 'Sở Y tế', true],
  ['Sở Y', 'Sở Y tế', false],
  ['*xã*', 'UBND xã Núi Cấm', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'acb', false],
  ['ab*ba', 'aba', false],
  ['*', '', true],
  [`${'*a'.repeat(200)}*b`, 'a'.repeat(5000), false],
])('pattern "%s" on "%s": %s', (pattern, name, fits) => {
  expect(fitsPattern(pattern, name)).toBe(fits);
});

describe('the law of a rule set', () => {
  const legalOf = (set: ResolvedRuleSet, id: string) => set.rules.find((rule) => rule.id === id)!.legal;

  test('stands in place of the rule’s own, the lowest level winning, on the days of the setting', () => {
    const province = `${PROVINCE}rules:
  FEE-05: { legal: [{ doc: Luật 97/2015/QH13, article: Điều 4 }] }
  FMT-01: { legal: [{ doc: 99/NQ-HĐND, article: Điều 1 }], effective: { until: 2026-07-31 } }
`;
    const agency = `${AGENCY}rules: { FEE-05: { legal: [{ doc: NĐ 02/2026/NĐ-CP, article: Điều 10 }] } }`;
    const set = resolved([NATIONAL, MINISTRY, province, agency]);
    expect(legalOf(set, 'FEE-05')).toEqual([{ doc: 'NĐ 02/2026/NĐ-CP', article: 'Điều 10' }]);
    expect(legalOf(set, 'FMT-01')).toEqual([]);
    const earlier = resolved([NATIONAL, MINISTRY, province, agency], '2026-07-31');
    expect(legalOf(earlier, 'FMT-01')).toEqual([{ doc: '99/NQ-HĐND', article: 'Điều 1' }]);
  });

  test('knows texts that are added, and notes in findings which have ended on the day of the run', () => {
    const ministry = `${MINISTRY}legalTexts:
  - { number: 97/2015/QH13, until: 2026-12-31, replacedBy: 12/2026/QH16 }
  - { number: 12/2026/QH16, title: Luật Phí và lệ phí mới, from: 2027-01-01 }
rules: { FEE-05: { legal: [{ doc: Luật 97/2015/QH13, article: Điều 4 }] } }
`;
    const bases = (day: string) => legalOf(resolved([NATIONAL, ministry], day), 'FEE-05');
    expect(bases('2026-12-31')).toEqual([{ doc: 'Luật 97/2015/QH13', article: 'Điều 4' }]);
    expect(bases('2027-01-01')).toEqual([
      {
        doc: 'Luật 97/2015/QH13',
        article: 'Điều 4',
        standing: 'ended',
        since: '2026-12-31',
        replacedBy: '12/2026/QH16',
      },
    ]);
  });

  test('warns of citations that no table knows', () => {
    const { value, problems } = outcome([`${NATIONAL}rules: { FEE-05: { legal: [{ doc: NĐ 1/2026/NĐ-CP }] } }`]);
    expect(value).not.toBeNull();
    expect(problems.map(({ level, fault }) => [level, fault.code])).toEqual([['warning', 'ruleset.legalUnknown']]);
  });
});

describe('a pattern of agencies', () => {
  const scoped = (pattern: string, more = '') =>
    resolved([`${NATIONAL}${more}overrides:\n  - { scope: { agencies: ["${pattern}"] }, rules: { FEE-05: off } }\n`]);
  const sheet = (rows: readonly RowLiteral[], agency = 'Sở Y tế') =>
    tableFrom('accounts', rows, { agency: { id: 'so-y-te', name: agency } });

  test.each<readonly [string, readonly string[], boolean]>([
    ['H01.*', ['H01.12', 'H01.12.3'], true],
    ['h01.*', ['H01.12'], true],
    ['H01.*', ['H01.12', 'H02.12'], false],
    ['H01.*', ['H01'], false],
    ['H01*', ['H01'], true],
    ['H01.*', [''], false],
    ['Sở *', ['H02.12'], true],
    ['so-*', [''], true],
  ])('%s fits a sheet of Sở Y tế that states the codes %o: %s', (pattern, codes, fits) => {
    const table = sheet(codes.map((ma_don_vi) => ({ ho_ten: 'A', ma_don_vi })));
    expect(settingOf(scoped(pattern), 'FEE-05', table).severity === 'off').toBe(fits);
  });

  test('means the names of the agencies that the rule set lists with their codes', () => {
    const list = 'agencies: [{ code: H01.12, names: ["Sở Y tế"] }, { code: H02.1, names: ["Sở Nội vụ"] }]\n';
    const set = scoped('H01.*', list);
    expect(settingOf(set, 'FEE-05', place('Sở Y tế'))).toEqual({ severity: 'off' });
    expect(settingOf(set, 'FEE-05', place('Sở Nội vụ'))).toEqual({});
  });
});

describe('the national rule set', () => {
  const national = parseRuleSet(NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE).value!;

  test('locks rules that exist, each with its reason, and cites law that holds', () => {
    expect(national.settings.filter(({ locked, reason }) => locked !== true || (reason ?? '') === '')).toEqual([]);
    const outcomeOfAll = resolveRuleSets(national, [national], RULES, TODAY);
    expect(outcomeOfAll.problems).toEqual([]);
  });

  test('says why a rule is locked to those who would relax it', () => {
    const province = read(
      `id: tinh\nversion: 1\ntitle: Tỉnh\nextends: [quoc-gia@${national.version}]\nrules: { CMP-05: off }\n`,
    );
    const [problem] = resolveRuleSets(province, [province, national], RULES, TODAY).problems;
    expect(faultText('vi', problem!.fault)).toContain('bộ phận bắt buộc');
  });
});
