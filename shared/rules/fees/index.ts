import type { Rule } from '../../engine/rule.ts';
import fee01 from './FEE-01.ts';
import fee02 from './FEE-02.ts';
import fee03 from './FEE-03.ts';
import fee04 from './FEE-04.ts';
import fee05 from './FEE-05.ts';
import fee06 from './FEE-06.ts';
import fee07 from './FEE-07.ts';
import fee08 from './FEE-08.ts';
import fee09 from './FEE-09.ts';
import fee10 from './FEE-10.ts';
import fee11 from './FEE-11.ts';
import fee12 from './FEE-12.ts';
import fee13 from './FEE-13.ts';
import fee14 from './FEE-14.ts';
import fee15 from './FEE-15.ts';
import fee16 from './FEE-16.ts';
import fee17 from './FEE-17.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [
  fee01,
  fee02,
  fee03,
  fee04,
  fee05,
  fee06,
  fee07,
  fee08,
  fee09,
  fee10,
  fee11,
  fee12,
  fee13,
  fee14,
  fee15,
  fee16,
  fee17,
];
