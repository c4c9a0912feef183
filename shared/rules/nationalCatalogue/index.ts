import type { Rule } from '../../engine/rule.ts';
import nat01 from './NAT-01.ts';
import nat02 from './NAT-02.ts';
import nat03 from './NAT-03.ts';
import nat04 from './NAT-04.ts';
import nat05 from './NAT-05.ts';
import nat06 from './NAT-06.ts';
import nat07 from './NAT-07.ts';
import nat08 from './NAT-08.ts';
import nat09 from './NAT-09.ts';
import nat10 from './NAT-10.ts';
import nat11 from './NAT-11.ts';
import nat12 from './NAT-12.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [
  nat01,
  nat02,
  nat03,
  nat04,
  nat05,
  nat06,
  nat07,
  nat08,
  nat09,
  nat10,
  nat11,
  nat12,
];
