import type { Rule } from '../../engine/rule.ts';
import usr01 from './USR-01.ts';
import usr02 from './USR-02.ts';
import usr03 from './USR-03.ts';
import usr04 from './USR-04.ts';
import usr05 from './USR-05.ts';
import usr06 from './USR-06.ts';
import usr07 from './USR-07.ts';
import usr08 from './USR-08.ts';
import usr09 from './USR-09.ts';
import usr10 from './USR-10.ts';
import usr11 from './USR-11.ts';
import usr12 from './USR-12.ts';
import usr13 from './USR-13.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [
  usr01,
  usr02,
  usr03,
  usr04,
  usr05,
  usr06,
  usr07,
  usr08,
  usr09,
  usr10,
  usr11,
  usr12,
  usr13,
];
