import type { RuleSetProblem } from '../../../../../shared/contract/knowledge.ts';

/** A stretch of text, marked or not. */
export interface MarkedPiece {
  readonly text: string;
  readonly level: RuleSetProblem['level'] | null;
}

/** Offset of a place in a text; beyond a line's end, its end. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end === -1 ? text.length : end);
}

/** From where to where a problem is marked: the name or the word that begins at its place, at least one character. */
export function stretchOf(
  text: string,
  { line, column }: RuleSetProblem,
): { readonly start: number; readonly end: number } {
  const start = offsetOf(text, line, column);
  const word = /^(?:[\p{L}\p{N}_][\p{L}\p{N}_.@-]*|[^\s,{}[\]:#]+)/u.exec(text.slice(start, start + 200));
  return { start, end: Math.min(text.length, start + (word?.[0].length ?? 1)) };
}

/** The text cut into what is marked and what isn't; of problems that overlap the first is marked. */
export function markedPieces(text: string, problems: readonly RuleSetProblem[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const problem of problems) {
    const { start, end } = stretchOf(text, problem);
    if (start < at || end <= start) continue;
    pieces.push({ text: text.slice(at, start), level: null }, { text: text.slice(start, end), level: problem.level });
    at = end;
  }
  pieces.push({ text: text.slice(at), level: null });
  return pieces;
}
