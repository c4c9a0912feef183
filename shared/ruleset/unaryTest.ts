import { parseDate } from '../domain/calendarDate.ts';
import type { Value } from './kleene.ts';

/** A stretch of numbers; an open end does not belong to it. */
interface Interval {
  readonly from: number;
  readonly to: number;
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
}

/** What a cell of a decision table accepts. `any` also accepts what is unknown. */
export type UnaryTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'numbers'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'words'; readonly words: ReadonlySet<string>; readonly negated: boolean };

/** What the column of a test holds. */
export type TestedType = 'string' | 'number' | 'date' | 'bool';

const ANY: UnaryTest = { kind: 'any' };
const LONGEST = 2000;

/** Reads a cell of a decision table: `-` or nothing accepts anything; `10`, `>= 10`, `[1..5]`, `(0..5]`, dates the same way
 *  (`>= 01/07/2025`); `"a", "b"` any of these texts, `not("a", "b")` none of them, `""` a blank cell. Several tests parted
 *  by a comma: any of them. Undefined where it is none of these. */
export function parseUnaryTest(text: string, type: TestedType): UnaryTest | undefined {
  const body = text.trim().replace(/[“”]/g, '"');
  if (body === '' || body === '-' || body === '–') return ANY;
  if (body.length > LONGEST) return undefined;
  if (type === 'string') return wordsTest(body);
  if (type === 'bool') return boolTest(body);
  const intervals = splitAtCommas(body).map((part) => interval(part.trim(), type));
  return intervals.every((one) => one !== undefined) ? { kind: 'numbers', intervals } : undefined;
}

/** Whether a value passes; unknown values leave it open. */
export function passes(test: UnaryTest, value: Value): Value {
  if (test.kind === 'any') return true;
  if (value === null) return null;
  if (test.kind === 'words') return test.words.has(String(value)) !== test.negated;
  const number = Number(value);
  return test.intervals.some(
    ({ from, to, fromOpen, toOpen }) =>
      (fromOpen ? number > from : number >= from) && (toOpen ? number < to : number <= to),
  );
}

/** Whether some value passes both tests of one column. */
export function overlap(a: UnaryTest, b: UnaryTest): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'numbers' && b.kind === 'numbers') {
    return a.intervals.some((one) => b.intervals.some((other) => intersects(one, other)));
  }
  if (a.kind !== 'words' || b.kind !== 'words') return true;
  if (a.negated && b.negated) return true;
  if (!a.negated && !b.negated) return [...a.words].some((word) => b.words.has(word));
  const [listed, barred] = a.negated ? [b.words, a.words] : [a.words, b.words];
  return [...listed].some((word) => !barred.has(word));
}

function intersects(a: Interval, b: Interval): boolean {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  if (from < to) return true;
  if (from > to) return false;
  const holds = (one: Interval): boolean => (one.from < from || !one.fromOpen) && (one.to > to || !one.toOpen);
  return holds(a) && holds(b);
}

const RANGE = /^([[(])\s{0,5}(\S{1,12})\s{0,5}\.\.\s{0,5}(\S{1,12}?)\s{0,5}([\])])$/;
const BOUND = /^(>=|<=|>|<|=)?\s{0,5}(\S{1,12})$/;

function interval(text: string, type: 'number' | 'date'): Interval | undefined {
  const range = RANGE.exec(text);
  if (range !== null) {
    const [from, to] = [limit(range[2]!, type), limit(range[3]!, type)];
    if (from === undefined || to === undefined || from > to) return undefined;
    return { from, to, fromOpen: range[1] === '(', toOpen: range[4] === ')' };
  }
  const [, sign, written] = BOUND.exec(text) ?? [];
  const value = written === undefined ? undefined : limit(written, type);
  if (value === undefined) return undefined;
  const [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (sign === '>=' || sign === '>') return { from: value, to, fromOpen: sign === '>', toOpen: false };
  if (sign === '<=' || sign === '<') return { from, to: value, fromOpen: false, toOpen: sign === '<' };
  return { from: value, to: value, fromOpen: false, toOpen: false };
}

/** A number without grouping signs, because 1.000 is a thousand to some and one to others; or a date. */
function limit(text: string, type: 'number' | 'date'): number | undefined {
  if (type === 'date') {
    const date = parseDate(text);
    return date.ok ? date.value.day : undefined;
  }
  return /^-?\d+(?:\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
}

function wordsTest(body: string): UnaryTest | undefined {
  const [, inner] = /^not\s{0,3}\((.*)\)$/is.exec(body) ?? [];
  const words = splitAtCommas(inner ?? body).map((part) => word(part.trim()));
  if (words.some((one) => one === undefined)) return undefined;
  return { kind: 'words', words: new Set(words as readonly string[]), negated: inner !== undefined };
}

/** A quoted text, or one bare word group without signs that could mean something else. */
function word(text: string): string | undefined {
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) {
    const inner = text.slice(1, -1);
    return inner.includes('"') ? undefined : inner;
  }
  return text !== '' && !/["<>=()[\]]/.test(text) ? text : undefined;
}

const YES: ReadonlySet<string> = new Set(['true', 'có', 'đúng']);
const NO: ReadonlySet<string> = new Set(['false', 'không', 'sai']);

function boolTest(body: string): UnaryTest | undefined {
  const lower = body.toLowerCase();
  if (YES.has(lower)) return { kind: 'words', words: new Set(['true']), negated: false };
  return NO.has(lower) ? { kind: 'words', words: new Set(['false']), negated: false } : undefined;
}

/** Parts between commas that stand outside quotes. */
function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ',' && !quoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
