import type { Rule } from '../../engine/rule.ts';
import cmp01 from './CMP-01.ts';
import cmp02 from './CMP-02.ts';
import cmp03 from './CMP-03.ts';
import cmp04 from './CMP-04.ts';
import cmp05 from './CMP-05.ts';
import cmp06 from './CMP-06.ts';
import cmp07 from './CMP-07.ts';
import cmp08 from './CMP-08.ts';
import cmp09 from './CMP-09.ts';
import cmp10 from './CMP-10.ts';
import cmp11 from './CMP-11.ts';
import cmp12 from './CMP-12.ts';
import cmp13 from './CMP-13.ts';
import cmp14 from './CMP-14.ts';

/** Rules of this group: those of the rule book in its order, then our own (CMP-13, CMP-14). */
export const RULES_OF_GROUP: readonly Rule[] = [
  cmp01,
  cmp02,
  cmp03,
  cmp04,
  cmp05,
  cmp06,
  cmp07,
  cmp08,
  cmp09,
  cmp10,
  cmp11,
  cmp12,
  cmp13,
  cmp14,
];
