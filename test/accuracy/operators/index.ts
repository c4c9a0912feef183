import type { Operator } from '../mistake.ts';
import { ACCOUNT_OPERATORS } from './accounts.ts';
import { AGENCY_OPERATORS } from './agencies.ts';
import { AMOUNT_OPERATORS } from './amounts.ts';
import { CODE_OPERATORS } from './codes.ts';
import { COMPLETENESS_OPERATORS } from './completeness.ts';
import { DEADLINE_OPERATORS } from './deadlines.ts';
import { LINK_OPERATORS } from './links.ts';
import { NAME_OPERATORS } from './names.ts';
import { OPERATION_OPERATORS } from './operations.ts';
import { STAFF_OPERATORS } from './staff.ts';
import { STRUCTURE_OPERATORS } from './structure.ts';
import { TEXT_OPERATORS } from './texts.ts';

/** Every kind of mistake, in the order of the report. */
export const OPERATORS: readonly Operator[] = [
  ...CODE_OPERATORS,
  ...TEXT_OPERATORS,
  ...NAME_OPERATORS,
  ...COMPLETENESS_OPERATORS,
  ...AMOUNT_OPERATORS,
  ...DEADLINE_OPERATORS,
  ...AGENCY_OPERATORS,
  ...ACCOUNT_OPERATORS,
  ...STAFF_OPERATORS,
  ...LINK_OPERATORS,
  ...OPERATION_OPERATORS,
  ...STRUCTURE_OPERATORS,
];
