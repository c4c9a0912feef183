import type { FieldKey } from '../../../shared/domain/fields.ts';
import { textMistake, type Mistake, type Operator } from '../mistake.ts';
import { lostDigit, otherDigit } from './codes.ts';

const TREASURY = /^(\d{4})\.(\d)\.(\d{7})\.(\d{5})$/;

const money = (
  name: string,
  says: string,
  field: FieldKey,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
  shown: Pick<Mistake, 'shownAt'> = {},
): Operator =>
  textMistake(
    { id: `accounts.${name}`, says, fields: [field], datasets: ['feeConfigs'], rules, reaches: 'row', ...shown },
    turn,
  );

/** Mistakes in beneficiary accounts. */
export const ACCOUNT_OPERATORS: readonly Operator[] = [
  money(
    'number',
    'Excel turns the 17 digits into a number and loses the last ones',
    'so_tai_khoan',
    ['ACC-01'],
    (text) => (TREASURY.test(text) ? Number(text.replaceAll('.', '')) : null),
  ),
  money('scientific', 'the account as 3.716E+16', 'so_tai_khoan', ['ACC-01', 'ACC-02', 'ACC-06'], (text) =>
    TREASURY.test(text) ? `${text[0]}.${text.slice(1, 4)}E+16` : null,
  ),
  money('lostDigit', 'a digit of the account is left out', 'so_tai_khoan', ['ACC-02', 'ACC-05'], (text, { random }) =>
    TREASURY.test(text) ? lostDigit(text, random) : null,
  ),
  money('lostPart', 'the last part of the account is missing', 'so_tai_khoan', ['ACC-02'], (text) =>
    TREASURY.test(text) ? text.slice(0, -6) : null,
  ),
  money('letterO', 'letter O for 0 in the account', 'so_tai_khoan', ['ACC-02', 'ACC-06', 'TXT-05'], (text) =>
    TREASURY.test(text) ? text.replace('0', 'O') : null,
  ),
  money(
    'wrongGroup',
    'an estimate account (9…), which receives no fees',
    'so_tai_khoan',
    ['ACC-03', 'ACC-02'],
    (text) => (TREASURY.test(text) ? text.replace(TREASURY, '9523.$2.$3') : null),
  ),
  money(
    'otherUnit',
    'the account of another budget unit',
    'so_tai_khoan',
    ['ACC-05'],
    (text, { random }) => {
      const [, group, level, unit, target] = TREASURY.exec(text) ?? [];
      return unit === undefined ? null : `${group}.${level}.1${otherDigit(unit.slice(1), random)}.${target}`;
    },
    { shownAt: ['ma_qhns'] },
  ),
  money(
    'budgetUnitDigit',
    'a digit of the budget unit code is mistyped',
    'ma_qhns',
    ['ACC-05', 'ACC-04'],
    (text, { random }) => otherDigit(text, random),
    {
      shownAt: ['so_tai_khoan'],
    },
  ),
  money(
    'budgetUnitLost',
    'a digit of the budget unit code is left out',
    'ma_qhns',
    ['ACC-04', 'ACC-05'],
    (text, { random }) => lostDigit(text, random),
    {
      shownAt: ['so_tai_khoan'],
    },
  ),
  money('treasuryLostZero', 'the treasury code’s leading zeros are lost', 'ma_kbnn', ['ACC-09'], (text) =>
    text.startsWith('0') ? Number(text) : null,
  ),
  money(
    'citadDigit',
    'the treasury’s CITAD code with another bank part',
    'ma_ngan_hang',
    ['ACC-07', 'ACC-08'],
    (text) => (/^\d{2}701/.test(text) ? `${text.slice(0, 2)}710${text.slice(5)}` : null),
  ),
  money('citadLostZero', 'the CITAD code’s leading zero is lost', 'ma_ngan_hang', ['ACC-07', 'ACC-08'], (text) =>
    text.startsWith('0') ? Number(text) : null,
  ),
  money('chapterLostZero', 'the chapter’s leading zero is lost', 'chuong', ['ACC-14'], (text) =>
    text.startsWith('0') ? Number(text) : null,
  ),
  money('subItemDigit', 'a sub-item with three digits', 'tieu_muc', ['ACC-14'], (text) =>
    text.length === 4 ? text.slice(0, 3) : null,
  ),
  money('collectorDigit', 'a collecting agency code with six digits', 'ma_cq_thu', ['ACC-15'], (text, { random }) =>
    lostDigit(text, random),
  ),
  money('person', 'a person’s name for the account’s', 'ten_tai_khoan', ['ACC-11'], (text, { random }) =>
    text === '' ? null : random.pick(['Nguyễn Văn Dũng', 'TRẦN THỊ LAN', 'Lê Quốc Bảo', 'Phạm Thị Hồng Nhung']),
  ),
  money('holderBlank', 'the account’s name is missing', 'ten_tai_khoan', ['ACC-11'], (text) =>
    text === '' ? null : '',
  ),
  money(
    'formerHolder',
    'the account’s name is that of a unit of before the merger',
    'ten_tai_khoan',
    ['ACC-12'],
    (text, { random }) =>
      text === ''
        ? null
        : random.pick([
            'UBND huyện Tây Sơn',
            'Phòng Tài chính - Kế hoạch thị xã An Nhơn',
            'Sở Tài nguyên và Môi trường',
            'UBND thị trấn Phú Phong',
          ]),
  ),
  money(
    'otherHolder',
    'the account’s name is that of another department',
    'ten_tai_khoan',
    ['ACC-12'],
    (text, { random }) =>
      text.startsWith('Sở ') ? random.pick(['Sở Công Thương', 'Sở Xây dựng', 'Sở Tài chính']) : null,
    { shownAt: ['don_vi'] },
  ),
  money(
    'oldTreasury',
    'a treasury of a district of before the reorganisation',
    'ngan_hang',
    ['ACC-10'],
    (text, { random }) =>
      text.startsWith('Kho bạc')
        ? random.pick(['Kho bạc Nhà nước huyện Tây Sơn', 'KBNN tỉnh Bình Định', 'Kho bạc Nhà nước thị xã An Nhơn'])
        : null,
  ),
  {
    id: 'accounts.twoAccounts',
    says: 'the same charge stands twice, with two accounts',
    fields: ['so_tai_khoan'],
    datasets: ['feeConfigs'],
    rules: ['UNQ-04'],
    make: ({ text, record, random, keys }) => {
      const [, group, level, unit, target] = TREASURY.exec(text) ?? [];
      if (unit === undefined || !keys.has('ma_phi')) return null;
      const other = `1${otherDigit(unit.slice(1), random)}`;
      const key = keys.get('so_tai_khoan')!;
      const unitKey = keys.get('ma_qhns');
      return {
        appended: {
          ...record,
          [key]: `${group}.${level}.${other}.${target}`,
          ...(unitKey === undefined ? {} : { [unitKey]: other }),
        },
        reaches: 'row',
      };
    },
  },
];
