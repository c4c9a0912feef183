import type { Rule } from '../../engine/rule.ts';
import ADM_01 from './ADM-01.ts';
import ADM_02 from './ADM-02.ts';
import ADM_03 from './ADM-03.ts';
import ADM_04 from './ADM-04.ts';
import ADM_05 from './ADM-05.ts';
import ADM_06 from './ADM-06.ts';
import ADM_07 from './ADM-07.ts';
import ADM_08 from './ADM-08.ts';
import ADM_09 from './ADM-09.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [ADM_01, ADM_02, ADM_03, ADM_04, ADM_05, ADM_06, ADM_07, ADM_08, ADM_09];
