import type { Rule } from '../../engine/rule.ts';
import wfl01 from './WFL-01.ts';
import wfl02 from './WFL-02.ts';
import wfl03 from './WFL-03.ts';
import wfl04 from './WFL-04.ts';
import wfl05 from './WFL-05.ts';
import wfl06 from './WFL-06.ts';
import wfl07 from './WFL-07.ts';
import wfl08 from './WFL-08.ts';
import wfl09 from './WFL-09.ts';
import wfl10 from './WFL-10.ts';

/** Rules of this group: those of the rule book in its order, then our own (WFL-10). */
export const RULES_OF_GROUP: readonly Rule[] = [wfl01, wfl02, wfl03, wfl04, wfl05, wfl06, wfl07, wfl08, wfl09, wfl10];
