import { faultText, type Language } from '../i18n/index.ts';
import type { Fault } from '../result.ts';

/** A place in a text file, both 1-based. In a spreadsheet the line is the row and the column counts A as 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a rule set, where it stands. `warning`: the rule set works, but a person should look. */
export interface RuleSetProblem extends Position {
  readonly level: 'error' | 'warning';
  readonly file: string;
  readonly fault: Fault;
}

/** One line for a person or an editor: `file:line:column: text`. */
export const problemLine = (language: Language, { file, line, column, fault }: RuleSetProblem): string =>
  `${file}:${line}:${column}: ${faultText(language, fault)}`;

/** All problems, one line each, in the order of their places. */
export const problemLines = (language: Language, problems: readonly RuleSetProblem[]): readonly string[] =>
  [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .map((problem) => problemLine(language, problem));
