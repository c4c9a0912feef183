import type { Rule } from '../../engine/rule.ts';
import URL_01 from './URL-01.ts';
import URL_02 from './URL-02.ts';
import URL_03 from './URL-03.ts';
import URL_04 from './URL-04.ts';
import URL_05 from './URL-05.ts';
import URL_06 from './URL-06.ts';
import URL_07 from './URL-07.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [URL_01, URL_02, URL_03, URL_04, URL_05, URL_06, URL_07];
