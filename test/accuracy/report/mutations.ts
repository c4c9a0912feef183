import { OPERATORS } from '../operators/index.ts';
import type { MutationResult } from '../mutationRun.ts';
import type { FalseAlarm, Scored } from '../score.ts';
import { percent, percentWithin, shareOf } from '../tally.ts';
import { code, table } from './markdown.ts';

/** The figures that the product promises bounds for. */
export interface Bounds {
  readonly mistakes: number;
  readonly caught: number;
  readonly untouchedCells: number;
  readonly falseErrors: number;
  /** Errors on untouched cells that a mistake elsewhere really concerns. */
  readonly consequences: number;
  readonly certainFixes: number;
  readonly rightFixes: number;
}

/** What a mutation run says of the promised bounds. */
export function boundsOf({ scores }: MutationResult): Bounds {
  const mistakes = scores.flatMap((score) => score.mistakes).filter(isRuled);
  const fixes = scores.flatMap(({ certainFixes }) => certainFixes);
  return {
    mistakes: mistakes.length,
    caught: mistakes.filter(isCaught).length,
    untouchedCells: scores.reduce((sum, { untouched }) => sum + untouched, 0),
    falseErrors: scores.reduce((sum, { falseErrors }) => sum + falseErrors.length, 0),
    consequences: scores.reduce((sum, score) => sum + score.consequences.length, 0),
    certainFixes: fixes.length,
    rightFixes: fixes.filter(({ right }) => right).length,
  };
}

/** Whether the rule book has an error or warning for the mistake. */
const isRuled = ({ made }: Scored): boolean => made.operator.level === undefined;

/** Whether it was told as an error or warning at a right cell. */
export const isCaught = ({ level }: Scored): boolean => level === 'error' || level === 'warning';

/** The part of the report about mistakes that were put in. */
export function mutationReport(result: MutationResult): string {
  const all = result.scores.flatMap(({ mistakes }) => mistakes);
  const ruled = all.filter(isRuled);
  return [
    '## By kind of mistake',
    '"Caught": an error or warning at the changed cell or at the other cell of the pair. "By its rule": by one of the rules that name this mistake. In brackets the 95 % interval (Wilson).',
    operatorTable(ruled),
    '## By field',
    groupTable('Field', ruled, ({ made }) => made.field),
    '## By corpus',
    groupTable('Corpus', ruled, ({ corpus }) => corpus),
    '## Told as information, and gaps of the rule book',
    'The rule book tells these mistakes as information only; they are counted apart.',
    levelTable(
      all.filter(({ made }) => made.operator.level === 'info'),
      ({ level }) => level !== null,
    ),
    'No rule of the book speaks of these cells being blank.',
    levelTable(
      all.filter(({ made }) => made.operator.level === 'noRule'),
      ({ level }) => level !== null,
    ),
    '## What went unnoticed',
    missedTable(ruled.filter((one) => !isCaught(one))),
    '## By rule',
    'Mistakes at whose cell a rule spoke up; one mistake may rouse several rules.',
    ruleTable(all),
    '## Untouched cells',
    untouchedReport(result),
    '## Corrections marked as certain',
    fixReport(result),
  ].join('\n\n');
}

function operatorTable(mistakes: readonly Scored[]): string {
  const byOperator = Map.groupBy(mistakes, ({ made }) => made.operator.id);
  return table(
    ['Mistake', 'What happens', 'Made', 'Caught', 'By its rule'],
    OPERATORS.flatMap(({ id, says, level }) => {
      const made = byOperator.get(id);
      if (level !== undefined) return [];
      if (made === undefined) return [[id, says, 0, '–', '–']];
      const caught = shareOf(made.filter(isCaught).length, made.length);
      const named = shareOf(made.filter(({ byExpected }) => byExpected).length, made.length);
      return [[id, says, made.length, percentWithin(caught), percent(named.share)]];
    }),
  );
}

function groupTable(name: string, mistakes: readonly Scored[], groupOf: (scored: Scored) => string): string {
  const rows = [...Map.groupBy(mistakes, groupOf)]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([group, made]) => [group, made.length, percentWithin(shareOf(made.filter(isCaught).length, made.length))]);
  return table([name, 'Made', 'Caught'], rows);
}

function levelTable(mistakes: readonly Scored[], isTold: (scored: Scored) => boolean): string {
  const rows = [...Map.groupBy(mistakes, ({ made }) => made.operator)]
    .sort((a, b) => (a[0].id < b[0].id ? -1 : 1))
    .map(([{ id, says }, made]) => [
      id,
      says,
      made.length,
      percent(shareOf(made.filter(isTold).length, made.length).share),
    ]);
  return table(['Mistake', 'What happens', 'Made', 'Told'], rows);
}

const EXAMPLES = 2;

function missedTable(missed: readonly Scored[]): string {
  const rows = [...Map.groupBy(missed, ({ made }) => made.operator.id)]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .flatMap(([id, some]) =>
      some
        .slice(0, EXAMPLES)
        .map(({ made, corpus, level }, at) => [
          at === 0 ? `${id} (${some.length})` : '',
          corpus,
          code(made.before),
          code(made.after),
          level ?? '',
        ]),
    );
  return table(['Mistake', 'Corpus', 'Before', 'After', 'Told as'], rows);
}

function ruleTable(mistakes: readonly Scored[]): string {
  const counts = new Map<string, { all: number; expected: number }>();
  for (const { rules, made } of mistakes) {
    for (const rule of rules) {
      const row = counts.get(rule) ?? { all: 0, expected: 0 };
      row.all += 1;
      if (made.operator.rules.includes(rule)) row.expected += 1;
      counts.set(rule, row);
    }
  }
  const rows = [...counts]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([rule, { all, expected }]) => [rule, all, expected]);
  return table(['Rule', 'Mistakes', 'of which it names'], rows);
}

function untouchedReport({ scores, baselines }: MutationResult): string {
  const cells = scores.reduce((sum, { untouched }) => sum + untouched, 0);
  const errors = scores.flatMap(({ falseErrors }) => falseErrors);
  const warnings = scores.flatMap(({ falseWarnings }) => falseWarnings);
  const consequences = scores.flatMap((score) => score.consequences);
  const thousand = (count: number): string => ((1000 * count) / Math.max(1, cells)).toFixed(3);
  const byRule = (alarms: readonly FalseAlarm[]): (string | number)[][] =>
    [...Map.groupBy(alarms, ({ seen }) => `${seen.rule} ${seen.message}`)]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([rule, some]) => [rule, some.length, some[0]!.seen.place.replaceAll('\u0000', ' · ')]);
  return [
    `Of ${cells} untouched cells without an earlier error, ${errors.length} got an error (${thousand(errors.length)} per 1,000) and ${warnings.length} a warning (${thousand(warnings.length)} per 1,000) that no mistake explains.`,
    table(['False error', 'Times', 'For instance'], byRule(errors)),
    table(['False warning', 'Times', 'For instance'], byRule(warnings)),
    `Beside them ${consequences.length} errors (${thousand(consequences.length)} per 1,000) stand on other cells that a mistake really concerns: a row whose code now names another procedure, a payment line whose procedure has left the catalogue.`,
    table(['Consequence', 'Times', 'For instance'], byRule(consequences)),
    'Before any mistake was made, the clean rounds showed (the national records are the catalogue’s own, copied as they are):',
    baselineTable(baselines),
  ].join('\n\n');
}

function baselineTable(baselines: MutationResult['baselines']): string {
  const rows = [...Map.groupBy(baselines, ({ round }) => round.corpus)].map(([corpus, some]) => {
    const cells = some.reduce((sum, one) => sum + one.cells, 0);
    const seen = some.flatMap(({ checked }) => checked.seen);
    const rulesAt = (level: string): string => {
      const found = seen.filter(({ severity }) => severity === level);
      const rules = [...Map.groupBy(found, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length);
      const listed = rules.slice(0, 6).map(([rule, list]) => `${rule} ${list.length}`);
      return `${((1000 * found.length) / cells).toFixed(2)}${listed.length > 0 ? ` (${listed.join(', ')})` : ''}`;
    };
    return [corpus, some.length, cells, rulesAt('error'), rulesAt('warning')];
  });
  return table(['Corpus', 'Rounds', 'Cells', 'Errors per 1,000', 'Warnings per 1,000'], rows);
}

function fixReport({ scores }: MutationResult): string {
  const fixes = scores.flatMap(({ certainFixes }) => certainFixes);
  const rows = [...Map.groupBy(fixes, ({ rule }) => rule)]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([rule, some]) => {
      const wrong = some.find(({ right }) => !right);
      const right = shareOf(some.filter((one) => one.right).length, some.length);
      return [
        rule,
        some.length,
        percent(right.share),
        wrong === undefined ? '' : `${code(wrong.original)} → ${code(wrong.proposed)}`,
      ];
    });
  return [
    'A correction is right when, white space aside, it gives back what stood in the cell.',
    table(['Rule', 'Corrections', 'Right', 'A wrong one'], rows),
  ].join('\n\n');
}
