import { describe, expect, test } from 'vitest';
import { readRuleSetForm, setHeading, setParameter, setSeverity } from '../../../shared/ruleset/editRuleSetText.ts';

const TEXT = `# our own set
id: tinh-mau   # also the file
version: 1.20
title: Mẫu
extends: [quoc-gia@2026.3]

rules:
  FMT-02: error     # as the letter asks
  FEE-05: { severity: warning, params: { tolerance: 1000 } }

  AG-010:
    dataset: feeConfigs
    title: Có phí thì phải có tài khoản
# the end
`;

describe('a form over the text of a rule set', () => {
  test('shows what the text says, numbers as they are written', () => {
    const form = readRuleSetForm(TEXT)!;
    expect({ ...form, rules: [...form.rules].slice(0, 2) }).toEqual({
      id: 'tinh-mau',
      version: '1.20',
      title: 'Mẫu',
      level: '',
      extends: ['quoc-gia@2026.3'],
      rules: [
        ['FMT-02', { severity: 'error', params: {} }],
        ['FEE-05', { severity: 'warning', params: { tolerance: 1000 } }],
      ],
    });
  });

  test('has nothing to show of a text that is no YAML', () => {
    expect(readRuleSetForm('rules: [')).toBeNull();
    expect(readRuleSetForm('- a\n- b')).toBeNull();
  });

  test.each([
    ['a severity alone, its comment kept', setSeverity(TEXT, 'FMT-02', 'off'), ['FMT-02: error', 'FMT-02: off']],
    ['a severity beside parameters', setSeverity(TEXT, 'FEE-05', 'info'), ['severity: warning', 'severity: info']],
    ['a parameter', setParameter(TEXT, 'FEE-05', 'tolerance', 5), ['{ tolerance: 1000 }', '{ tolerance: 5 }']],
    [
      'a parameter where there was a severity alone',
      setParameter(TEXT, 'FMT-02', 'length', 5),
      ['FMT-02: error', 'FMT-02: { severity: error, params: { length: 5 } }'],
    ],
    [
      'the last parameter away',
      setParameter(TEXT, 'FEE-05', 'tolerance', undefined),
      ['{ severity: warning, params: { tolerance: 1000 } }', 'warning'],
    ],
    ['a rule away', setSeverity(TEXT, 'FMT-02', null), ['  FMT-02: error     # as the letter asks\n', '']],
    ['a rule more, below the last', setSeverity(TEXT, 'CMP-08', 'off'), ['tài khoản\n', 'tài khoản\n  CMP-08: off\n']],
    ['the title', setHeading(TEXT, 'title', 'Tỉnh: mới'), ['title: Mẫu', 'title: "Tỉnh: mới"']],
    ['the version', setHeading(TEXT, 'version', '1.30'), ['version: 1.20', 'version: 1.30']],
    ['a level', setHeading(TEXT, 'level', 'province'), ['# our own', 'level: province\n# our own']],
  ])('changes %s and nothing else', (_, changed, [before, after]) => {
    expect(changed).toBe(TEXT.replace(before!, after!));
  });

  test.each([
    ['id: a\n', 'id: a\n\nrules:\n  FMT-02: off\n'],
    ['id: a\nrules:\n', 'id: a\nrules:\n  FMT-02: off\n'],
    ['id: a\nrules: # none yet\nwaivers: []\n', 'id: a\nrules: # none yet\n  FMT-02: off\nwaivers: []\n'],
    ['id: a\nrules: {}\n', 'id: a\nrules: \n  FMT-02: off\n'],
    ['rules: { A-01: off }\n', 'rules: { A-01: off, FMT-02: off }\n'],
    ['rules:\n  A-01: off', 'rules:\n  A-01: off\n  FMT-02: off\n'],
    ['rules:\n  A-01:\n', 'rules:\n  A-01:\n  FMT-02: off\n'],
  ])('finds a place for the first rule in %j', (text, expected) => {
    expect(setSeverity(text, 'FMT-02', 'off')).toBe(expected);
  });

  test('what was set can be read back and taken away again', () => {
    for (const rule of ['FMT-02', 'FEE-05', 'CMP-08']) {
      const set = setParameter(setSeverity(TEXT, rule, 'info'), rule, 'x', 'a: b');
      expect(readRuleSetForm(set)?.rules.get(rule)).toMatchObject({ severity: 'info', params: { x: 'a: b' } });
      const back = setParameter(setSeverity(set, rule, null), rule, 'x', undefined);
      expect(readRuleSetForm(back)?.rules.get(rule)?.severity ?? null).toBeNull();
    }
  });

  test('a text that can not be read is left as it is', () => {
    expect(setSeverity('rules: [', 'FMT-02', 'off')).toBe('rules: [');
  });
});
