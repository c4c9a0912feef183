import type { ASTNode } from '@marcbachmann/cel-js';
import type { DatasetId } from '../domain/datasets.ts';
import type { Fault } from '../result.ts';
import { CODE_FIELD, nationalStandIn } from './expressionChecker.ts';
import { EXPRESSION_FUNCTIONS, TEXT_METHODS } from './expressionFunctions.ts';
import { namesOf, type ExpressionName } from './expressionNames.ts';
import type { Value } from './kleene.ts';
import { NATIONAL_NAMES } from './nationalNames.ts';
import { nearestName } from './spelling.ts';

/** What is wrong with an expression, and at which character (UTF-16, from 0). */
export interface ExpressionFault {
  readonly fault: Fault;
  readonly offset: number;
}

const SIGNS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '&&', '||']);
const FUNCTION_NAMES: ReadonlySet<string> = new Set([
  ...EXPRESSION_FUNCTIONS.map(({ name }) => name),
  'khop',
  'has',
  'size',
]);
const NATIONAL = 'national';
const KNOWN_NATIONAL = [...NATIONAL_NAMES.keys()].join(', ');
const METHOD_NAMES: ReadonlySet<string> = new Set([...Object.keys(TEXT_METHODS), 'matches']);

/** Looks for what is CEL but not for rule sets, before types are checked, so that people read a plain reason. */
export class Survey {
  fault: ExpressionFault | null = null;
  /** Where the word `has` stands. */
  readonly hasCalls: number[] = [];
  /** Where the dot of `national.x` stands. */
  readonly nationalDots: number[] = [];
  readonly #source: string;
  readonly #names: ReadonlyMap<string, ExpressionName>;

  constructor(dataset: DatasetId, source: string) {
    this.#names = namesOf(dataset);
    this.#source = source;
  }

  visit(node: ASTNode): void {
    switch (node.op) {
      case 'value':
        if (node.args === null) return this.#refuse('ruleset.expr.null', {}, node.start);
        if (typeof node.args === 'object') return this.#unsupported(node);
        return;
      case 'id':
        return this.#visitName(node.args, node.start);
      case '.':
        return this.#visitNational(node);
      case 'call':
        return this.#visitCall(node.args[0], node.args[1], node.start);
      case 'rcall':
        if (!METHOD_NAMES.has(node.args[0])) return this.#unknownFunction(node.args[0], METHOD_NAMES, node.start);
        this.visit(node.args[1]);
        return node.args[2].forEach((arg) => this.visit(arg));
      case '!_':
      case '-_':
        return this.visit(node.args);
      case '?:':
        return node.args.forEach((arg) => this.visit(arg));
      case 'in':
        return this.#visitIn(node.args);
      default:
        if (!SIGNS.has(node.op)) return this.#unsupported(node);
        return (node.args as readonly ASTNode[]).forEach((arg) => this.visit(arg));
    }
  }

  #visitCall(name: string, args: readonly ASTNode[], start: number): void {
    if (!FUNCTION_NAMES.has(name)) return this.#unknownFunction(name, FUNCTION_NAMES, start);
    if (name !== 'has') return args.forEach((arg) => this.visit(arg));
    const [arg] = args;
    if (args.length === 1 && arg?.op === '.') {
      this.hasCalls.push(start);
      return this.#visitNational(arg);
    }
    if (args.length !== 1 || arg?.op !== 'id') return this.#refuse('ruleset.expr.hasField', {}, start);
    if (!this.#names.has(arg.args)) return this.#refuseFault(unknownName(arg.args, this.#names), arg.start);
    this.hasCalls.push(start);
  }

  /** `national` alone, or its stand-in written out. */
  #visitName(name: string, start: number): void {
    if (name === NATIONAL) this.#refuse('ruleset.expr.nationalAlone', { known: KNOWN_NATIONAL }, start);
    else if (name.startsWith(nationalStandIn(''))) this.#refuseFault(unknownName(name, this.#names), start);
  }

  #visitNational(node: Extract<ASTNode, { readonly op: '.' }>): void {
    const [target, name] = node.args;
    if (target.op !== 'id' || target.args !== NATIONAL) return this.#unsupported(node);
    if (!this.#names.has(CODE_FIELD)) return this.#refuse('ruleset.expr.nationalNoCode', {}, target.start);
    const dot = target.start + NATIONAL.length;
    if (this.#source.slice(target.start, dot + 1 + name.length) !== `${NATIONAL}.${name}`) {
      return this.#unsupported(node);
    }
    if (!NATIONAL_NAMES.has(name)) {
      const guess = nearestName(name, NATIONAL_NAMES.keys());
      if (guess === undefined) this.#refuse('ruleset.expr.nationalName', { name, known: KNOWN_NATIONAL }, dot + 1);
      else this.#refuse('ruleset.expr.nationalGuess', { name, guess }, dot + 1);
      return;
    }
    this.nationalDots.push(dot);
  }

  #visitIn([left, right]: readonly [ASTNode, ASTNode]): void {
    this.visit(left);
    if (right.op !== 'list') return this.#refuse('ruleset.expr.inList', {}, right.start);
    const odd = right.args.find((item) => literalOf(item) === undefined);
    if (odd !== undefined) this.#refuse('ruleset.expr.inList', {}, odd.start);
  }

  #unsupported(node: ASTNode): void {
    this.#refuse('ruleset.expr.unsupported', { part: node.input.slice(node.start, node.end).slice(0, 40) }, node.start);
  }

  #unknownFunction(name: string, known: ReadonlySet<string>, offset: number): void {
    const guess = nearestName(name, known);
    if (guess === undefined) this.#refuse('ruleset.expr.function', { name, known: [...known].join(', ') }, offset);
    else this.#refuse('ruleset.expr.functionGuess', { name, guess }, offset);
  }

  #refuse(code: string, params: Fault['params'], offset: number): void {
    this.#refuseFault({ code, params }, offset);
  }

  #refuseFault(fault: Fault, offset: number): void {
    this.fault ??= { fault, offset };
  }
}

/** The value of a literal, `-5` included; undefined for anything else. */
export function literalOf(node: ASTNode): Exclude<Value, null> | undefined {
  if (node.op === '-_') {
    const value = literalOf(node.args);
    return typeof value === 'number' ? -value : undefined;
  }
  if (node.op !== 'value' || node.args === null || typeof node.args === 'object') return undefined;
  return typeof node.args === 'bigint' ? Number(node.args) : node.args;
}

/** What to say of a name that the sheet kind does not have. */
export function unknownName(name: string, names: ReadonlyMap<string, unknown>): Fault {
  const guess = nearestName(name, names.keys());
  return guess === undefined
    ? { code: 'ruleset.expr.name', params: { name } }
    : { code: 'ruleset.expr.nameGuess', params: { name, guess } };
}
