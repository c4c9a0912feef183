import type { Rule } from '../../engine/rule.ts';
import unq01 from './UNQ-01.ts';
import unq02 from './UNQ-02.ts';
import unq03 from './UNQ-03.ts';
import unq04 from './UNQ-04.ts';
import unq05 from './UNQ-05.ts';
import unq06 from './UNQ-06.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [unq01, unq02, unq03, unq04, unq05, unq06];
