import { isFieldKey, type FieldKey } from '../domain/fields.ts';
import type { DatasetId } from '../domain/datasets.ts';
import type { Cell } from '../table/cell.ts';
import { namesOf } from './expressionNames.ts';
import type { OwnRule } from './ownRule.ts';
import { unknownField } from './schemaFaults.ts';
import type { Path, YamlSource } from './yamlSource.ts';

type Example = Readonly<Record<string, string | number | null>>;

/** Examples that show what a rule accepts and what it refuses. */
export interface Examples {
  readonly valid: readonly Example[];
  readonly invalid: readonly Example[];
}

/** Tries a rule on its examples and reports each one that comes out otherwise than its author says. */
export function tryExamples(
  source: YamlSource,
  path: Path,
  examples: Examples,
  dataset: DatasetId,
  rule: OwnRule,
): void {
  for (const kind of ['valid', 'invalid'] as const) {
    examples[kind].forEach((example, index) => {
      const at = [...path, kind, index];
      const cells = cellsOf(source, at, example, dataset);
      if (cells === null) return;
      const outcome = rule.judge(cells);
      if (outcome === 'unknown') {
        source.report({ code: 'ruleset.exampleUnknown', params: { rule: rule.rule.id } }, source.valueAt(at));
      } else if ((outcome === 'right') !== (kind === 'valid')) {
        source.report({ code: `ruleset.example.${kind}`, params: { rule: rule.rule.id } }, source.valueAt(at));
      }
    });
  }
}

/** The cells of an example row. A name worked out of a column (`muc_phi`) stands for that column with the given value. */
function cellsOf(
  source: YamlSource,
  path: Path,
  example: Example,
  dataset: DatasetId,
): ReadonlyMap<FieldKey, Cell> | null {
  const names = namesOf(dataset);
  const cells = new Map<FieldKey, Cell>();
  for (const [key, value] of Object.entries(example)) {
    const name = names.get(key);
    if (name === undefined) {
      source.report(unknownField(key, [...names.keys()]), source.keyAt([...path, key]));
      return null;
    }
    if (isFieldKey(key) || !cells.has(name.field)) {
      cells.set(name.field, cellOf(value, name.type === 'double', source.writtenText([...path, key])));
    }
  }
  return cells;
}

/** As it would stand in a sheet: a code written 1.001190 keeps its zero, a count is a number. */
function cellOf(value: string | number | null, isNumber: boolean, written: string): Cell {
  if (value === null || value === '') return { kind: 'empty', text: '', raw: '' };
  if (typeof value === 'number' && isNumber) return { kind: 'number', text: String(value), raw: String(value) };
  return { kind: 'text', text: written, raw: written };
}
