import type { Rule } from '../engine/rule.ts';
import { RULES_OF_GROUP as codes } from './codes/index.ts';
import { RULES_OF_GROUP as completeness } from './completeness/index.ts';
import { RULES_OF_GROUP as deadlines } from './deadlines/index.ts';
import { RULES_OF_GROUP as fees } from './fees/index.ts';
import { RULES_OF_GROUP as nationalCatalogue } from './nationalCatalogue/index.ts';
import { RULES_OF_GROUP as rowConsistency } from './rowConsistency/index.ts';
import { RULES_OF_GROUP as text } from './text/index.ts';
import { RULES_OF_GROUP as uniqueness } from './uniqueness/index.ts';

/** A group of the rule book: the prefix of its rule ids, the folder its rules live in, its name. */
export interface RuleGroup {
  readonly prefix: string;
  readonly folder: string;
  readonly vi: string;
  readonly en: string;
  readonly rules: readonly Rule[];
}

/** The groups in the order of the rule book (DOMAIN §9). */
export const RULE_GROUPS: readonly RuleGroup[] = [
  { prefix: 'FMT', folder: 'codes', vi: 'Định dạng mã', en: 'Code formats', rules: codes },
  { prefix: 'CMP', folder: 'completeness', vi: 'Đầy đủ', en: 'Completeness', rules: completeness },
  {
    prefix: 'ROW',
    folder: 'rowConsistency',
    vi: 'Nhất quán trong dòng',
    en: 'Consistency within a row',
    rules: rowConsistency,
  },
  { prefix: 'UNQ', folder: 'uniqueness', vi: 'Duy nhất', en: 'Uniqueness', rules: uniqueness },
  {
    prefix: 'NAT',
    folder: 'nationalCatalogue',
    vi: 'Đối chiếu danh mục quốc gia',
    en: 'National catalogue',
    rules: nationalCatalogue,
  },
  { prefix: 'FEE', folder: 'fees', vi: 'Phí, lệ phí', en: 'Fees', rules: fees },
  { prefix: 'DUE', folder: 'deadlines', vi: 'Thời hạn', en: 'Deadlines', rules: deadlines },
  { prefix: 'TXT', folder: 'text', vi: 'Mã hóa văn bản', en: 'Text encoding', rules: text },
];

/** Every rule of the product. */
export const RULES: readonly Rule[] = RULE_GROUPS.flatMap((group) => group.rules);

/** Folder of a rule's group below `shared/rules`. */
export function ruleFolder(id: string): string {
  const prefix = id.slice(0, id.indexOf('-'));
  return RULE_GROUPS.find((group) => group.prefix === prefix)?.folder ?? '';
}
