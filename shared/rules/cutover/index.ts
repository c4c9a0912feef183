import type { Rule } from '../../engine/rule.ts';
import cut01 from './CUT-01.ts';
import cut02 from './CUT-02.ts';
import cut03 from './CUT-03.ts';
import cut04 from './CUT-04.ts';
import cut05 from './CUT-05.ts';
import cut06 from './CUT-06.ts';
import cut07 from './CUT-07.ts';
import cut08 from './CUT-08.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [cut01, cut02, cut03, cut04, cut05, cut06, cut07, cut08];
