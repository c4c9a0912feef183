import type { Rule } from '../../engine/rule.ts';
import ref01 from './REF-01.ts';
import ref02 from './REF-02.ts';
import ref03 from './REF-03.ts';
import ref04 from './REF-04.ts';
import ref05 from './REF-05.ts';
import ref06 from './REF-06.ts';
import ref07 from './REF-07.ts';
import ref08 from './REF-08.ts';
import ref09 from './REF-09.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [ref01, ref02, ref03, ref04, ref05, ref06, ref07, ref08, ref09];
