import { textMistake, type Operator, type Spot } from '../mistake.ts';
import { nationalLineOf } from './nationalLine.ts';

const PLAIN = /^(\d+) (ngày làm việc|ngày)$/i;

const deadline = (
  name: string,
  says: string,
  rules: readonly string[],
  turn: (amount: number, unit: string, spot: Spot) => string | number | null,
): Operator =>
  textMistake({ id: `deadlines.${name}`, says, fields: ['thoi_han'], rules, reaches: 'subject' }, (text, spot) => {
    const [, figure, unit] = PLAIN.exec(text) ?? [];
    return figure === undefined || nationalLineOf(spot) === undefined ? null : turn(Number(figure), unit!, spot);
  });

const two = (amount: number): string => String(amount).padStart(2, '0');

const otherUnit = (unit: string): string => (unit.toLowerCase() === 'ngày' ? 'ngày làm việc' : 'ngày');

/** Mistakes in deadlines. A deadline that is merely shorter is allowed, so shortening is no mistake here. */
export const DEADLINE_OPERATORS: readonly Operator[] = [
  deadline(
    'longer',
    'some days more than the national deadline',
    ['DUE-02'],
    (amount, unit, { random }) => `${two(amount + 1 + random.below(20))} ${unit}`,
  ),
  deadline('extraZero', 'a zero too many', ['DUE-02', 'DUE-08'], (amount, unit) => `${amount * 10} ${unit}`),
  deadline(
    'swappedUnit',
    '"ngày" for "ngày làm việc" or the other way round',
    ['DUE-04', 'DUE-02'],
    (amount, unit) => `${two(amount)} ${otherUnit(unit)}`,
  ),
  deadline('months', '"tháng" for "ngày"', ['DUE-02', 'DUE-04', 'DUE-08'], (amount) => `${two(amount)} tháng`),
  deadline('lostUnit', 'the figure alone', ['DUE-07'], (amount) => two(amount)),
  deadline('number', 'the figure alone, as a number cell', ['DUE-07'], (amount) => amount),
  deadline('words', 'words that name no time', ['DUE-01'], (_, __, { random }) =>
    random.pick(['chậm nhất theo phiếu hẹn', 'theo quy định', 'xem quyết định công bố']),
  ),
  deadline(
    'date',
    'a date for a deadline',
    ['DUE-01', 'DUE-08'],
    (amount) => `${two(((amount - 1) % 28) + 1)}/10/2026`,
  ),
  deadline('zero', 'zero days', ['DUE-08'], (_, unit) => `00 ${unit}`),
  deadline('letters', 'letter O for 0', ['DUE-01', 'DUE-07'], (amount, unit) =>
    two(amount).includes('0') ? `${two(amount).replace('0', 'O')} ${unit}` : null,
  ),
  deadline('parts', 'parts that do not add up', ['DUE-05'], (amount, unit) =>
    amount < 4 ? null : `${two(amount)} ${unit}, trong đó: Sở ${two(amount - 2)} ${unit}, Bộ 01 ${unit}`,
  ),
  {
    id: 'deadlines.blank',
    says: 'the deadline is left blank',
    fields: ['thoi_han'],
    rules: ['CMP-05'],
    make: ({ text }) => (text === '' ? null : { value: '', reaches: 'subject' }),
  },
  {
    id: 'deadlines.remarkUnit',
    says: 'the description counts the other kind of days',
    fields: ['thoi_han'],
    datasets: ['channels'],
    rules: ['DUE-09'],
    make: ({ text, keys, other }) => {
      const [, figure, unit] = PLAIN.exec(text) ?? [];
      if (figure === undefined || !keys.has('mo_ta') || other('mo_ta') !== '') return null;
      return {
        with: { mo_ta: `Trong thời hạn ${figure} ${otherUnit(unit!)} kể từ ngày nhận đủ hồ sơ hợp lệ` },
        shownAt: ['mo_ta'],
      };
    },
  },
  {
    id: 'deadlines.slowerOnline',
    says: 'online takes longer than at the counter',
    fields: ['thoi_han'],
    datasets: ['channels'],
    rules: ['DUE-06', 'DUE-02'],
    make: (spot) => {
      const [, figure, unit] = PLAIN.exec(spot.text) ?? [];
      if (figure === undefined || nationalLineOf(spot) === undefined) return null;
      if (spot.other('hinh_thuc_nop') !== 'Trực tuyến') return null;
      return { value: `${two(Number(figure) * 2 + 20)} ${unit}`, reaches: 'subject' };
    },
  },
];
