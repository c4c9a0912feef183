import type { Rule } from '../../engine/rule.ts';
import rpt01 from './RPT-01.ts';
import rpt02 from './RPT-02.ts';
import rpt03 from './RPT-03.ts';
import rpt04 from './RPT-04.ts';
import rpt05 from './RPT-05.ts';
import rpt06 from './RPT-06.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [rpt01, rpt02, rpt03, rpt04, rpt05, rpt06];
