import type { Rule } from '../../engine/rule.ts';
import doc01 from './DOC-01.ts';
import doc02 from './DOC-02.ts';
import doc03 from './DOC-03.ts';
import doc04 from './DOC-04.ts';
import doc05 from './DOC-05.ts';
import doc06 from './DOC-06.ts';
import doc07 from './DOC-07.ts';
import doc08 from './DOC-08.ts';

/** Rules of this group, in the order of the rule book. */
export const RULES_OF_GROUP: readonly Rule[] = [doc01, doc02, doc03, doc04, doc05, doc06, doc07, doc08];
