import type { z } from 'zod';
import { FIELD_KEYS } from '../domain/fields.ts';
import type { Fault } from '../result.ts';
import type { Path, YamlSource } from './yamlSource.ts';
import { nearestName } from './spelling.ts';

type Issue = z.core.$ZodIssue;

/** Reads a value of a file by a schema; what does not fit is reported at its place, and undefined comes back. `known`
 *  are the keys that may stand at the top, for guessing what a misspelt one meant. */
export function readBySchema<T>(
  source: YamlSource,
  path: Path,
  value: unknown,
  schema: z.ZodType<T>,
  known: readonly string[],
): T | undefined {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  reportIssues(source, path, read.error.issues, value, known);
  return undefined;
}

/** Reports what a schema found at the places of the file. */
export function reportIssues(
  source: YamlSource,
  path: Path,
  issues: readonly Issue[],
  value: unknown,
  known: readonly string[],
): void {
  for (const issue of issues) {
    const at = [...path, ...(issue.path as (string | number)[])];
    const key = at.findLast((step) => typeof step === 'string') ?? '';
    if (issue.code === 'unrecognized_keys') {
      for (const extra of issue.keys) {
        const fault =
          at.at(-1) === 'match' ? unknownField(extra) : unknownKey(extra, issue.path.length === 0 ? known : []);
        source.report(fault, source.keyAt([...at, extra]));
      }
    } else if (source.has(at)) {
      source.report(faultOf(issue, key, lookUp(value, issue.path)), source.valueAt(at));
    } else {
      source.report({ code: 'ruleset.missingKey', params: { key } }, source.keyAt(at.slice(0, -1)));
    }
  }
}

function unknownKey(key: string, known: readonly string[]): Fault {
  const guess = nearestName(key, known);
  return guess === undefined
    ? { code: 'ruleset.unknownKey', params: { key } }
    : { code: 'ruleset.unknownKeyGuess', params: { key, guess } };
}

/** What to say of a name that is no field. */
export function unknownField(name: string, known: readonly string[] = FIELD_KEYS): Fault {
  const guess = nearestName(name, known);
  return guess === undefined
    ? { code: 'ruleset.unknownField', params: { field: name } }
    : { code: 'ruleset.unknownFieldGuess', params: { field: name, guess } };
}

function faultOf(issue: Issue, key: string, value: unknown): Fault {
  const written =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  switch (issue.code) {
    case 'invalid_type':
      return { code: `ruleset.expected.${EXPECTED[issue.expected] ?? 'other'}`, params: { key } };
    case 'invalid_value':
      return { code: 'ruleset.notOneOf', params: { key, value: written, values: issue.values.map(String).join(', ') } };
    case 'too_small':
      if (issue.origin === 'string') return { code: 'ruleset.emptyText', params: { key } };
      if (issue.origin === 'array') return { code: 'ruleset.emptyList', params: { key } };
      return { code: 'ruleset.tooSmall', params: { key, value: written, limit: String(issue.minimum) } };
    case 'too_big':
      return { code: 'ruleset.tooBig', params: { key, value: written, limit: String(issue.maximum) } };
    case 'invalid_format':
      return issue.format === 'date'
        ? { code: 'ruleset.badDate', params: { key, value: written } }
        : { code: 'ruleset.badForm', params: { key, value: written, example: issue.message } };
    default:
      return { code: 'ruleset.badValue', params: { key, value: written } };
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'wholeNumber',
  boolean: 'boolean',
  array: 'list',
  object: 'group',
  record: 'group',
};

function lookUp(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return found;
}
