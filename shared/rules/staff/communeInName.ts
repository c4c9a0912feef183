import { searchKey } from '../../domain/vietnameseText.ts';
import { saysOnly } from '../phrases.ts';

// The first word of level behind the start or a blank; "bảo hiểm xã hội" names no commune.
const COMMUNE = /(?:^| )(xa|phuong|dac khu) (?!hoi(?: |$))([a-z0-9]+(?: [a-z0-9]+){0,5})$/;
const BEHIND = /[,(;\n–-]/;

/** Commune that the name of a unit tells ("Trung tâm PVHCC xã Núi Cấm" → `xa nui cam`); '' when it tells none. */
export function communeInName(name: string): string {
  const match = COMMUNE.exec(searchKey(name.split(BEHIND, 1)[0]!));
  return match === null ? '' : `${match[1]} ${match[2]}`;
}

/** Whether a name says what kind of unit it is and not which one: "UBND xã", "Sở". */
export const namesNoUnit = saysOnly([
  'UBND',
  'UBND xã',
  'UBND phường',
  'UBND cấp xã',
  'UBND xã, phường',
  'UBND tỉnh',
  'Ủy ban nhân dân',
  'Ủy ban nhân dân xã',
  'Ủy ban nhân dân phường',
  'Ủy ban nhân dân cấp xã',
  'xã',
  'phường',
  'đặc khu',
  'sở',
  'sở, ngành',
  'sở, ban, ngành',
  'phòng',
  'đơn vị',
  'cơ quan',
  'công an xã',
  'trung tâm phục vụ hành chính công',
  'trung tâm phục vụ hành chính công cấp xã',
  'trung tâm phục vụ hành chính công xã',
  'TTPVHCC',
  'TTPVHCC xã',
  'bộ phận một cửa',
  'một cửa',
]);
