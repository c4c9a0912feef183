import { ParseError, type ASTNode, type TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { DatasetId } from '../domain/datasets.ts';
import { parseDate } from '../domain/calendarDate.ts';
import { checkerFor, CODE_FIELD, HAS_STAND_IN, LIMITS, TODAY } from './expressionChecker.ts';
import { literalOf, Survey, unknownName, type ExpressionFault } from './expressionSurvey.ts';
import { EXPRESSION_FUNCTIONS, TEXT_METHODS } from './expressionFunctions.ts';
import { namesOf, type ExpressionName } from './expressionNames.ts';
import { BINARY, choose, not, strict, type Value } from './kleene.ts';
import { compileRegex, hasNestedRepetition } from './linearRegex.ts';
import type { Formula } from './rowProgram.ts';

/** A checked expression. */
export interface ParsedExpression {
  readonly formula: Formula;
  /** `bool`, `double`, `int` or `string`. */
  readonly type: string;
  readonly warnings: readonly ExpressionFault[];
}

type Outcome =
  | { readonly ok: true; readonly value: ParsedExpression }
  | { readonly ok: false; readonly error: ExpressionFault };

/** Reads an expression (CEL) over the columns of a kind of sheet. Of CEL it takes literals, names, comparisons,
 *  arithmetic, `&& || !`, `?:`, `in [literals]`, the methods of texts and the functions of `expressionFunctions.ts`; no
 *  loops, no maps. Numbers are real numbers: `1 / 2` is 0.5. Unknown values follow Kleene logic; see `kleene.ts`. */
export function parseExpression(source: string, dataset: DatasetId): Outcome {
  const checker = checkerFor(dataset);
  try {
    const { ast } = checker.parse(source);
    const seen = new Survey(dataset, source);
    seen.visit(ast);
    if (seen.fault !== null) return { ok: false, error: seen.fault };
    const checked = checker.check(replaceAt(replaceAt(source, seen.hasCalls, HAS_STAND_IN), seen.nationalDots, '_'));
    if (!checked.valid) return { ok: false, error: typeFault(checked.error!, dataset) };
    const builder = new FormulaBuilder(namesOf(dataset));
    const formula = builder.build(ast);
    const [fault] = builder.faults;
    if (fault !== undefined) return { ok: false, error: fault };
    return { ok: true, value: { formula, type: checked.type!, warnings: builder.warnings } };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, error: syntaxFault(error, source) };
    throw error;
  }
}

function replaceAt(source: string, places: readonly number[], word: string): string {
  let text = source;
  for (const at of places) text = text.slice(0, at) + word + text.slice(at + word.length);
  return text;
}

/** Turns a checked syntax tree into a formula; what only shows in literals (a broken pattern) is told here. */
class FormulaBuilder {
  readonly faults: ExpressionFault[] = [];
  readonly warnings: ExpressionFault[] = [];
  readonly #names: ReadonlyMap<string, ExpressionName>;

  constructor(names: ReadonlyMap<string, ExpressionName>) {
    this.#names = names;
  }

  build(node: ASTNode): Formula {
    switch (node.op) {
      case 'value':
        return constant(typeof node.args === 'bigint' ? Number(node.args) : (node.args as Value));
      case '.':
        return nationalFact(node.args[1], (value) => value);
      case 'id': {
        if (node.args === TODAY) return { kind: 'today' };
        const { field, read } = this.#names.get(node.args)!;
        return { kind: 'column', field, read };
      }
      case 'call':
        return this.#call(node.args[0], node.args[1]);
      case 'rcall': {
        const [name, receiver, args] = node.args;
        if (name === 'matches') return this.#regex(receiver, args[0]!, 'occursIn');
        return apply(
          TEXT_METHODS[name]!,
          [receiver, ...args].map((arg) => this.build(arg)),
        );
      }
      case '!_':
        return apply(not, [this.build(node.args)]);
      case '-_':
        return apply(NEGATE, [this.build(node.args)]);
      case '?:':
        return apply(
          choose,
          node.args.map((arg) => this.build(arg)),
        );
      case 'in': {
        const [left, right] = node.args;
        const values = new Set((right.args as readonly ASTNode[]).map((item) => literalOf(item)));
        return apply(
          strict((value: Exclude<Value, null>) => values.has(value)),
          [this.build(left)],
        );
      }
      default:
        return apply(
          BINARY[node.op]!,
          (node.args as readonly ASTNode[]).map((arg) => this.build(arg)),
        );
    }
  }

  #call(name: string, args: readonly ASTNode[]): Formula {
    if (name === 'has') {
      const [arg] = args;
      if (arg?.op === '.') return nationalFact(arg.args[1], (value) => value !== null);
      const { field, known } = this.#names.get((args[0] as ASTNode & { op: 'id' }).args)!;
      return { kind: 'column', field, read: known };
    }
    if (name === 'khop') return this.#regex(args[0]!, args[1]!, 'fits');
    if (name === 'size') return apply(TEXT_METHODS['size']!, [this.build(args[0]!)]);
    if (name === 'ngay') this.#checkDate(args[0]!);
    const found = EXPRESSION_FUNCTIONS.find(
      (one) => one.name === name && parameterCount(one.signature) === args.length,
    )!;
    return apply(
      found.work,
      args.map((arg) => this.build(arg)),
    );
  }

  #checkDate(arg: ASTNode): void {
    const text = literalOf(arg);
    if (typeof text === 'string' && !parseDate(text).ok) {
      this.faults.push({ fault: { code: 'ruleset.expr.date', params: { text } }, offset: arg.start });
    }
  }

  #regex(text: ASTNode, pattern: ASTNode, how: 'fits' | 'occursIn'): Formula {
    const written = literalOf(pattern);
    if (typeof written !== 'string') {
      this.faults.push({ fault: { code: 'ruleset.expr.regexLiteral', params: {} }, offset: pattern.start });
      return constant(null);
    }
    const regex = compileRegex(written);
    if (!regex.ok) {
      const fault = { code: 'ruleset.expr.regex', params: { pattern: written.slice(0, 60), detail: regex.detail } };
      this.faults.push({ fault, offset: pattern.start });
      return constant(null);
    }
    if (hasNestedRepetition(written)) {
      const fault = { code: 'ruleset.expr.nestedRepetition', params: { pattern: written.slice(0, 60) } };
      this.warnings.push({ fault, offset: pattern.start });
    }
    return apply(
      strict((value: string) => regex.value[how](value)),
      [this.build(text)],
    );
  }
}

/** A fact of the national record that the row's code names. */
const nationalFact = (name: string, of: (fact: Value) => Value): Formula => ({
  kind: 'column',
  field: CODE_FIELD,
  read: (_cell, text, about) => of(about.national(text, name)),
  national: true,
});

const NEGATE = strict((value: number) => -value);

const constant = (value: Value): Formula => ({ kind: 'constant', value });

const apply = (work: (...args: Value[]) => Value, args: readonly Formula[]): Formula => ({ kind: 'apply', work, args });

const parameterCount = (signature: string): number => signature.split(',').length;

function syntaxFault(error: ParseError, source: string): ExpressionFault {
  const offset = error.range?.start ?? 0;
  if (error.code === 'limit_exceeded') {
    return { fault: { code: 'ruleset.expr.tooBig', params: { limit: LIMITS.maxAstNodes } }, offset };
  }
  const rest = source.slice(offset, offset + 20).trim();
  return rest === ''
    ? { fault: { code: 'ruleset.expr.unfinished', params: {} }, offset }
    : { fault: { code: 'ruleset.expr.syntax', params: { part: rest } }, offset };
}

function typeFault(error: ParseError | CelTypeError, dataset: DatasetId): ExpressionFault {
  const offset = error.range?.start ?? 0;
  const [, name] = /^Unknown variable: (.*)$/.exec(error.summary) ?? [];
  if (name !== undefined) return { fault: unknownName(name, namesOf(dataset)), offset };
  const code = TYPE_FAULTS[error.code] ?? 'ruleset.expr.types';
  const detail = error.summary.replace(/^(?:no such overload: |found no matching overload for )/, '').replace(/'/g, '');
  return { fault: { code, params: { detail } }, offset };
}

const TYPE_FAULTS: Readonly<Record<string, string>> = {
  invalid_logical_operand: 'ruleset.expr.needsCondition',
  invalid_condition_type: 'ruleset.expr.needsCondition',
  incompatible_ternary_branches: 'ruleset.expr.branches',
  no_matching_overload: 'ruleset.expr.arguments',
};
