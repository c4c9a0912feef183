import type { Rule } from '../../engine/rule.ts';
import TXT_01 from './TXT-01.ts';
import TXT_02 from './TXT-02.ts';
import TXT_03 from './TXT-03.ts';
import TXT_04 from './TXT-04.ts';
import TXT_05 from './TXT-05.ts';
import TXT_06 from './TXT-06.ts';
import TXT_07 from './TXT-07.ts';
import TXT_08 from './TXT-08.ts';
import TXT_09 from './TXT-09.ts';
import TXT_10 from './TXT-10.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [
  TXT_01,
  TXT_02,
  TXT_03,
  TXT_04,
  TXT_05,
  TXT_06,
  TXT_07,
  TXT_08,
  TXT_09,
  TXT_10,
];
