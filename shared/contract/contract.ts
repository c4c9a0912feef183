import { bundleMethods } from './bundles.ts';
import { decisionMethods } from './decisions.ts';
import { hostMethods } from './host.ts';
import { intakeMethods } from './intake.ts';
import { knowledgeMethods } from './knowledge.ts';
import { readinessMethods } from './readiness.ts';
import { reportMethods } from './reports.ts';
import { resultMethods } from './results.ts';
import { returnedMethods } from './returned.ts';
import { roundMethods } from './rounds.ts';
import type { z } from './schema.ts';

/** The one contract between every user interface and the services: each call with what goes in and what comes out. */
export const CONTRACT = {
  ...hostMethods,
  ...roundMethods,
  ...intakeMethods,
  ...resultMethods,
  ...readinessMethods,
  ...decisionMethods,
  ...knowledgeMethods,
  ...reportMethods,
  ...bundleMethods,
  ...returnedMethods,
};

export type MethodName = keyof typeof CONTRACT;
export type InputOf<Name extends MethodName> = z.input<(typeof CONTRACT)[Name]['input']>;
export type OutputOf<Name extends MethodName> = z.output<(typeof CONTRACT)[Name]['output']>;

/** Whether a text is the name of a call; `constructor` and the like are not. */
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(CONTRACT, name);
