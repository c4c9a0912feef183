import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { WEIGHTS, type Weight } from './severity.ts';

/** What a rule set says of one of the product's rules, as a form shows it. */
export interface RuleChoice {
  /** null: as the level above has it. */
  readonly severity: Weight | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The part of a rule set that a form shows. */
export interface RuleSetForm {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly level: string;
  readonly extends: readonly string[];
  readonly rules: ReadonlyMap<string, RuleChoice>;
}

/** Keys of a rule set that a form lets people fill in. */
export type HeadingKey = 'id' | 'version' | 'title' | 'level';

const parse = (yaml: string): Document => parseDocument(yaml, { schema: 'core', logLevel: 'silent' });

/** Reads what a form shows; null when the text is no YAML, so that there is nothing to fill a form with. */
export function readRuleSetForm(yaml: string): RuleSetForm | null {
  const document = parse(yaml);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  const rules = new Map<string, RuleChoice>();
  const entries = document.get('rules', true);
  if (isMap(entries)) for (const pair of entries.items) rules.set(keyOf(pair), choiceOf(pair.value, document));
  const bases = document.get('extends', true);
  return {
    id: writtenText(document, 'id'),
    version: writtenText(document, 'version'),
    title: writtenText(document, 'title'),
    level: writtenText(document, 'level'),
    extends: isSeq(bases) ? bases.items.map((item) => (isScalar(item) ? String(item.value) : '')) : [],
    rules,
  };
}

/** Writes a key at the top of the file; an empty text takes the key away. Everything else stays as it is written. */
export function setHeading(yaml: string, key: HeadingKey, value: string): string {
  const document = parse(yaml);
  const root = document.contents;
  const text = /^[\w.-]+$/.test(value) ? value : stringify(value, { lineWidth: 0 }).trimEnd();
  const pair = isMap(root) ? pairOf(root, key) : undefined;
  if (pair === undefined) return value === '' ? yaml : `${key}: ${text}\n${yaml}`;
  if (value === '') return withoutLines(yaml, pair);
  return isScalar(pair.value) && pair.value.range != null ? spliced(yaml, pair.value, text) : yaml;
}

/** Gives a rule a severity; null leaves it to the level above. Everything else stays as it is written. */
export function setSeverity(yaml: string, rule: string, severity: Weight | null): string {
  return change(yaml, rule, (settings) => {
    const others = Object.fromEntries(Object.entries(settings).filter(([key]) => key !== 'severity'));
    return severity === null ? others : { severity, ...others };
  });
}

/** Gives a rule a parameter; undefined leaves it to the level above. Everything else stays as it is written. */
export function setParameter(yaml: string, rule: string, name: string, value: unknown): string {
  return change(yaml, rule, ({ params, ...others }) => {
    const rest = Object.fromEntries(Object.entries(isRecord(params) ? params : {}).filter(([key]) => key !== name));
    const all = value === undefined ? rest : { ...rest, [name]: value };
    return Object.keys(all).length === 0 ? others : { ...others, params: all };
  });
}

type Settings = Readonly<Record<string, unknown>>;

function change(yaml: string, rule: string, alter: (settings: Settings) => Settings): string {
  const document = parse(yaml);
  if (document.errors.length > 0) return yaml;
  const rules = document.get('rules', true);
  const pair = isMap(rules) ? pairOf(rules, rule) : undefined;
  const old = pair === undefined ? {} : settingsOf(pair.value, document);
  const settings = alter(old);
  const keys = Object.keys(settings);
  if (keys.length === 0) return pair === undefined ? yaml : withoutLines(yaml, pair);
  const { severity } = settings;
  const text =
    keys.length === 1 && typeof severity === 'string'
      ? severity
      : stringify(settings, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
  if (pair === undefined) return withNewRule(yaml, document, rules, `${rule}: ${text}`);
  const value = pair.value;
  if (isScalar(value) || (isMap(value) && value.flow === true)) return spliced(yaml, value, text);
  // Written over several lines: the writer of the library keeps its comments.
  document.setIn(['rules', rule], document.createNode(settings));
  return document.toString({ lineWidth: 0 });
}

function withNewRule(yaml: string, document: Document, rules: unknown, line: string): string {
  if (isMap(rules) && rules.flow !== true && rules.items.length > 0) {
    const first = rules.items[0]!.key as Node;
    const start = first.range![0];
    const indent = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
    return withLineAt(yaml, endOf(rules.items.at(-1)!), `${indent}${line}`);
  }
  const root = document.contents;
  const pair = isMap(root) ? pairOf(root, 'rules') : undefined;
  if (pair === undefined) return `${yaml.trimEnd()}\n\nrules:\n  ${line}\n`;
  if (isScalar(pair.value)) return withLineAt(yaml, (pair.key as Node).range![1], `  ${line}`);
  return isMap(rules) && rules.flow === true
    ? spliced(yaml, rules, rules.items.length === 0 ? `\n  ${line}` : inFlow(yaml, rules, line))
    : yaml;
}

const inFlow = (yaml: string, rules: YAMLMap, line: string): string => {
  const [start, end] = rules.range!;
  return `${yaml
    .slice(start, end - 1)
    .trimEnd()
    .replace(/,$/, '')}, ${line} }`;
};

/** Puts a line below the line that ends at or after a place. */
function withLineAt(yaml: string, place: number, line: string): string {
  if (yaml[place - 1] === '\n') return `${yaml.slice(0, place)}${line}\n${yaml.slice(place)}`;
  const end = yaml.indexOf('\n', place);
  return end === -1 ? `${yaml}\n${line}\n` : `${yaml.slice(0, end + 1)}${line}\n${yaml.slice(end + 1)}`;
}

function withoutLines(yaml: string, pair: Pair): string {
  const start = yaml.lastIndexOf('\n', (pair.key as Node).range![0] - 1) + 1;
  const place = endOf(pair);
  const end = yaml[place - 1] === '\n' ? place : yaml.indexOf('\n', place) + 1;
  return yaml.slice(0, start) + (end === 0 ? '' : yaml.slice(end));
}

const endOf = ({ key, value }: Pair): number => ((value as Node | null)?.range ?? (key as Node).range!)[1];

function spliced(yaml: string, node: Node, text: string): string {
  const [start, end] = node.range!;
  // A key without a value ends at its colon; the value needs its blank.
  const blank = start > 0 && yaml[start - 1] === ':' && !text.startsWith('\n') ? ' ' : '';
  return `${yaml.slice(0, start)}${blank}${text}${yaml.slice(end)}`;
}

function choiceOf(value: unknown, document: Document): RuleChoice {
  const { severity, params } = settingsOf(value, document);
  return {
    severity: WEIGHTS.find((weight) => weight === severity) ?? null,
    params: isRecord(params) ? params : {},
  };
}

function settingsOf(value: unknown, document: Document): Settings {
  if (isScalar(value)) return value.value === null ? {} : { severity: value.value };
  const plain: unknown = isMap(value) ? value.toJS(document) : {};
  return isRecord(plain) ? plain : {};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = ({ key }: Pair): string => (isScalar(key) ? (key.source ?? String(key.value)) : '');

const pairOf = (map: YAMLMap, name: string): Pair | undefined => map.items.find((pair) => keyOf(pair) === name);

/** A text as it is written: version 1.20 stays 1.20. */
function writtenText(document: Document, key: HeadingKey): string {
  const node: unknown = document.get(key, true);
  if (!isScalar(node) || node.value === null) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}
