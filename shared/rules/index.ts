import type { Rule } from '../engine/rule.ts';
import { RULES_OF_GROUP as accounts } from './accounts/index.ts';
import { RULES_OF_GROUP as administrativeUnits } from './administrativeUnits/index.ts';
import { RULES_OF_GROUP as codes } from './codes/index.ts';
import { RULES_OF_GROUP as completeness } from './completeness/index.ts';
import { RULES_OF_GROUP as crossSheets } from './crossSheets/index.ts';
import { RULES_OF_GROUP as cutover } from './cutover/index.ts';
import { RULES_OF_GROUP as dailyReports } from './dailyReports/index.ts';
import { RULES_OF_GROUP as deadlines } from './deadlines/index.ts';
import { RULES_OF_GROUP as dossiers } from './dossiers/index.ts';
import { RULES_OF_GROUP as fees } from './fees/index.ts';
import { RULES_OF_GROUP as links } from './links/index.ts';
import { RULES_OF_GROUP as nationalCatalogue } from './nationalCatalogue/index.ts';
import { RULES_OF_GROUP as rowConsistency } from './rowConsistency/index.ts';
import { RULES_OF_GROUP as staff } from './staff/index.ts';
import { RULES_OF_GROUP as text } from './text/index.ts';
import { RULES_OF_GROUP as uniqueness } from './uniqueness/index.ts';
import { RULES_OF_GROUP as workflows } from './workflows/index.ts';

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
  { prefix: 'REF', folder: 'crossSheets', vi: 'Tham chiếu giữa các bảng', en: 'Across sheets', rules: crossSheets },
  {
    prefix: 'NAT',
    folder: 'nationalCatalogue',
    vi: 'Đối chiếu danh mục quốc gia',
    en: 'National catalogue',
    rules: nationalCatalogue,
  },
  { prefix: 'FEE', folder: 'fees', vi: 'Phí, lệ phí', en: 'Fees', rules: fees },
  { prefix: 'ACC', folder: 'accounts', vi: 'Tài khoản thụ hưởng', en: 'Beneficiary accounts', rules: accounts },
  { prefix: 'DUE', folder: 'deadlines', vi: 'Thời hạn', en: 'Deadlines', rules: deadlines },
  {
    prefix: 'DOC',
    folder: 'dossiers',
    vi: 'Thành phần hồ sơ, biểu mẫu',
    en: 'Dossier components and forms',
    rules: dossiers,
  },
  { prefix: 'WFL', folder: 'workflows', vi: 'Quy trình nội bộ, điện tử', en: 'Workflows', rules: workflows },
  {
    prefix: 'USR',
    folder: 'staff',
    vi: 'Tài khoản cán bộ, phân quyền',
    en: 'Staff accounts and permissions',
    rules: staff,
  },
  { prefix: 'URL', folder: 'links', vi: 'Đường dẫn, SSO', en: 'Links and single sign-on', rules: links },
  { prefix: 'TXT', folder: 'text', vi: 'Mã hóa văn bản', en: 'Text encoding', rules: text },
  {
    prefix: 'ADM',
    folder: 'administrativeUnits',
    vi: 'Đơn vị hành chính sau sắp xếp',
    en: 'Administrative units after the merger',
    rules: administrativeUnits,
  },
  { prefix: 'CUT', folder: 'cutover', vi: 'Sẵn sàng chuyển đổi, hồ sơ tồn', en: 'Cutover', rules: cutover },
  {
    prefix: 'RPT',
    folder: 'dailyReports',
    vi: 'Báo cáo hằng ngày, đầu mối',
    en: 'Daily reports and rosters',
    rules: dailyReports,
  },
];

/** Every rule of the product. */
export const RULES: readonly Rule[] = RULE_GROUPS.flatMap((group) => group.rules);

/** Folder of a rule's group below `shared/rules`. */
export function ruleFolder(id: string): string {
  const prefix = id.slice(0, id.indexOf('-'));
  return RULE_GROUPS.find((group) => group.prefix === prefix)?.folder ?? '';
}
