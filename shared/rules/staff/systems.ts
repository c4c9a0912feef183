import { splitValues } from '../../domain/multiValue.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny } from '../phrases.ts';

/** Systems on which officers need accounts (DOMAIN §5), by a key of their own. */
export const SYSTEM_NAMES = {
  coordination: 'Hệ thống điều phối',
  province: 'Hệ thống thông tin giải quyết TTHC cấp tỉnh',
  ministry: 'Hệ thống thông tin giải quyết TTHC cấp bộ',
  payment: 'Hệ thống quản trị thanh toán tập trung',
  feedback: 'Hệ thống phản ánh, kiến nghị',
  catalogue: 'Cơ sở dữ liệu TTHC',
} as const;

/** Key of a system. */
export type SystemId = keyof typeof SYSTEM_NAMES;

/** All system keys. */
export const SYSTEM_IDS = Object.keys(SYSTEM_NAMES) as readonly SystemId[];

// "Hệ thống điều phối giải quyết TTHC tỉnh Gia Lai" is the coordination system, "Quản trị thanh toán tỉnh" that of
// payments: what a system does is asked for before whose it is.
const BY_PURPOSE: readonly (readonly [SystemId, (text: string) => boolean])[] = [
  ['payment', saysAny(['thanh toán', 'quantrithanhtoan'])],
  ['coordination', saysAny(['điều phối', 'quantricong'])],
  ['feedback', saysAny(['phản ánh', 'phananhkiennghi', 'PAKN'])],
  ['catalogue', saysAny(['cơ sở dữ liệu', 'CSDL', 'csdltthc'])],
];
const ofMinistry = saysAny([
  'cấp bộ',
  'các bộ',
  'bộ ngành',
  'HTTT bộ',
  'hệ thống bộ',
  'của bộ',
  'TTHC bộ',
  'một cửa bộ',
]);
const ofProvince = saysAny(['tỉnh', 'thành phố', 'igate', 'một cửa điện tử', 'motcua', 'VNPT iGate']);

const NO_SYSTEMS: readonly SystemId[] = [];

/** Systems that a cell names; none when it is blank or names none of the known ones. For `view.derive`. */
export function systemsIn(cell: Cell, text: string): readonly SystemId[] {
  if (saysNothing(cell, text)) return NO_SYSTEMS;
  const found = new Set<SystemId>();
  for (const { text: name } of splitValues(text)) {
    const purpose = BY_PURPOSE.filter(([, says]) => says(name));
    for (const [id] of purpose) found.add(id);
    if (purpose.length > 0) continue;
    if (ofMinistry(name)) found.add('ministry');
    if (ofProvince(name)) found.add('province');
  }
  return SYSTEM_IDS.filter((id) => found.has(id));
}
