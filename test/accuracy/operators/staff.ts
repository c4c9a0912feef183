import type { FieldKey } from '../../../shared/domain/fields.ts';
import { textMistake, toldAs, type Mistake, type Operator } from '../mistake.ts';
import { lostDigit, otherDigit, positions, replacedAt } from './codes.ts';

const CITIZEN = /^\d{12}$/;

const staff = (
  name: string,
  says: string,
  fields: readonly FieldKey[],
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
  shown: Pick<Mistake, 'shownAt'> = {},
): Operator => textMistake({ id: `staff.${name}`, says, fields, rules, reaches: 'subject', ...shown }, turn);

const DATES: readonly FieldKey[] = ['ngay_quyet_dinh', 'ngay_sinh', 'ngay_tiep_nhan', 'ngay_bao_cao'];

const date = (
  name: string,
  says: string,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
): Operator =>
  textMistake(
    { id: `dates.${name}`, says, fields: DATES, rules, reaches: 'sheet', shownAt: ['ma_ho_so', 'cccd'] },
    (text, spot) => (/^\d{2}\/\d{2}\/\d{4}$/.test(text) ? turn(text, spot) : null),
  );

/** Mistakes in people's data, and in dates. */
export const STAFF_OPERATORS: readonly Operator[] = [
  staff('citizenLostZero', 'Excel loses the leading zero of the citizen id', ['cccd'], ['USR-01'], (text) =>
    CITIZEN.test(text) && text.startsWith('0') ? Number(text) : null,
  ),
  staff(
    'citizenLostDigit',
    'a digit of the citizen id is left out',
    ['cccd'],
    ['USR-01', 'USR-02'],
    (text, { random }) => (CITIZEN.test(text) ? lostDigit(text, random) : null),
  ),
  staff('citizenExtraDigit', 'a digit of the citizen id is typed twice', ['cccd'], ['USR-01'], (text, { random }) => {
    const at = random.below(12);
    return CITIZEN.test(text) ? text.slice(0, at) + text[at]! + text.slice(at) : null;
  }),
  staff('citizenOldCard', 'the nine digits of the old identity card', ['cccd'], ['USR-03'], (text) =>
    CITIZEN.test(text) ? text.slice(3) : null,
  ),
  staff('citizenLetter', 'letter O for 0 in the citizen id', ['cccd'], ['USR-01', 'TXT-05'], (text) =>
    text.includes('0') ? text.replace('0', 'O') : null,
  ),
  staff(
    'citizenYear',
    'the year of birth in the citizen id is not that of the birth date',
    ['cccd'],
    ['USR-02'],
    (text, { keys }) =>
      CITIZEN.test(text) && keys.has('ngay_sinh')
        ? text.slice(0, 4) + String((Number(text.slice(4, 6)) + 7) % 100).padStart(2, '0') + text.slice(6)
        : null,
    { shownAt: ['ngay_sinh'] },
  ),
  staff(
    'sexOther',
    'the sex does not fit the citizen id',
    ['gioi_tinh'],
    ['USR-02'],
    (text, { keys }) => (keys.has('cccd') ? (text === 'Nam' ? 'Nữ' : text === 'Nữ' ? 'Nam' : null) : null),
    { shownAt: ['cccd'] },
  ),
  {
    id: 'staff.citizenTwice',
    says: 'the citizen id of another person',
    fields: ['cccd'],
    datasets: ['accounts'],
    rules: ['UNQ-03', 'USR-02'],
    make: ({ text, sheet, record, random }) => {
      const others = sheet.records.filter((one) => one['cccd'] !== text && one['he_thong'] === record['he_thong']);
      if (others.length === 0 || !CITIZEN.test(text)) return null;
      const other = random.pick(others);
      return {
        value: String(other['cccd']),
        shownAt: ['ho_ten', 'ngay_sinh'],
        shownInRows: [other],
        reaches: 'subject',
      };
    },
  },
  staff('phoneLostDigit', 'a digit of the phone number is left out', ['sdt'], ['USR-04'], (text, { random }) =>
    lostDigit(text, random),
  ),
  staff('phoneLostZero', 'Excel loses the leading zero of the phone number', ['sdt'], ['USR-04'], (text) =>
    text.startsWith('0') ? Number(text) : null,
  ),
  staff('phoneLetter', 'letter O for 0 in the phone number', ['sdt'], ['USR-04'], (text) => text.replace('0', 'O')),
  staff('phoneOld', 'a mobile number of eleven digits, of before 2018', ['sdt'], ['USR-04'], (text, { random }) =>
    /^0\d{9}$/.test(text) ? `016${text.slice(2, 3)}${text.slice(3)}${random.below(10)}`.slice(0, 11) : null,
  ),
  staff('emailBlank', 'a blank inside the address', ['email'], ['USR-05'], (text) =>
    text.includes('@') ? text.replace('@', ' @') : null,
  ),
  staff('emailNoAt', 'the address without @', ['email'], ['USR-05'], (text) =>
    text.includes('@') ? text.replace('@', '') : null,
  ),
  staff('emailMarks', 'diacritics in the address', ['email'], ['USR-05'], (text, { random }) => {
    const at = positions(text, /[aeo]/);
    return at.length === 0 ? null : replacedAt(text, random.pick(at), 'ộ');
  }),
  toldAs(
    'info',
    staff('emailPrivate', 'a private address', ['email'], ['USR-05'], (text) =>
      text.includes('@') ? text.replace(/@.*$/, '@gmail.com') : null,
    ),
  ),
  ...(['ho_ten', 'cccd', 'don_vi', 'vai_tro'] as const).map((field) => ({
    ...staff(`blank.${field}`, 'the cell of an account is left blank', [field], ['CMP-13'], (text) =>
      text === '' ? null : '',
    ),
    datasets: ['accounts' as const],
  })),
  {
    ...staff('nameSmall', 'the name in small letters', ['ho_ten'], ['USR-12'], (text) =>
      text === '' ? null : text.toLowerCase(),
    ),
    level: 'info',
  },
  {
    ...staff('nameDigits', 'digits in the name', ['ho_ten'], ['USR-12'], (text) => (text === '' ? null : `${text} 2`)),
    level: 'info',
  },
  staff('loginFailed', 'the log-in test failed', ['ket_qua_dang_nhap'], ['USR-13'], (text, { random }) =>
    text === '' ? null : random.pick(['Không đăng nhập được', 'Thất bại', 'Lỗi đăng nhập VNeID']),
  ),
  {
    id: 'staff.userTwice',
    says: 'the user name of another person',
    fields: ['ten_dang_nhap'],
    datasets: ['accounts'],
    rules: ['UNQ-03'],
    make: ({ text, sheet, record, random }) => {
      const others = sheet.records.filter(
        (one) => one['ten_dang_nhap'] !== text && one['he_thong'] === record['he_thong'],
      );
      if (others.length === 0 || text === '') return null;
      const other = random.pick(others);
      return { value: String(other['ten_dang_nhap']), shownInRows: [other], reaches: 'subject' };
    },
  },
  date('impossible', 'a day that no month has', ['FMT-15'], (text) => `31/02/${text.slice(6)}`),
  date(
    'monthFirst',
    'the month first, as American programs write',
    ['FMT-15', 'FMT-13', 'USR-02', 'ROW-06'],
    (text) => {
      const [day, month, year] = text.split('/');
      return Number(day) > 12 ? `${month}/${day}/${year}` : null;
    },
  ),
  date('serial', 'Excel’s number of the day', ['FMT-15'], (text) => {
    const [day, month, year] = text.split('/').map(Number);
    return Math.round(Date.UTC(year!, month! - 1, day) / 86_400_000) + 25_569;
  }),
  date('words', 'no date at all', ['FMT-15', 'CMP-11'], (_, { random }) =>
    random.pick(['tháng trước', 'năm nay', 'đầu quý III']),
  ),
  {
    ...date(
      'future',
      'a year in the future',
      ['ROW-06', 'FMT-15', 'FMT-13', 'USR-02'],
      (text) => `${text.slice(0, 6)}20${62 + (Number(text.slice(8)) % 30)}`,
    ),
    fields: ['ngay_quyet_dinh', 'ngay_tiep_nhan'],
  },
  {
    id: 'dates.receivedOther',
    says: 'the day of receipt is not the day in the dossier code',
    fields: ['ngay_tiep_nhan'],
    datasets: ['pendingDossiers'],
    rules: ['FMT-13'],
    make: ({ text, random }) => {
      if (!/^\d{2}\/05\/2026$/.test(text)) return null;
      const day = String(1 + ((Number(text.slice(0, 2)) + random.below(26)) % 28)).padStart(2, '0');
      return day === text.slice(0, 2) ? null : { value: `${day}/05/2026`, shownAt: ['ma_ho_so'] };
    },
  },
  {
    ...staff(
      'staffDigit',
      'a digit of the citizen id is mistyped in the place of birth',
      ['cccd'],
      ['USR-02', 'USR-01', 'UNQ-03'],
      (text, { random }) =>
        CITIZEN.test(text) ? `${random.pick(['003', '005', '097', '099'])}${otherDigit(text.slice(3), random)}` : null,
    ),
  },
];
