import type { FieldKey } from '../../../shared/domain/fields.ts';
import { compareKey } from '../../../shared/domain/vietnameseText.ts';
import type { Random } from '../random.ts';
import { textMistake, type Operator } from '../mistake.ts';
import { positions, replacedAt } from './codes.ts';

/** A typing slip that changes a letter, drops it or doubles it, in a word of more than two letters. */
export function typo(text: string, random: Random): string | null {
  const letters = positions(text, /[a-zàáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/);
  if (letters.length < 4) return null;
  const at = random.pick(letters);
  const kind = random.below(3);
  if (kind === 0) return replacedAt(text, at, random.pick([...'bcghklmnstx']));
  return kind === 1 ? replacedAt(text, at, '') : replacedAt(text, at, random.pick([...'bcghklmnstx']) + text[at]!);
}

/** Whether two texts say something else even when case, punctuation and the place of tone marks do not count. */
const differs = (a: string, b: string): boolean => compareKey(a) !== compareKey(b);

const named = (
  name: string,
  says: string,
  field: FieldKey,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
): Operator =>
  textMistake(
    { id: `names.${name}`, says, fields: [field], datasets: ['procedures'], rules, reaches: 'row' },
    (text, spot) => {
      const value = spot.national === undefined ? null : turn(text, spot);
      return value === null || !differs(String(value), text) ? null : value;
    },
  );

/** Another value of the same column. */
const neighbour: Parameters<typeof textMistake>[1] = (text, { sheet, key, random }) => {
  const others = sheet.records.map((one) => String(one[key] ?? '')).filter((one) => one !== '' && differs(one, text));
  return others.length === 0 ? null : random.pick(others);
};

const withoutWord: Parameters<typeof textMistake>[1] = (text, { random }) => {
  const words = text.split(' ');
  if (words.length < 4) return null;
  const at = random.below(words.length);
  return words.filter((_, index) => index !== at).join(' ');
};

const LEVEL_SUFFIXES = ['(cấp tỉnh)', '(cấp xã)', '(cấp Trung ương)'];

/** Mistakes in the names of procedures, sectors, levels, results and papers. */
export const NAME_OPERATORS: readonly Operator[] = [
  named('procedureTypo', 'a typing slip in the procedure’s name', 'ten_tthc', ['NAT-03'], (text, { random }) =>
    typo(text, random),
  ),
  named('procedureWordLost', 'a word of the name is missing', 'ten_tthc', ['NAT-03'], withoutWord),
  named('procedureCut', 'the name is cut at the width of a column', 'ten_tthc', ['NAT-03'], (text) =>
    text.length < 30 ? null : text.slice(0, Math.ceil(text.length * 0.7)).trimEnd(),
  ),
  {
    ...named('procedureOther', 'the name of another row', 'ten_tthc', ['NAT-03', 'UNQ-02'], neighbour),
    make: ({ text, sheet, key, random }) => {
      const others = sheet.records.filter((one) => one[key] !== '' && differs(String(one[key]), text));
      if (others.length === 0 || text === '') return null;
      const other = random.pick(others);
      return { value: String(other[key]), shownInRows: [other], reaches: 'row' };
    },
  },
  named(
    'procedureLevel',
    'a level put behind the name',
    'ten_tthc',
    ['NAT-03', 'ROW-07'],
    (text, { random }) => `${text} ${random.pick(LEVEL_SUFFIXES)}`,
  ),
  named('procedureBare', 'the name without diacritics', 'ten_tthc', ['NAT-03', 'ROW-08'], (text) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  ),
  {
    id: 'names.procedureBlank',
    says: 'the name is missing',
    fields: ['ten_tthc'],
    datasets: ['procedures'],
    rules: ['CMP-01'],
    make: ({ text }) => (text === '' ? null : { value: '', reaches: 'row' }),
  },
  {
    ...named('procedureCapitals', 'the name in capitals', 'ten_tthc', ['ROW-08'], () => null),
    level: 'info',
    make: ({ text, national }) =>
      national === undefined || text === '' || text === text.toUpperCase() ? null : { value: text.toUpperCase() },
  },
  named('sectorOther', 'the sector of another row', 'linh_vuc', ['NAT-04'], neighbour),
  named('sectorTypo', 'a typing slip in the sector', 'linh_vuc', ['NAT-04'], (text, { random }) => typo(text, random)),
  {
    id: 'names.levelOther',
    says: 'another level',
    fields: ['cap_thuc_hien'],
    datasets: ['procedures'],
    rules: ['NAT-05', 'ROW-01', 'ROW-07'],
    make: ({ text, random, national }) => {
      const others = ['Cấp bộ', 'Cấp tỉnh', 'Cấp xã'].filter((level) => !text.includes(level));
      if (others.length === 0 || text === '' || (national?.cap_thuc_hien.size ?? 0) === 0) return null;
      return { value: random.pick(others), shownAt: ['co_quan_thuc_hien', 'ten_tthc'] };
    },
  },
  {
    id: 'names.levelDistrict',
    says: 'the district level, gone since 01/7/2025',
    fields: ['cap_thuc_hien'],
    datasets: ['procedures'],
    rules: ['ROW-02'],
    make: ({ text }) => (text === '' ? null : { value: 'Cấp huyện' }),
  },
  {
    id: 'names.componentLost',
    says: 'a paper is left out',
    fields: ['thanh_phan_ho_so'],
    datasets: ['procedures'],
    rules: ['NAT-07'],
    make: ({ text, national, random }) => {
      const papers = text.split('\n');
      if (papers.length < 2 || national === undefined) return null;
      const at = random.below(papers.length);
      return { value: papers.filter((_, index) => index !== at).join('\n') };
    },
  },
  {
    id: 'names.componentAdded',
    says: 'a paper that the law does not ask for',
    fields: ['thanh_phan_ho_so'],
    datasets: ['procedures'],
    rules: ['NAT-07', 'DOC-06'],
    make: ({ text, national, random }) =>
      text === '' || (national?.thanh_phan_ho_so.length ?? 0) === 0
        ? null
        : {
            value: `${text}\n${random.pick(['Giấy khám sức khỏe của thân nhân', 'Đơn xin xác nhận của tổ dân phố', 'Sơ yếu lý lịch có chứng thực'])}`,
          },
  },
  {
    id: 'names.componentTwice',
    says: 'a paper named twice',
    fields: ['thanh_phan_ho_so'],
    datasets: ['procedures'],
    rules: ['DOC-05', 'NAT-07'],
    make: ({ text }) => (text === '' ? null : { value: `${text}\n${text.split('\n')[0]}` }),
  },
  {
    id: 'names.notOnline',
    says: 'fully online service without the online channel',
    fields: ['hinh_thuc_nop'],
    datasets: ['procedures'],
    rules: ['ROW-03'],
    make: ({ text, other }) =>
      other('muc_do_dvc') === 'Toàn trình' && text.includes('Trực tuyến')
        ? { value: 'Trực tiếp', shownAt: ['muc_do_dvc'] }
        : null,
  },
  {
    id: 'names.partlyOnline',
    says: '"Một phần" without a reason',
    fields: ['muc_do_dvc'],
    datasets: ['procedures'],
    rules: ['ROW-04'],
    make: ({ text }) => (text === 'Toàn trình' ? { value: 'Một phần' } : null),
  },
];
