import { Environment } from '@marcbachmann/cel-js';
import type { DatasetId } from '../domain/datasets.ts';
import { EXPRESSION_FUNCTIONS } from './expressionFunctions.ts';
import { namesOf } from './expressionNames.ts';
import { NATIONAL_NAMES } from './nationalNames.ts';

/** Bounds of an expression: more is a rule for a programmer, or an attack. */
export const LIMITS = { maxAstNodes: 400, maxDepth: 40, maxListElements: 200, maxMapEntries: 0, maxCallArguments: 4 };

/** Stands in for CEL's `has`, which takes fields of messages only; as long as that word, so that places stay the same. */
export const HAS_STAND_IN = 'co_';

/** Name of the day of the run, in days. */
export const TODAY = 'today';

/** Column whose code names the national record. */
export const CODE_FIELD = 'ma_tthc';

/** Stands in for `national.x` while types are checked; as long, so that places stay the same. */
export const nationalStandIn = (name: string): string => `national_${name}`;

const checkers = new Map<DatasetId, Environment>();

/** Parser and type checker for expressions over a kind of sheet. It never evaluates anything. */
export function checkerFor(dataset: DatasetId): Environment {
  let checker = checkers.get(dataset);
  if (checker === undefined) {
    checker = new Environment({ limits: LIMITS });
    checker.registerVariable(TODAY, 'double');
    if (namesOf(dataset).has(CODE_FIELD)) {
      for (const { name, type } of NATIONAL_NAMES.values()) checker.registerVariable(nationalStandIn(name), type);
    }
    const never = (): boolean => false;
    for (const { name, type } of namesOf(dataset).values()) checker.registerVariable(name, type);
    for (const { signature } of EXPRESSION_FUNCTIONS) checker.registerFunction(signature, never);
    checker.registerFunction('khop(string, string): bool', never);
    checker.registerFunction(`${HAS_STAND_IN}(dyn): bool`, never);
    // Numbers are numbers here: nobody should have to write 0.0 for 0.
    for (const sign of ['+', '-', '*', '/']) {
      checker.registerOperator(`double ${sign} int`, never);
      checker.registerOperator(`int ${sign} double`, never);
    }
    checker.registerOperator('double == int', never);
    checker.registerOperator('double in list<int>', never);
    checker.registerOperator('int in list<double>', never);
    checkers.set(dataset, checker);
  }
  return checker;
}
