import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { ProcedureIndex } from '../../../shared/engine/references.ts';
import { defineRule, type Rule } from '../../../shared/engine/rule.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { summariseAgencies } from '../../../shared/reports/agencySummary.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { correctionListOf, type CorrectionList } from '../../../shared/reports/correctionList.ts';
import type { Table } from '../../../shared/table/table.ts';

/** Values that spreadsheets take for formulas or commands, and others that break markup. */
export const HOSTILE = [
  '=1+2',
  '+84 912',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "=cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"x")',
  '=HYPERLINK("http://x.example";"bấm")',
  '<b>"x" & y</b>',
  'a,b;c',
  '_x0041_',
];

/** What the rules of these tests say; each adds what it looks at. */
export const RULE_TEXTS = {
  title: 'Không nhận <gì>',
  severity: 'error',
  scope: 'row',
  why: 'vì "thế"',
  howToFix: 'Sửa & gửi lại',
  legal: [{ doc: '63/2010/NĐ-CP', article: 'Điều 8' }],
  asks: ['003 §1đ'],
  messages: { bad: 'Không nhận "{value}"', better: 'Tên đúng' },
  en: { title: 'Takes nothing', why: '', howToFix: '', messages: { bad: 'Refused "{value}"', better: 'Right name' } },
} as const;

/** A rule that finds fault with every name and proposes a value. */
export const refuseNames = defineRule({
  ...RULE_TEXTS,
  id: 'T-01',
  datasets: ['procedures'],
  reads: ['ten_tthc'],
  check(view) {
    view.perValue('ten_tthc', () => ({
      message: 'bad',
      expected: '=ĐÚNG',
      difference: 'khác',
      fix: { value: 'Tên mới, có dấu phẩy', confidence: 'likely', why: 'better' },
    }));
  },
});

/** A finished check over tables of one or more agencies, one file each. */
export function checkOf(
  tables: readonly Table[],
  rules: readonly Rule[] = [refuseNames],
  procedures: ProcedureIndex | null = null,
): Check {
  const files = [...Map.groupBy(tables, ({ file }) => file)].map(([file, own]) => ({
    file,
    bytes: 1,
    sha256: file.length.toString(16).padStart(64, '0'),
    format: 'xlsx' as const,
    fault: null,
    readings: [
      { tables: own, dataset: null, columns: [], questions: [] },
    ] as unknown as Check['files'][number]['readings'],
  }));
  return {
    round: 'Đợt thử',
    today: '2026-09-01',
    version: '1',
    reference: null,
    procedures,
    files,
    timings: {},
    result: runRules({
      tables,
      rules,
      references: procedures === null ? {} : { procedures },
      today: '2026-09-01',
    }),
  };
}

/** The correction list of the first agency of a check. */
export function firstListOf(check: Check, language: Language = 'vi'): CorrectionList {
  const findings = new Findings(check.result.log, language);
  return correctionListOf(check, findings, summariseAgencies(check, findings)[0]!, language);
}
