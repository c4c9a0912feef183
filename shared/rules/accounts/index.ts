import type { Rule } from '../../engine/rule.ts';
import ACC_01 from './ACC-01.ts';
import ACC_02 from './ACC-02.ts';
import ACC_03 from './ACC-03.ts';
import ACC_04 from './ACC-04.ts';
import ACC_05 from './ACC-05.ts';
import ACC_06 from './ACC-06.ts';
import ACC_07 from './ACC-07.ts';
import ACC_08 from './ACC-08.ts';
import ACC_09 from './ACC-09.ts';
import ACC_10 from './ACC-10.ts';
import ACC_11 from './ACC-11.ts';
import ACC_12 from './ACC-12.ts';
import ACC_13 from './ACC-13.ts';
import ACC_14 from './ACC-14.ts';
import ACC_15 from './ACC-15.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [
  ACC_01,
  ACC_02,
  ACC_03,
  ACC_04,
  ACC_05,
  ACC_06,
  ACC_07,
  ACC_08,
  ACC_09,
  ACC_10,
  ACC_11,
  ACC_12,
  ACC_13,
  ACC_14,
  ACC_15,
];
