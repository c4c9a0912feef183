import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Fault } from '../result.ts';
import type { Position, RuleSetProblem } from './problem.ts';

/** A step from a value to one inside it: a key or the index of a list. */
export type Path = readonly (string | number)[];

/** A rule set is written by hand; anything longer is another file. */
const LONGEST_TEXT = 500_000;
const DEEPEST = 20;

/** Keys whose value is a text even where YAML would read a number: version 1.20 must not become 1.2, nor code 1.001190
 *  lose its zero. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'id',
  'version',
  'title',
  'decision',
  'by',
  'reason',
  'until',
  'from',
  'value',
]);

/** A YAML file with the places of all its keys and values. */
export class YamlSource {
  readonly file: string;
  readonly problems: RuleSetProblem[] = [];
  /** The content as plain values; undefined when the text is no YAML or uses what rule sets don't (see `problems`). */
  readonly value: unknown;
  readonly #text: string;
  readonly #root: Node | null = null;
  readonly #lines = new LineCounter();

  constructor(text: string, file: string) {
    this.file = file;
    this.#text = text;
    const start = { line: 1, column: 1 };
    if (text.length > LONGEST_TEXT) {
      this.report({ code: 'ruleset.tooLong', params: { limit: LONGEST_TEXT } }, start);
      return;
    }
    const document = parseDocument<Node>(text, { lineCounter: this.#lines, schema: 'core', logLevel: 'silent' });
    const [error] = document.errors;
    // What follows the first fault of syntax is mostly its echo.
    if (error !== undefined) this.report(yamlFault(error), this.#at(error.pos[0]));
    this.#root = document.contents;
    if (this.problems.length > 0) return;
    const value = this.#plain(this.#root, [], 0);
    if (this.problems.length === 0) this.value = value;
  }

  /** Records a problem at a place. */
  report(fault: Fault, { line, column }: Position, level: RuleSetProblem['level'] = 'error'): void {
    this.problems.push({ level, file: this.file, line, column, fault });
  }

  /** Where a value stands; the nearest place around it when there is no such value. */
  valueAt(path: Path): Position {
    const { node, key } = this.#find(path);
    return this.#start(node ?? key ?? this.#root);
  }

  /** Where a key stands; for an item of a list, the item. */
  keyAt(path: Path): Position {
    const { node, key } = this.#find(path);
    return this.#start(key ?? node ?? this.#root);
  }

  /** Whether a value is written at the path. */
  has(path: Path): boolean {
    return this.#find(path).complete;
  }

  /** Place of a character of a text value, e.g. where an expression goes wrong. Exact for plain, quoted and block texts
   *  whose characters stand in the file as they are; otherwise the start of the value. */
  insideText(path: Path, offset: number): Position {
    const { node } = this.#find(path);
    if (!isScalar(node) || typeof node.value !== 'string' || node.range == null) return this.valueAt(path);
    const written = this.#text.slice(node.range[0], node.range[1]);
    // Folding changes white space only; all other characters stand in the file in the same order.
    let at = node.type === 'PLAIN' ? 0 : node.type?.startsWith('BLOCK') === true ? written.indexOf('\n') + 1 : 1;
    for (let index = 0; index <= offset; index += 1) {
      const letter = node.value[index] ?? ' ';
      if (isBlank(letter)) continue;
      while (at < written.length && isBlank(written[at]!)) at += 1;
      if (written[at] !== letter) return this.valueAt(path);
      if (index < offset) at += 1;
    }
    return this.#at(node.range[0] + at);
  }

  #find(path: Path): { node: Node | null; key: Node | null; complete: boolean } {
    let node: Node | null = this.#root;
    let key: Node | null = null;
    for (const step of path) {
      if (isMap(node)) {
        const pair: Pair | undefined = pairOf(node, String(step));
        if (pair === undefined) return { node: key ?? node, key, complete: false };
        key = pair.key as Node;
        node = pair.value as Node | null;
      } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
        node = node.items[step] as Node;
        key = null;
      } else {
        return { node, key, complete: false };
      }
    }
    return { node, key, complete: node !== null };
  }

  #start(node: Node | null): Position {
    return this.#at(node?.range?.[0] ?? 0);
  }

  #at(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #plain(node: unknown, path: Path, depth: number): unknown {
    if (depth > DEEPEST) return this.#refuse('ruleset.tooDeep', { limit: DEEPEST }, node);
    if (isAlias(node)) return this.#refuse('ruleset.alias', {}, node);
    if (isMap(node)) {
      const entries: [string, unknown][] = [];
      for (const { key, value } of node.items) {
        if (!isScalar(key)) return this.#refuse('ruleset.plainKey', {}, key);
        const name = keyText(key);
        entries.push([name, this.#plain(value, [...path, name], depth + 1)]);
      }
      return Object.fromEntries(entries);
    }
    if (isSeq(node)) return node.items.map((item, index) => this.#plain(item, [...path, index], depth + 1));
    if (!isScalar(node)) return undefined;
    const asWritten = node.source ?? String(node.value);
    const text = typeof node.value === 'number' || typeof node.value === 'boolean' ? asWritten : node.value;
    const last = path.at(-1);
    return (typeof last === 'string' && TEXT_KEYS.has(last)) || path.includes('match') ? text : node.value;
  }

  /** The text of a scalar as it is written, e.g. `1.001190`; '' for anything else. */
  writtenText(path: Path): string {
    const { node, complete } = this.#find(path);
    if (!complete || !isScalar(node)) return '';
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  #refuse(code: string, params: Fault['params'], node: unknown): undefined {
    this.report({ code, params }, this.#start(node as Node | null));
  }
}

const isBlank = (letter: string): boolean => /\s/.test(letter);

const keyText = (key: { readonly value?: unknown; readonly source?: string }): string =>
  typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));

const pairOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && keyText(key) === name);

function yamlFault(error: YAMLError): Fault {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { code: 'ruleset.yaml.duplicateKey', params: {} };
    case 'TAB_AS_INDENT':
      return { code: 'ruleset.yaml.tab', params: {} };
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return { code: 'ruleset.yaml.indent', params: {} };
    case 'MISSING_CHAR':
      return { code: 'ruleset.yaml.missingSign', params: {} };
    case 'RESOURCE_EXHAUSTION':
      return { code: 'ruleset.tooDeep', params: { limit: DEEPEST } };
    case 'MULTIPLE_DOCS':
      return { code: 'ruleset.yaml.severalDocuments', params: {} };
    default:
      return { code: 'ruleset.yaml.syntax', params: { detail: error.code } };
  }
}
