import type { Rule } from '../../engine/rule.ts';
import due01 from './DUE-01.ts';
import due02 from './DUE-02.ts';
import due03 from './DUE-03.ts';
import due04 from './DUE-04.ts';
import due05 from './DUE-05.ts';
import due06 from './DUE-06.ts';
import due07 from './DUE-07.ts';
import due08 from './DUE-08.ts';
import due09 from './DUE-09.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [due01, due02, due03, due04, due05, due06, due07, due08, due09];
