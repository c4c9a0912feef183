import { FIELDS, type FieldKey } from '../domain/fields.ts';
import type { DatasetId } from '../domain/datasets.ts';
import { dayNumber } from '../domain/calendarDate.ts';
import type { Fix, LegalBasis, Severity } from '../engine/finding.ts';
import type { Rule, RuleContext, TableRule, TableView, Verdict } from '../engine/rule.ts';
import { cleanLines } from '../domain/vietnameseText.ts';
import { EMPTY_CELL, type Cell } from '../table/cell.ts';
import type { Value } from './kleene.ts';
import { proposedText, type OwnFix } from './fixProgram.ts';
import { nationalFacts } from './nationalNames.ts';
import {
  compileFormula,
  fieldsOf,
  wantsOf,
  type ColumnPart,
  type Formula,
  type RowProgram,
  type Surroundings,
  type Want,
} from './rowProgram.ts';

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
  readonly fix?: OwnFix | undefined;
  /** What the formula's result means: null for a row in order. Results that are unknown never get here. */
  readonly conclude: (result: Exclude<Value, null>) => Conclusion | null;
}

/** An own rule as the engine runs it, and as examples are tried on it. */
export interface OwnRule {
  readonly rule: Rule;
  /** Cell that findings mark; null for the whole row. */
  readonly marked: FieldKey | null;
  /** What it looks at beside the row. */
  readonly wants: ReadonlySet<Want>;
  /** How a single row fares. `cells` holds what is not blank. */
  readonly judge: (cells: ReadonlyMap<FieldKey, Cell>, about: Surroundings) => 'right' | 'wrong' | 'unknown';
  /** What is proposed for the marked cell of a row; null for nothing. */
  readonly propose: (cells: ReadonlyMap<FieldKey, Cell>, about: Surroundings) => string | null;
}

/** Makes a rule out of its parts. Unknown results are reported as notes and counted, never passed over in silence. */
export function ownRule(parts: OwnRuleParts): OwnRule {
  const fields = fieldsOf(parts.formula);
  const program = compileFormula(parts.formula);
  const fix = parts.fix === undefined ? null : compileFormula(parts.fix.formula);
  const wants = new Set([...wantsOf(parts.formula), ...(parts.fix === undefined ? [] : wantsOf(parts.fix.formula))]);
  const message = parts.message ?? `${parts.title.replace(/\.$/, '')}: dòng này không đạt.`;
  const shown = fieldsIn(message);
  const reads = [
    ...new Set([
      ...fields,
      ...shown,
      ...(parts.field === undefined ? [] : [parts.field]),
      ...(parts.fix === undefined ? [] : fieldsOf(parts.fix.formula)),
    ]),
  ];
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
    ...(wants.has('national') ? { refs: ['procedures'] } : {}),
    messages: {
      violated: message,
      told: '{text}',
      ...(parts.fix === undefined ? {} : { proposed: parts.fix.why ?? 'Giá trị tính theo quy tắc.' }),
      unevaluated: 'Không đánh giá được "{title}": {fields} trống hoặc không đọc được.',
    },
    en: {
      title: parts.title,
      why: parts.why ?? parts.title,
      howToFix: parts.howToFix ?? 'Correct the row so that it agrees with this rule.',
      messages: {
        violated: message,
        told: '{text}',
        ...(parts.fix === undefined ? {} : { proposed: parts.fix.why ?? 'Worked out by the rule.' }),
        unevaluated: 'Cannot be told ("{title}"): {fieldsEn} blank or unreadable.',
      },
    },
    check: (view, context) => judgeRows(view, context, { parts, program, fix, marked, shown }),
  };
  return {
    rule,
    marked,
    wants,
    judge: (cells, about) => {
      const result = valueOf(program, cells, about);
      return result === null ? 'unknown' : parts.conclude(result) === null ? 'right' : 'wrong';
    },
    propose: (cells, about) =>
      fix === null || marked === null ? null : proposedText(valueOf(fix, cells, about), marked),
  };
}

/** An own rule ready to run. */
interface Prepared {
  readonly parts: OwnRuleParts;
  readonly program: RowProgram;
  readonly fix: RowProgram | null;
  readonly marked: FieldKey | null;
  /** Columns that the message shows. */
  readonly shown: readonly FieldKey[];
}

function judgeRows(view: TableView, context: RuleContext, { parts, program, fix, marked, shown }: Prepared): void {
  const about = surroundingsOf(context);
  const evaluate = rowValues(view, context, program, about);
  const propose = fix === null || marked === null ? null : rowValues(view, context, fix, about);
  const verdicts = new VerdictStore();
  for (let row = 0; row < view.rows; row += 1) {
    const { result, slots } = evaluate(row);
    if (result === null) {
      const blind = program.parts.filter((_, slot) => slots[slot] === null);
      const fields = [...new Set(blind.map(({ field }) => field))];
      const place = fields.length === 1 ? fields[0]! : marked;
      view.report(row, place, verdicts.unevaluated(parts.title, blind));
      continue;
    }
    const conclusion = parts.conclude(result);
    if (conclusion === null) continue;
    const texts = shown.map((field) => view.text(field, row));
    const value = propose === null || marked === null ? null : proposedText(propose(row).result, marked);
    const fixed = value === null || value === view.text(marked!, row) ? null : value;
    view.report(row, marked, verdicts.violated(conclusion, shown, texts, fixed, parts.fix?.confidence ?? 'possible'));
  }
}

/** The day and the catalogue of a run. */
const surroundingsOf = ({ today, ref }: RuleContext): Surroundings => ({
  today: dayNumber(today),
  national: nationalFacts(ref.procedures),
});

/** Value of a program at each row, with the values of its parts; these are overwritten by the next row. */
function rowValues(
  view: TableView,
  { memo }: RuleContext,
  { parts, combine }: RowProgram,
  about: Surroundings,
): (row: number) => { readonly result: Value; readonly slots: readonly Value[] } {
  const readers = parts.map((part) => {
    // One function for all tables of a run, so that values are worked out once.
    const read = memo(
      part,
      () =>
        (cell: Cell, text: string): Value =>
          part.evaluate(cell, text, about),
    );
    return view.derive(part.field, read);
  });
  const slots: Value[] = Array.from({ length: readers.length }, () => null);
  return (row) => {
    for (let slot = 0; slot < readers.length; slot += 1) slots[slot] = readers[slot]!(row);
    return { result: combine(slots, about), slots };
  };
}

/** One verdict object per distinct content. */
class VerdictStore {
  readonly #verdicts = new Map<string, Verdict>();

  unevaluated(title: string, blind: readonly ColumnPart[]): Verdict {
    const columns = blind.map(({ field, wants }) => ({ ...FIELDS[field], isNational: wants.has('national') }));
    const key = columns.map(({ vi, isNational }) => `${vi}${isNational ? '!' : ''}`).join();
    return this.#once(`?${key}`, () => ({
      message: 'unevaluated',
      severity: 'info',
      unevaluated: true,
      args: {
        title,
        fields: distinct(columns.map(({ vi, isNational }) => (isNational ? `${vi} (danh mục quốc gia)` : vi))),
        fieldsEn: distinct(columns.map(({ en, isNational }) => (isNational ? `${en} (national catalogue)` : en))),
      },
    }));
  }

  violated(
    conclusion: Conclusion,
    shown: readonly FieldKey[],
    texts: readonly string[],
    fixed: string | null,
    confidence: Fix['confidence'],
  ): Verdict {
    const key = JSON.stringify([conclusion.text, conclusion.severity, texts, fixed]);
    return this.#once(key, () => ({
      message: conclusion.text === undefined ? 'violated' : 'told',
      ...(conclusion.severity === undefined ? {} : { severity: conclusion.severity }),
      args: {
        ...Object.fromEntries(shown.map((field, index) => [field, texts[index]!])),
        ...(conclusion.text === undefined ? {} : { text: conclusion.text }),
      },
      ...(fixed === null ? {} : { fix: { value: fixed, confidence, why: 'proposed' } }),
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

const distinct = (names: readonly string[]): string => [...new Set(names)].join(', ');

/** Value of a program for the cells of an example. */
const valueOf = ({ parts, combine }: RowProgram, cells: ReadonlyMap<FieldKey, Cell>, about: Surroundings): Value =>
  combine(
    parts.map(({ field, evaluate }) => {
      const cell = cells.get(field) ?? EMPTY_CELL;
      return evaluate(cell, cleanLines(cell.text), about);
    }),
    about,
  );

/** Names in braces that a message shows. */
export const placeholdersIn = (message: string): readonly string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

const fieldsIn = (message: string): readonly FieldKey[] => [
  ...new Set(placeholdersIn(message).filter((name): name is FieldKey => Object.hasOwn(FIELDS, name))),
];
