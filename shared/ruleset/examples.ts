import { dayNumber, parseDate } from '../domain/calendarDate.ts';
import type { DatasetId } from '../domain/datasets.ts';
import { isFieldKey, type FieldKey } from '../domain/fields.ts';
import type { Cell } from '../table/cell.ts';
import { TODAY } from './expressionChecker.ts';
import { namesOf } from './expressionNames.ts';
import type { Value } from './kleene.ts';
import { NATIONAL_NAMES } from './nationalNames.ts';
import type { OwnRule } from './ownRule.ts';
import type { Surroundings } from './rowProgram.ts';
import { unknownField } from './schemaFaults.ts';
import type { Path, YamlSource } from './yamlSource.ts';

type Written = string | number | null;
/** Cells of a row; `today` is the day of the run, `national` the record that the row's code names. */
type Example = Readonly<Record<string, Written | Readonly<Record<string, Written>>>>;

/** Examples that show what a rule accepts, what it refuses, and what it proposes. */
export interface Examples {
  readonly valid: readonly Example[];
  readonly invalid: readonly Example[];
  readonly fixed?: readonly { readonly row: Example; readonly value: string | number }[] | undefined;
}

interface Situation {
  readonly cells: ReadonlyMap<FieldKey, Cell>;
  readonly about: Surroundings;
}

const NATIONAL = 'national';

/** Tries a rule on its examples and reports each one that comes out otherwise than its author says. A proposed correction
 *  must put its row right. */
export function tryExamples(
  source: YamlSource,
  path: Path,
  examples: Examples,
  dataset: DatasetId,
  rule: OwnRule,
): void {
  const params = { rule: rule.rule.id };
  const situationOf = (at: Path, example: Example): Situation | null => readExample(source, at, example, dataset, rule);
  for (const kind of ['valid', 'invalid'] as const) {
    examples[kind].forEach((example, index) => {
      const at = [...path, kind, index];
      const situation = situationOf(at, example);
      if (situation === null) return;
      const outcome = rule.judge(situation.cells, situation.about);
      if (outcome === 'unknown') {
        source.report({ code: 'ruleset.exampleUnknown', params }, source.valueAt(at));
      } else if ((outcome === 'right') !== (kind === 'valid')) {
        source.report({ code: `ruleset.example.${kind}`, params }, source.valueAt(at));
      }
    });
  }
  examples.fixed?.forEach(({ row, value }, index) => {
    const at = [...path, 'fixed', index];
    const situation = situationOf([...at, 'row'], row);
    if (situation === null) return;
    const { cells, about } = situation;
    const wanted = source.writtenText([...at, 'value']) || String(value);
    const proposed = rule.propose(cells, about);
    if (proposed !== wanted) {
      const code = proposed === null ? 'ruleset.example.noFix' : 'ruleset.example.otherFix';
      source.report({ code, params: { ...params, value: proposed ?? '' } }, source.valueAt([...at, 'value']));
      return;
    }
    const mended = new Map(cells);
    if (rule.marked !== null) mended.set(rule.marked, { kind: 'text', text: wanted, raw: wanted });
    const outcomes = [rule.judge(cells, about), rule.judge(mended, about)];
    if (outcomes[0] !== 'wrong')
      source.report({ code: 'ruleset.example.invalid', params }, source.valueAt([...at, 'row']));
    else if (outcomes[1] !== 'right') {
      source.report({ code: 'ruleset.example.fixStaysWrong', params }, source.valueAt([...at, 'value']));
    }
  });
}

/** What an example row says: its cells, the day, the national record. A name worked out of a column (`muc_phi`) stands for
 *  that column with the given value. */
function readExample(
  source: YamlSource,
  path: Path,
  example: Example,
  dataset: DatasetId,
  rule: OwnRule,
): Situation | null {
  const names = namesOf(dataset);
  const cells = new Map<FieldKey, Cell>();
  for (const [key, value] of Object.entries(example)) {
    if (key === TODAY || key === NATIONAL) continue;
    const name = names.get(key);
    if (name === undefined || (typeof value === 'object' && value !== null)) {
      source.report(
        name === undefined
          ? unknownField(key, [...names.keys()])
          : { code: 'ruleset.example.noRecord', params: { field: key } },
        source.keyAt([...path, key]),
      );
      return null;
    }
    if (isFieldKey(key) || !cells.has(name.field)) {
      cells.set(name.field, cellOf(value, name.type === 'double', source.writtenText([...path, key])));
    }
  }
  const today = readToday(source, path, example, rule);
  const facts = readRecord(source, path, example[NATIONAL]);
  if (today === null || facts === null) return null;
  return { cells, about: { today, national: (_code, name) => facts.get(name) ?? null } };
}

/** The day of an example; it must be said where the rule asks for it, because examples are tried on every day. */
function readToday(source: YamlSource, path: Path, example: Example, rule: OwnRule): number | null {
  const written = source.writtenText([...path, TODAY]);
  if (example[TODAY] === undefined) {
    if (!rule.wants.has('today')) return 0;
    source.report({ code: 'ruleset.example.noToday', params: { rule: rule.rule.id } }, source.valueAt(path));
    return null;
  }
  const date = parseDate(written);
  if (date.ok) return dayNumber(date.value.iso);
  source.report({ code: 'ruleset.badDate', params: { key: TODAY, value: written } }, source.valueAt([...path, TODAY]));
  return null;
}

/** Facts of an example's national record; none when it has no record. */
function readRecord(source: YamlSource, path: Path, record: Example[string] | undefined): Map<string, Value> | null {
  const facts = new Map<string, Value>();
  if (record === undefined || record === null) return facts;
  if (typeof record !== 'object') {
    source.report({ code: 'ruleset.expected.group', params: { key: NATIONAL } }, source.valueAt([...path, NATIONAL]));
    return null;
  }
  for (const [key, value] of Object.entries(record)) {
    const name = NATIONAL_NAMES.get(key);
    const at = [...path, NATIONAL, key];
    if (name === undefined) {
      source.report(unknownField(key, [...NATIONAL_NAMES.keys()]), source.keyAt(at));
      return null;
    }
    const written = source.writtenText(at);
    const date = parseDate(written);
    if (value === null) facts.set(key, null);
    else if (name.type === 'string') facts.set(key, written);
    else if (key.startsWith('ngay_')) facts.set(key, date.ok ? date.value.day : null);
    else facts.set(key, Number.isFinite(Number(written)) ? Number(written) : null);
  }
  return facts;
}

/** As it would stand in a sheet: a code written 1.001190 keeps its zero, a count is a number. */
function cellOf(value: Written, isNumber: boolean, written: string): Cell {
  if (value === null || value === '') return { kind: 'empty', text: '', raw: '' };
  if (typeof value === 'number' && isNumber) return { kind: 'number', text: String(value), raw: String(value) };
  return { kind: 'text', text: written, raw: written };
}
