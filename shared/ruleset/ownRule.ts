import { FIELDS, type FieldKey } from '../domain/fields.ts';
import type { DatasetId } from '../domain/datasets.ts';
import type { LegalBasis, Severity } from '../engine/finding.ts';
import type { Rule, TableRule, TableView, Verdict } from '../engine/rule.ts';
import { cleanLines } from '../domain/vietnameseText.ts';
import { EMPTY_CELL, type Cell } from '../table/cell.ts';
import type { Value } from './kleene.ts';
import { compileFormula, fieldsOf, type Formula, type RowProgram } from './rowProgram.ts';

/** What a conclusion of an own rule says of a row. */
export interface Conclusion {
  readonly message: 'violated';
  readonly severity?: Severity;
  /** Text for this conclusion in place of the rule's own. */
  readonly text?: string;
}

/** An agency's own rule: what people wrote about it, and its formula. */
export interface OwnRuleParts {
  readonly id: string;
  readonly dataset: DatasetId;
  readonly title: string;
  readonly message?: string | undefined;
  readonly why?: string | undefined;
  readonly howToFix?: string | undefined;
  readonly field?: FieldKey | undefined;
  readonly severity: Severity;
  readonly legal: readonly LegalBasis[];
  readonly formula: Formula;
  /** What the formula's result means: null for a row in order. Results that are unknown never get here. */
  readonly conclude: (result: Exclude<Value, null>) => Conclusion | null;
}

/** An own rule as the engine runs it, and as examples are tried on it. */
export interface OwnRule {
  readonly rule: Rule;
  /** How a single row fares. `cells` holds what is not blank. */
  readonly judge: (cells: ReadonlyMap<FieldKey, Cell>) => 'right' | 'wrong' | 'unknown';
}

/** Makes a rule out of its parts. Unknown results are reported as notes and counted, never passed over in silence. */
export function ownRule(parts: OwnRuleParts): OwnRule {
  const fields = fieldsOf(parts.formula);
  const program = compileFormula(parts.formula);
  const message = parts.message ?? `${parts.title.replace(/\.$/, '')}: dòng này không đạt.`;
  const shown = fieldsIn(message);
  const reads = [...new Set([...fields, ...shown, ...(parts.field === undefined ? [] : [parts.field])])];
  const marked = parts.field ?? (fields.length === 1 ? fields[0]! : null);
  const rule: TableRule = {
    id: parts.id,
    title: parts.title,
    severity: parts.severity,
    scope: 'row',
    why: parts.why ?? parts.title,
    howToFix: parts.howToFix ?? 'Sửa nội dung của dòng cho đúng với quy tắc này.',
    legal: parts.legal,
    asks: [],
    datasets: [parts.dataset],
    reads: fields,
    mayRead: reads.filter((field) => !fields.includes(field)),
    messages: {
      violated: message,
      told: '{text}',
      unevaluated: 'Không đánh giá được "{title}": {fields} trống hoặc không đọc được.',
    },
    en: {
      title: parts.title,
      why: parts.why ?? parts.title,
      howToFix: parts.howToFix ?? 'Correct the row so that it agrees with this rule.',
      messages: {
        violated: message,
        told: '{text}',
        unevaluated: 'Cannot be told ("{title}"): {fieldsEn} blank or unreadable.',
      },
    },
    check: (view) => judgeRows(view, parts, program, marked, shown),
  };
  return { rule, judge: (cells) => judgeExample(program, parts, cells) };
}

function judgeRows(
  view: TableView,
  parts: OwnRuleParts,
  { parts: columns, combine }: RowProgram,
  marked: FieldKey | null,
  shown: readonly FieldKey[],
): void {
  const readers = columns.map(({ field, evaluate }) => view.derive(field, evaluate));
  const slots: Value[] = Array.from({ length: readers.length }, () => null);
  const verdicts = new VerdictStore();
  for (let row = 0; row < view.rows; row += 1) {
    for (let slot = 0; slot < readers.length; slot += 1) slots[slot] = readers[slot]!(row);
    const result = combine(slots);
    if (result === null) {
      const blind = [...new Set(columns.filter((_, slot) => slots[slot] === null).map(({ field }) => field))];
      view.report(row, blind.length === 1 ? blind[0]! : marked, verdicts.unevaluated(parts.title, blind));
      continue;
    }
    const conclusion = parts.conclude(result);
    if (conclusion === null) continue;
    const texts = shown.map((field) => view.text(field, row));
    view.report(row, marked, verdicts.violated(conclusion, shown, texts));
  }
}

/** One verdict object per distinct content. */
class VerdictStore {
  readonly #verdicts = new Map<string, Verdict>();

  unevaluated(title: string, fields: readonly FieldKey[]): Verdict {
    return this.#once(`?${fields.join()}`, () => ({
      message: 'unevaluated',
      severity: 'info',
      unevaluated: true,
      args: {
        title,
        fields: fields.map((field) => FIELDS[field].vi).join(', '),
        fieldsEn: fields.map((field) => FIELDS[field].en).join(', '),
      },
    }));
  }

  violated(conclusion: Conclusion, shown: readonly FieldKey[], texts: readonly string[]): Verdict {
    const key = JSON.stringify([conclusion.text, conclusion.severity, texts]);
    return this.#once(key, () => ({
      message: conclusion.text === undefined ? 'violated' : 'told',
      ...(conclusion.severity === undefined ? {} : { severity: conclusion.severity }),
      args: {
        ...Object.fromEntries(shown.map((field, index) => [field, texts[index]!])),
        ...(conclusion.text === undefined ? {} : { text: conclusion.text }),
      },
    }));
  }

  #once(key: string, make: () => Verdict): Verdict {
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      // Messages that show a different text in every row would fill memory for nothing.
      if (this.#verdicts.size >= 10_000) this.#verdicts.clear();
      this.#verdicts.set(key, (verdict = make()));
    }
    return verdict;
  }
}

function judgeExample(
  { parts: columns, combine }: RowProgram,
  parts: OwnRuleParts,
  cells: ReadonlyMap<FieldKey, Cell>,
): 'right' | 'wrong' | 'unknown' {
  const result = combine(
    columns.map(({ field, evaluate }) => {
      const cell = cells.get(field) ?? EMPTY_CELL;
      return evaluate(cell, cleanLines(cell.text));
    }),
  );
  if (result === null) return 'unknown';
  return parts.conclude(result) === null ? 'right' : 'wrong';
}

/** Names in braces that a message shows. */
export const placeholdersIn = (message: string): readonly string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

const fieldsIn = (message: string): readonly FieldKey[] => [
  ...new Set(placeholdersIn(message).filter((name): name is FieldKey => Object.hasOwn(FIELDS, name))),
];
