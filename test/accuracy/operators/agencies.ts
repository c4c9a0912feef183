import {
  communes,
  findCommune,
  formerCommunesByCode,
  formerProvinces,
  provinceByCode,
  type FormerCommune,
} from '../../../shared/domain/administrativeUnit.ts';
import { provinceOfIdentifier } from '../../../shared/domain/provinceIdentifier.ts';
import { compareKey } from '../../../shared/domain/vietnameseText.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import type { Random } from '../random.ts';
import { textMistake, type Operator } from '../mistake.ts';
import { otherDigit } from './codes.ts';

const OLD_DEPARTMENTS = [
  'Sở Tài nguyên và Môi trường',
  'Sở Kế hoạch và Đầu tư',
  'Sở Giao thông vận tải',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Thông tin và Truyền thông',
  'Sở Nông nghiệp và Phát triển nông thôn',
];
const OLD_MINISTRIES = [
  'Bộ Giao thông vận tải',
  'Bộ Kế hoạch và Đầu tư',
  'Bộ Tài nguyên và Môi trường',
  'Bộ Thông tin và Truyền thông',
];
const DISTRICTS = [
  'Ủy ban nhân dân huyện Tây Sơn',
  'UBND thị xã An Nhơn',
  'Ủy ban nhân dân quận Cẩm Lệ',
  'Phòng Tư pháp huyện Chư Sê',
];

const PERFORMING = ['co_quan_thuc_hien'] as const;

/** A commune of before the merger whose name no commune of today bears anywhere near. */
export function vanishedCommune(province: string, random: Random): FormerCommune | null {
  const own = random.shuffled(communes().filter((one) => one.province === province)).slice(0, 20);
  for (const commune of own) {
    for (const former of formerCommunesByCode(commune.code)) {
      if (former.level !== 'thi_tran' && isGone(former, province)) return former;
    }
  }
  for (const former of formerOf(province, random)) if (isGone(former, province)) return former;
  return null;
}

const isGone = (former: FormerCommune, province: string): boolean =>
  findCommune(`${former.level === 'xa' ? 'Xã' : 'Phường'} ${former.name}`, province)?.kind === 'former' &&
  !communes().some((one) => compareKey(one.name) === compareKey(former.name));

/** Codes between two of today's were those of communes merged away. */
function* formerOf(province: string, random: Random): Generator<FormerCommune, void, undefined> {
  const own = communes().filter((one) => one.province === province);
  for (let tries = 0; tries < 60; tries += 1) {
    const near = Number(random.pick(own).code) + 1 + random.below(4) * 3;
    yield* formerCommunesByCode(String(near).padStart(5, '0')).filter(({ level }) => level !== 'thi_tran');
  }
}

const provinceCodeIn = (text: string): string | undefined => communes().find(({ code }) => code === text)?.province;

/** Identifier of a province that was merged into another one. */
const absorbedIdentifiers = (): readonly string[] =>
  Array.from({ length: 63 }, (_, at) => `H${String(at + 1).padStart(2, '0')}`).filter(
    (identifier) => provinceOfIdentifier(identifier)?.absorbed === true,
  );

const unit = (
  name: string,
  says: string,
  fields: readonly FieldKey[],
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
): Operator =>
  textMistake(
    {
      id: `agencies.${name}`,
      says,
      fields,
      datasets: ['units'],
      rules,
      reaches: 'sheet',
      shownAt: ['ma_xa', 'xa', 'ma_tinh', 'tinh'],
    },
    turn,
  );

/** Mistakes in the names and codes of agencies and administrative units. */
export const AGENCY_OPERATORS: readonly Operator[] = [
  {
    id: 'agencies.otherDepartment',
    says: 'another department or level for the implementing agency',
    fields: PERFORMING,
    datasets: ['procedures'],
    rules: ['NAT-08', 'ROW-01', 'REF-06'],
    make: ({ text, random, national }) => {
      // Where the catalogue describes the agency instead of naming it, nothing contradicts a name.
      if (text === '' || (national?.co_quan_thuc_hien.length ?? 0) === 0 || /Cơ quan /i.test(text)) return null;
      const others = ['Sở Tư pháp', 'Sở Y tế', 'Sở Công Thương', 'Bộ Ngoại giao'].filter(
        (one) => !text.includes(one) && !national!.co_quan_thuc_hien.some((agency) => agency.includes(one)),
      );
      return { value: random.pick(others), shownAt: ['cap_thuc_hien'], reaches: 'row' };
    },
  },
  {
    id: 'agencies.oldDepartment',
    says: 'a department of before the reorganisation of 2025',
    fields: PERFORMING,
    datasets: ['procedures'],
    rules: ['ADM-07', 'NAT-08', 'ROW-01', 'REF-06'],
    make: ({ text, random }) =>
      text === '' ? null : { value: random.pick(OLD_DEPARTMENTS), shownAt: ['cap_thuc_hien'], reaches: 'row' },
  },
  {
    id: 'agencies.oldMinistry',
    says: 'a ministry of before the reorganisation of 2025',
    fields: ['co_quan_cong_bo'],
    datasets: ['procedures'],
    rules: ['ADM-07'],
    make: ({ text, random }) => (text === '' ? null : { value: random.pick(OLD_MINISTRIES) }),
  },
  {
    id: 'agencies.district',
    says: 'an agency of the district level, gone since 01/7/2025',
    fields: [...PERFORMING, 'don_vi'],
    datasets: ['procedures', 'accounts', 'contacts', 'feeConfigs'],
    rules: ['ADM-04', 'NAT-08', 'ROW-01', 'REF-06', 'USR-06'],
    make: ({ text, random }) =>
      text === '' ? null : { value: random.pick(DISTRICTS), shownAt: ['cap_thuc_hien'], reaches: 'subject' },
  },
  {
    id: 'agencies.vanishedCommune',
    says: 'a commune of before the merger',
    fields: ['don_vi', 'co_quan_thuc_hien'],
    datasets: ['procedures', 'accounts', 'contacts', 'feeConfigs'],
    rules: ['ADM-02', 'USR-06', 'REF-06', 'NAT-08', 'ACC-12'],
    make: ({ text, random }) => {
      if (!/xã|phường/i.test(text)) return null;
      const former = vanishedCommune(random.pick(communes()).province, random);
      if (former === null) return null;
      const value = text.replace(
        /(xã|phường) (?=\p{Lu}).*$/iu,
        `${former.level === 'xa' ? 'xã' : 'phường'} ${former.name}`,
      );
      if (value === text) return null;
      return {
        value,
        shownAt: ['ten_tai_khoan'],
        reaches: 'subject',
      };
    },
  },
  unit(
    'communeVanished',
    'a commune of before the merger',
    ['xa'],
    ['ADM-02', 'ADM-03', 'ADM-08'],
    (_, { random, other }) => {
      const province = provinceCodeIn(other('ma_xa'));
      const former = province === undefined ? null : vanishedCommune(province, random);
      return former === null ? null : `${former.level === 'xa' ? 'Xã' : 'Phường'} ${former.name}`;
    },
  ),
  unit('communeTown', 'a town (thị trấn), gone since 01/7/2025', ['xa'], ['ADM-04', 'ADM-02'], (text) =>
    /^(Xã|Phường) /.test(text) ? text.replace(/^\S+/, 'Thị trấn') : null,
  ),
  unit(
    'communeOtherLevel',
    '"Xã" for a ward or the other way round',
    ['xa'],
    ['ADM-02', 'ADM-03', 'ADM-09'],
    (text, { other }) => {
      const value = text.startsWith('Xã ')
        ? `Phường ${text.slice(3)}`
        : text.startsWith('Phường ')
          ? `Xã ${text.slice(7)}`
          : null;
      const province = provinceCodeIn(other('ma_xa'));
      // Where the province has both, the other name is a right one of another row.
      return value === null || findCommune(value, province)?.kind === 'current' ? null : value;
    },
  ),
  unit('zoneLabelled', 'a special zone called a commune', ['xa'], ['ADM-09', 'ADM-02'], (text) =>
    text.startsWith('Đặc khu ') ? text.replace('Đặc khu', 'Xã') : null,
  ),
  unit('communeCodeLostZero', 'the code’s leading zero is lost', ['ma_xa'], ['ADM-03'], (text) =>
    text.startsWith('0') ? Number(text) : null,
  ),
  unit(
    'communeCodeDigit',
    'a digit of the commune’s code is mistyped',
    ['ma_xa'],
    ['ADM-03', 'ADM-02'],
    (text, { random }) => otherDigit(text, random),
  ),
  unit('provinceCodeLostZero', 'the province code’s leading zero is lost', ['ma_tinh'], ['ADM-03'], (text) =>
    text.startsWith('0') ? Number(text) : null,
  ),
  unit('provinceCodeOther', 'the code of another province', ['ma_tinh'], ['ADM-03'], (text, { random }) => {
    const value = String(1 + random.below(96)).padStart(2, '0');
    return value === text ? null : value;
  }),
  unit('provinceFormer', 'a province of before the merger', ['tinh'], ['ADM-01'], (text, { random, other }) => {
    const merged = formerProvinces().filter(
      ({ successor, name }) => successor === other('ma_tinh') && !compareKey(text).endsWith(compareKey(name)),
    );
    return merged.length === 0 ? null : `Tỉnh ${random.pick(merged).name}`;
  }),
  unit('provinceRank', '"tỉnh" for a city or the other way round', ['tinh'], ['ADM-06'], (text) => {
    if (text.startsWith('Tỉnh ')) return `Thành phố ${text.slice(5)}`;
    return text.startsWith('Thành phố ') ? `Tỉnh ${text.slice(10)}` : null;
  }),
  unit('provinceOther', 'another province', ['tinh'], ['ADM-03', 'ADM-01', 'ADM-02'], (text, { random, other }) => {
    const value = random.pick(['01', '24', '52', '66', '91', '96'].filter((code) => code !== other('ma_tinh')));
    const name = `Tỉnh ${provinceByCode(value)!.name}`;
    return value === '01' || name === text ? null : name;
  }),
  textMistake(
    {
      id: 'agencies.absorbedSuffix',
      says: 'the identifier of a province that was merged into another',
      fields: ['ma_don_vi'],
      rules: ['ADM-05'],
      reaches: 'subject',
    },
    (text, { random }) => (/^H\d{2}\b/.test(text) ? random.pick(absorbedIdentifiers()) + text.slice(3) : null),
  ),
  textMistake(
    {
      id: 'agencies.unknownUnit',
      says: 'a unit that is not in the list of units',
      fields: ['don_vi'],
      datasets: ['accounts'],
      rules: ['USR-06', 'REF-06'],
      reaches: 'subject',
    },
    (text, { random }) =>
      text === '' ? null : random.pick(['Trung tâm Hành chính công số 9', 'Ban Quản lý dự án 5', 'Văn phòng Đoàn']),
  ),
];
