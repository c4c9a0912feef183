import { formerProvinces, provinces, type FormerProvince, type Province } from './province.ts';

/** Codes of the 63 provinces of before 01/7/2025 in the order of their identifiers H01 … H63 (QĐ 20/2020/QĐ-TTg). The
 *  decision numbers them by name; four numbers are confirmed by data in use (H13, H21, H29, H56; DOMAIN §7.4), the others
 *  follow from the order. */
const IN_ORDER = `
89 24 06 95 27 77 83 52 74 70 60 96 92 04 66 67 48 11 75 87 64
02 30 31 35 01 42 17 79 93 33 56 91 62 12 68 20 10 80 36 40 37
58 25 54 44 49 51 22 45 94 14 72 34 19 38 46 82 84 08 86 26 15
`
  .trim()
  .split(/\s/);

/** What a province's identifier stood for, and what became of it. */
export interface IdentifiedProvince {
  readonly former: FormerProvince;
  readonly province: Province;
  /** Identifier of the former province whose name the province of today goes on to bear. */
  readonly successorIdentifier: string;
  /** The former province was merged into one of another name. */
  readonly absorbed: boolean;
}

/** The province of an identifier `H01` … `H63`; undefined for any other text. */
export function provinceOfIdentifier(identifier: string): IdentifiedProvince | undefined {
  const number = /^H(\d{2})$/.exec(identifier)?.[1];
  const code = number === undefined ? undefined : IN_ORDER[Number(number) - 1];
  const former = formerProvinces().find((one) => one.code === code);
  const province = provinces().find((one) => one.code === former?.successor);
  if (former === undefined || province === undefined) return undefined;
  const heir = formerProvinces().find((one) => one.successor === province.code && isSameName(one.name, province.name));
  const successorIdentifier = `H${String(IN_ORDER.indexOf((heir ?? former).code) + 1).padStart(2, '0')}`;
  return { former, province, successorIdentifier, absorbed: heir !== former };
}

// "Thanh Hóa" and "Thanh Hoá"; Huế goes on from Thừa Thiên Huế.
const isSameName = (former: string, current: string): boolean => plain(former).endsWith(plain(current));

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');
