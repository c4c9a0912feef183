import type { Rule } from '../../engine/rule.ts';
import row01 from './ROW-01.ts';
import row02 from './ROW-02.ts';
import row03 from './ROW-03.ts';
import row04 from './ROW-04.ts';
import row05 from './ROW-05.ts';
import row06 from './ROW-06.ts';
import row07 from './ROW-07.ts';
import row08 from './ROW-08.ts';
import row09 from './ROW-09.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [row01, row02, row03, row04, row05, row06, row07, row08, row09];
