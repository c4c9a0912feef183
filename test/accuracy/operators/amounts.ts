import { parseFee } from '../../../shared/domain/money.ts';
import type { Mistake, Operator, Spot } from '../mistake.ts';
import { textMistake } from '../mistake.ts';
import { nationalLineOf } from './nationalLine.ts';

/** The one amount in đồng that a fee cell states. */
function amountOf(text: string): number | null {
  const fee = parseFee(text);
  if (!fee.ok || fee.value.kind !== 'fixed' || fee.value.amounts.length !== 1) return null;
  const [level] = fee.value.amounts;
  return level!.currency === 'VND' && level!.amount >= 1000 ? level!.amount : null;
}

const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

const isFree = (text: string): boolean => text === 'Miễn phí' || text === 'Không';

const RIVALS = ['FEE-01', 'FEE-02', 'FEE-05', 'UNQ-04'];

const amount = (
  name: string,
  says: string,
  rules: readonly string[],
  turn: (amount: number, spot: Spot) => string | number | null,
): Operator =>
  textMistake(
    { id: `amounts.${name}`, says, fields: ['phi_le_phi'], rules: [...rules, ...RIVALS], reaches: 'subject' },
    (text, spot) => {
      const value = amountOf(text);
      return value === null || nationalLineOf(spot) === undefined || leftToCouncil(spot) ? null : turn(value, spot);
    },
  );

/** Fees that the provincial council sets: no national amount to compare with. */
const leftToCouncil = ({ text, national }: Spot): boolean =>
  /HĐND/.test(text) || (national?.channels.some(({ feeText }) => /HĐND/.test(feeText)) ?? false);

/** A remark put beside a fee. */
const remarked =
  (remark: (spot: Spot) => string | null): Operator['make'] =>
  (spot): Mistake | null => {
    const text = spot.keys.has('mo_ta') && spot.other('mo_ta') === '' ? remark(spot) : null;
    return text === null ? null : { with: { mo_ta: text }, shownAt: ['mo_ta'] };
  };

/** Mistakes in fees and what belongs to them. */
export const AMOUNT_OPERATORS: readonly Operator[] = [
  amount('lostThousands', 'the three zeros of the thousands are lost', ['FEE-02'], (value) => `${value / 1000} đồng`),
  amount('lostThousandsNumber', 'Excel keeps 50 of 50.000', ['FEE-02'], (value) => value / 1000),
  amount('extraZero', 'a zero too many', ['FEE-05'], (value) => `${grouped(value * 10)} đồng`),
  amount('lostZero', 'a zero too few', ['FEE-05'], (value) =>
    value % 10_000 === 0 ? `${grouped(value / 10)} đồng` : null,
  ),
  amount(
    'otherAmount',
    'another amount',
    ['FEE-05'],
    (value, { random }) => `${grouped(value + 1000 * (1 + random.below(40)))} đồng`,
  ),
  amount('free', 'charged nationally, "Miễn phí" here', ['FEE-05', 'FEE-11'], () => 'Miễn phí'),
  amount('words', 'the amount in words', ['FEE-01'], () => 'năm mươi nghìn'),
  amount('dollars', 'USD for VNĐ', ['FEE-04', 'FEE-05'], (value) => `${value / 1000} USD`),
  amount('separators', 'two kinds of separators', ['FEE-14', 'FEE-01'], (value) => `${grouped(value)},000 đồng`),
  {
    id: 'amounts.charged',
    says: 'free nationally, charged here',
    fields: ['phi_le_phi'],
    rules: ['FEE-05', 'FEE-06'],
    make: ({ text, national, random }) =>
      isFree(text) && national !== undefined && national.channels.every(({ fee }) => fee?.kind === 'free')
        ? {
            value: `${grouped(5000 * (1 + random.below(20)))} đồng`,
            shownAt: ['ma_phi', 'loai_phi'],
            reaches: 'subject',
          }
        : null,
  },
  {
    id: 'amounts.blank',
    says: 'the fee is left blank',
    fields: ['phi_le_phi'],
    rules: ['CMP-08'],
    make: ({ text }) => (text === '' ? null : { value: '', reaches: 'subject' }),
  },
  {
    id: 'amounts.unknown',
    says: '"đang cập nhật" for the fee',
    fields: ['phi_le_phi'],
    rules: ['CMP-08', 'CMP-12'],
    make: ({ text, random }) =>
      text === '' ? null : { value: random.pick(['đang cập nhật', '...', 'Không có thông tin']), reaches: 'subject' },
  },
  {
    id: 'amounts.remarkDiffers',
    says: 'the description states another amount',
    fields: ['phi_le_phi'],
    datasets: ['channels'],
    rules: ['FEE-03', 'FEE-16'],
    make: remarked(({ text }) => (amountOf(text) !== null || isFree(text) ? 'Lệ phí: 915.000 đồng/hồ sơ' : null)),
  },
  {
    id: 'amounts.expiredCircular',
    says: 'a discount by TT 63/2023, no longer in force',
    fields: ['phi_le_phi'],
    datasets: ['channels'],
    rules: ['FEE-08', 'FEE-07'],
    make: remarked(({ text }) =>
      amountOf(text) === null ? null : 'Nộp trực tuyến giảm 50% theo Thông tư số 63/2023/TT-BTC',
    ),
  },
  {
    id: 'amounts.expiredDay',
    says: 'a discount whose last day has passed',
    fields: ['phi_le_phi'],
    rules: ['FEE-07'],
    make: ({ text }) =>
      amountOf(text) === null || /HĐND/.test(text)
        ? null
        : { value: `${text} (áp dụng đến hết ngày 31/12/2025)`, reaches: 'row' },
  },
  {
    id: 'amounts.dearerOnline',
    says: 'online costs more than at the counter',
    fields: ['phi_le_phi'],
    datasets: ['channels'],
    rules: ['FEE-12', 'FEE-05'],
    make: (spot) => {
      const value = amountOf(spot.text);
      return value === null || leftToCouncil(spot) || spot.other('hinh_thuc_nop') !== 'Trực tuyến'
        ? null
        : { value: `${grouped(value * 2)} đồng`, reaches: 'subject' };
    },
  },
  {
    id: 'amounts.mixedKind',
    says: '"Phí, lệ phí" in one line',
    fields: ['loai_phi'],
    datasets: ['feeConfigs', 'channels'],
    rules: ['FEE-09'],
    make: ({ text }) => (text === '' ? null : { value: 'Phí, lệ phí', shownAt: ['phi_le_phi'] }),
  },
  {
    id: 'amounts.noCode',
    says: 'a charge without its fee code',
    fields: ['ma_phi'],
    datasets: ['feeConfigs'],
    rules: ['FEE-10'],
    make: ({ text }) => (text === '' ? null : { value: '', reaches: 'row' }),
  },
  {
    id: 'amounts.noBasis',
    says: 'a charge without its legal basis',
    fields: ['can_cu_thu_phi'],
    datasets: ['feeConfigs'],
    rules: ['FEE-15'],
    make: ({ text }) => (text === '' ? null : { value: '', shownAt: ['phi_le_phi'] }),
  },
];
