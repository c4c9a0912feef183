import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFees, formatAmountVnd, formatFee, parseAmountCell, parseFee } from '../../../shared/domain/money.ts';
import type { Fee } from '../../../shared/domain/money.ts';

const read = (text: string): Fee => {
  const result = parseFee(text);
  if (!result.ok) throw new Error(`${text}: ${result.reason}`);
  return result.value;
};
const summary = (text: string): string => {
  const result = parseFee(text);
  if (!result.ok) return result.reason;
  const { value } = result;
  return [
    value.kind,
    ...value.amounts.map((level) =>
      [
        level.amount,
        level.currency === 'USD' ? ' USD' : '',
        level.unit === undefined ? '' : `/${level.unit}`,
        level.type === undefined ? '' : ` (${level.type})`,
        level.ambiguous ? '?' : '',
        level.style === 'mixed' ? ' mixed' : '',
      ].join(''),
    ),
    value.percent === undefined ? '' : `${value.percent}%`,
    value.min === undefined ? '' : `min ${value.min}`,
    value.max === undefined ? '' : `max ${value.max}`,
    value.exemption ? 'exemption' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
};

describe('a fee is read as offices write it', () => {
  test.each([
    ['Miễn phí', 'free'],
    ['mien phi', 'free'],
    ['Không', 'free'],
    ['Không thu', 'free'],
    ['0', 'free'],
    ['0 VNĐ', 'free'],
    ['Phí: 0 VNĐ', 'free'],
    ['Phí: Không; Lệ phí: Không', 'free'],
    ['Miễn phí theo Thông tư số 64/2025/TT-BTC', 'free'],
    ['Không có thông tin', 'unknown'],
    ['Không quy định', 'unknown'],
    ['', 'unknown'],
    ['-', 'unknown'],
    ['1,000,000 VNĐ', 'fixed 1000000'],
    ['500.000 Việt Nam Đồng', 'fixed 500000'],
    ['1 000 000 đồng', 'fixed 1000000'],
    ['1.234.567,50 đồng', 'fixed 1234567.5'],
    ['100.000', 'fixed 100000'],
    ['50000', 'fixed 50000'],
    ['8.000đ'.normalize('NFD'), 'fixed 8000'],
    ['50.000 (năm mươi nghìn) đồng', 'fixed 50000'],
    ['Lệ phí 15.000 đồng', 'fixed 15000 (le_phi)'],
    ['Phí: 10000', 'fixed 10000 (phi)'],
    ['Phí, lệ phí: 10.000 đồng', 'fixed 10000'],
    ['10 USD', 'fixed 10 USD'],
    ['$10', 'fixed 10 USD'],
    ['70 nghìn đồng', 'fixed 70000'],
    ['1,5 triệu đồng', 'fixed 1500000'],
    ['02 triệu đồng/lần cấp.', 'perUnit 2000000/lần cấp'],
    ['10.000 đồng/bản', 'perUnit 10000/bản'],
    ['5000/lần', 'perUnit 5000/lần'],
    ['50USD/chuyến bay', 'perUnit 50 USD/chuyến bay'],
    ['1.350.000 đồng/1 loại thuốc;', 'perUnit 1350000/loại thuốc'],
    ['100,000 Việt Nam Đồng(100.000 đồng/giấy)', 'perUnit 100000 100000/giấy'],
    ['3.000 đồng/GT-lần (tối thiểu 300.000)', 'perUnit 3000/GT-lần min 300000'],
    ['2.000đ/trang, từ trang 3: 1.000đ, tối đa 200.000đ/bản', 'tiered 2000/trang 1000 max 200000'],
    ['từ 50.000 đến 100.000 đồng', 'range 50000 100000'],
    ['Từ 50 đến 100 nghìn đồng', 'range 50000 100000'],
    ['50.000 - 100.000 đồng', 'range 50000 100000'],
    ['Phí: 50.000đ; Lệ phí: 20.000đ', 'tiered 50000 (phi) 20000 (le_phi)'],
    ['Phí: 0 đồng\nLệ phí: 50.000 đồng', 'fixed 0 (phi) 50000 (le_phi)'],
    ['Trực tuyến: 0 đồng; trực tiếp: 50.000 đồng', 'tiered 0 50000'],
    ['Miễn phí (190.000 đồng/sổ)', 'tiered 190000/sổ exemption'],
    ['Trực tiếp: 50.000 đồng. Nộp trực tuyến giảm 50%', 'tiered 50000 50%'],
    ['Từ 50 tỷ đến dưới 150 tỷ: 20 triệu đồng/ Giấy chứng nhận', 'perUnit 20000000/Giấy chứng nhận'],
    ['- Dưới 5 tấn: 50.000 đồng/giấy; - Từ 5 tấn đến 15 tấn: 100.000 đồng/giấy', 'tiered 50000/giấy 100000/giấy'],
    ['20% của 11.000.000 đồng', 'percentOf 11000000 20%'],
    ['Bằng 50% mức thu quy định tại Thông tư số 64/2025/TT-BTC', 'percentOf 50%'],
    ['Nộp 150.000 + (số tấn × 15.000)', 'formula 150000 15000'],
    ['Theo Thông tư số 64/2025/TT-BTC', 'byReference'],
    ['Miễn lệ phí cho người thuộc hộ nghèo', 'byReference'],
    ['65.000.000 đồng (sáu mươi lăm triệu đồng)/lần cấp phép', 'perUnit 65000000/lần cấp phép'],
    ['do HĐND cấp tỉnh quyết định', 'byCouncil'],
  ])('%s', (text, expected) => expect(summary(text)).toBe(expected));

  test.each([
    ['1.000', 'fixed 1000?'],
    ['2,500', 'fixed 2500?'],
    ['1.000 đồng', 'fixed 1000'],
    ['1.000,000 đồng', 'fixed 1000000 mixed'],
  ])('a doubtful separator is marked: %s', (text, expected) => expect(summary(text)).toBe(expected));

  test.each([
    ['Theo Điều 4, 5 và 6 Thông tư số 216/2016/TT-BTC ngày 10/11/2016', 'byReference'],
    ['Theo khoản 2 Điều 22 Luật Hợp tác xã năm 2023', 'byReference'],
    ['5710/QĐ-BCA-C06', 'byReference'],
    ['Quy định tại mục 1.2.1 Biểu phí', 'byReference'],
    ['1.003133', 'unreadable'],
    ['Thẻ tạm trú có thời hạn không quá 02 năm: 145 USD/thẻ.', 'perUnit 145 USD/thẻ'],
  ])('dates, articles, codes and document numbers are no amounts: %s', (text, expected) =>
    expect(summary(text)).toBe(expected),
  );

  test.each([
    ['-50.000', 'negative'],
    ['Phí: -5000 đồng', 'negative'],
    ['1.00.000', 'malformedFigure'],
    ['10.0000 đồng', 'malformedFigure'],
    ['abc', 'unreadable'],
    ['1200', 'fixed 1200'],
  ])('%s → %s', (text, expected) => expect(summary(text)).toBe(expected));

  test('validity, legal basis and condition are kept', () => {
    const text =
      '600.000 đồng/hồ sơ (áp dụng mức phí 300.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC)';
    expect(read(text)).toMatchObject({
      kind: 'tiered',
      validFrom: '2025-07-01',
      validTo: '2026-12-31',
      legalRefs: ['64/2025/TT-BTC'],
    });
    expect(read('50.000 đồng (đối với cá nhân)').condition).toBe('đối với cá nhân');
    expect(read('50.000 đồng. Ngày 31/02/2026 đến 31/02/2026').validTo).toBeUndefined();
  });

  test('spans underline amount and currency in the text as written', () => {
    const text = 'Lệ phí: 10.000 đồng/bản'.normalize('NFD');
    expect(read(text).amounts.map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual([
      '10.000 đồng',
    ]);
    expect(parseFee('Phí: 1.00.000đ')).toMatchObject({ span: { start: 5, end: 13 } });
  });
});

describe('a number cell is taken as stored', () => {
  test.each([
    ['10000', 'number', '10000', { ok: true, value: { kind: 'fixed', amounts: [{ amount: 10000, currency: 'VND' }] } }],
    ['1,000,000', 'number', '1000000', { ok: true, value: { kind: 'fixed', amounts: [{ amount: 1_000_000 }] } }],
    ['0', 'number', '0', { ok: true, value: { kind: 'free' } }],
    ['', 'empty', '', { ok: true, value: { kind: 'unknown' } }],
    ['10.000 đồng', 'text', '10.000 đồng', { ok: true, value: { kind: 'fixed' } }],
    ['-5', 'number', '-5', { ok: false, reason: 'negative' }],
    ['50%', 'number', '0.5', { ok: false, reason: 'unreadable' }],
    ['01/01/2026', 'date', '46023', { ok: false, reason: 'unreadable' }],
  ] as const)('%s (%s)', (text, kind, raw, expected) =>
    expect(parseAmountCell(text, kind, raw)).toMatchObject(expected),
  );
});

describe('only single levels are compared', () => {
  test.each([
    ['50.000 đồng', '50,000 VNĐ', 'same'],
    ['50.000 đồng', '70.000 đồng', 'different'],
    ['50.000 đồng/hồ sơ', '50.000', 'same'],
    ['10.000 đồng/bản', '10.000 đồng/Bản', 'same'],
    ['10.000 đồng/bản', '10.000 đồng/trang', 'notComparable'],
    ['10.000 đồng/bản', '12.000 đồng/bản', 'different'],
    ['10 USD', '10 VNĐ', 'different'],
    ['Miễn phí', '0 đồng', 'same'],
    ['Miễn phí', '50.000 đồng', 'different'],
    ['', 'Miễn phí', 'notComparable'],
    ['Không có thông tin', '50.000 đồng', 'notComparable'],
    ['từ 50.000 đến 100.000 đồng', '50.000 đồng', 'notComparable'],
    ['Theo Thông tư 1/2025/TT-BTC', 'Theo Thông tư 1/2025/TT-BTC', 'notComparable'],
    ['1.000', '1 đồng', 'notComparable'],
  ] as const)('%s ↔ %s: %s', (a, b, expected) => expect(compareFees(read(a), read(b))).toBe(expected));
});

test('amounts are written with dots', () => {
  expect(formatAmountVnd(1_234_567)).toBe('1.234.567 đ');
  expect(formatFee(read('1,5 triệu đồng/bản'))).toBe('1.500.000 đ/bản');
  expect(formatFee(read('Từ 50 đến 100 nghìn đồng'))).toBe('Từ 50.000 đ đến 100.000 đ');
  expect(formatFee(read('không thu'), 'en')).toBe('Free of charge');
});

test('what is written is read back', () => {
  const amount = fc.integer({ min: 1, max: 2_000_000_000 });
  const unit = fc.constantFrom(undefined, 'bản', 'Giấy chứng nhận', 'tờ khai');
  fc.assert(
    fc.property(amount, fc.constantFrom('VND' as const, 'USD' as const), unit, (value, currency, per) => {
      const level = {
        amount: value,
        currency,
        stated: true,
        style: 'dot' as const,
        start: 0,
        end: 0,
        ...(per ? { unit: per } : {}),
      };
      const fee: Fee = { kind: per ? 'perUnit' : 'fixed', amounts: [level], legalRefs: [], raw: '' };
      const again = read(formatFee(fee));
      expect(again).toMatchObject({
        kind: fee.kind,
        amounts: [{ amount: value, currency, ...(per ? { unit: per } : {}) }],
      });
      expect(compareFees(fee, again)).toBe('same');
    }),
  );
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      fc.pre(a < b);
      const text = `Từ ${formatAmountVnd(a)} đến ${formatAmountVnd(b)}`;
      expect(formatFee(read(text))).toBe(text);
    }),
  );
});

test('every way to set thousands apart gives the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000, max: 2_000_000_000 }),
      fc.constantFrom('.', ',', ' ', '\u00a0', ''),
      (value, mark) => {
        const text = `${String(value).replace(/\d(?=(?:\d{3})+$)/g, `$&${mark}`)} đồng`;
        expect(read(text).amounts[0]?.amount).toBe(value);
      },
    ),
  );
});

test('any text gets an answer, and spans stay inside it', () => {
  const pieces = fc.constantFrom(
    '50',
    '.000',
    ',000',
    ' đồng',
    '/bản',
    '(',
    ')',
    ';',
    '\n',
    'Từ ',
    ' đến ',
    '%',
    ' × ',
    'Miễn phí',
    'phí: ',
    '64/2025/TT-BTC',
    '-',
    'e\u0301',
    '😀',
    ' triệu',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (list) => {
      const text = list.join('');
      const result = parseFee(text);
      const spans = result.ok ? result.value.amounts : [result.span];
      for (const span of spans) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
    }),
  );
});

const catalogue = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/reference/national_catalogue_2026-07.jsonl',
);
test.skipIf(!existsSync(catalogue))(
  'every fee of the national catalogue is read (needs the shared data folder)',
  () => {
    const texts = new Set<string>();
    for (const [, text] of readFileSync(catalogue, 'utf8').matchAll(/"fee_text": "([^"]+)"/g)) texts.add(text!);
    for (const [, amount, currency] of readFileSync(catalogue, 'utf8').matchAll(
      /"amount_text": "([^"]+)", "currency": "(\w+)"/g,
    )) {
      texts.add(`${amount} ${currency}`);
    }
    expect(texts.size).toBeGreaterThan(90);
    for (const text of texts) expect(['free', 'unknown', 'fixed']).toContain(summary(text).split(' ')[0]);
  },
);
