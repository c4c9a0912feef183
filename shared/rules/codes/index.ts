import type { Rule } from '../../engine/rule.ts';
import FMT_01 from './FMT-01.ts';
import FMT_02 from './FMT-02.ts';
import FMT_03 from './FMT-03.ts';
import FMT_04 from './FMT-04.ts';
import FMT_05 from './FMT-05.ts';
import FMT_06 from './FMT-06.ts';
import FMT_07 from './FMT-07.ts';
import FMT_08 from './FMT-08.ts';
import FMT_09 from './FMT-09.ts';
import FMT_10 from './FMT-10.ts';
import FMT_11 from './FMT-11.ts';
import FMT_12 from './FMT-12.ts';
import FMT_13 from './FMT-13.ts';
import FMT_14 from './FMT-14.ts';
import FMT_15 from './FMT-15.ts';
import FMT_16 from './FMT-16.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [
  FMT_01,
  FMT_02,
  FMT_03,
  FMT_04,
  FMT_05,
  FMT_06,
  FMT_07,
  FMT_08,
  FMT_09,
  FMT_10,
  FMT_11,
  FMT_12,
  FMT_13,
  FMT_14,
  FMT_15,
  FMT_16,
];
