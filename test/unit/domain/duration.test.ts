import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breakdownAddsUp,
  compareDurations,
  findDurations,
  formatDuration,
  parseDuration,
  parseDurationUnit,
  workingHours,
} from '../../../shared/domain/duration.ts';
import type { Duration, DurationPart, DurationUnit } from '../../../shared/domain/duration.ts';

const read = (text: string, unit?: DurationUnit): Duration => {
  const result = parseDuration(text, unit);
  if (!result.ok) throw new Error(`${text}: ${result.reason}`);
  return result.value;
};
const summary = (text: string): string => {
  const result = parseDuration(text);
  if (!result.ok) return result.reason;
  const parts = (list: readonly DurationPart[]): string =>
    list.map((part) => `${part.amount} ${part.unit}`).join(' + ');
  const { value } = result;
  return [
    value.kind,
    value.from ? `${parts([value.from])} ..` : '',
    parts(value.parts),
    value.atMost ? 'at most' : '',
    value.breakdown?.map((share) => `[${share.label}: ${parts(share.parts)}]`).join('') ?? '',
    value.cases?.map((entry) => `[${entry.label}: ${parts(entry.parts)}]`).join('') ?? '',
    value.extension ? `up to ${parts(value.extension.max)}` : '',
    value.suspended ? 'suspended' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
};

describe('a deadline is read as offices write it', () => {
  test.each([
    ['03 ngày làm việc', 'fixed 3 workingDay'],
    ['3 ngay lam viec', 'fixed 3 workingDay'],
    ['15 (mười lăm) ngày', 'fixed 15 day'],
    ['½ ngày', 'fixed 0.5 day'],
    ['1/2 ngày làm việc', 'fixed 0.5 workingDay'],
    ['3½ ngày', 'fixed 3.5 day'],
    ['0,5 ngày', 'fixed 0.5 day'],
    ['Nửa ngày làm việc', 'fixed 0.5 workingDay'],
    ['15 ngày làm việc'.normalize('NFD'), 'fixed 15 workingDay'],
    ['5 nlv', 'fixed 5 workingDay'],
    ['03 ngày LV', 'fixed 3 workingDay'],
    ['03 ngày l.v.', 'fixed 3 workingDay'],
    ['05 ngày làm vệc', 'fixed 5 workingDay'],
    ['8 giờ làm việc', 'fixed 8 workingHour'],
    ['04 giờ', 'fixed 4 hour'],
    ['30 phút', 'fixed 30 minute'],
    ['02 tuần', 'fixed 14 day'],
    ['7 WORKING_DAY', 'fixed 7 workingDay'],
    ['60 DAY', 'fixed 60 day'],
    ['4 MONTH', 'fixed 4 month'],
    ['- 05 ngày làm việc', 'fixed 5 workingDay'],
    ['Không quá 05 ngày', 'fixed 5 day at most'],
    ['Tối đa 7 ngày làm việc', 'fixed 7 workingDay at most'],
    ['từ 03 đến 05 ngày', 'fixed 3 day .. 5 day'],
    ['3-5 ngày làm việc', 'fixed 3 workingDay .. 5 workingDay'],
    ['5 ngày làm việc (40 giờ)', 'fixed 5 workingDay'],
    ['Trong thời hạn 14 ngày kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ.', 'fixed 14 day'],
    ['02 tháng và 15 ngày làm việc', 'composite 2 month + 15 workingDay'],
    ['Trong ngày', 'sameDay 8 workingHour'],
    ['trong ngay', 'sameDay 8 workingHour'],
    ['Ngay trong ngày làm việc', 'sameDay 8 workingHour'],
    ['Ngay sau khi nhận đủ hồ sơ', 'immediate'],
    ['Ngay khi tiếp nhận', 'immediate'],
    ['Giải quyết ngay', 'immediate'],
    ['ngay', 'immediate'],
    ['Theo quy định của Luật Đất đai', 'byReference'],
  ])('%s', (text, expected) => expect(summary(text)).toBe(expected));

  test.each([
    ['15 ngày, trong đó: Sở A 10 ngày, UBND tỉnh 5 ngày', 'breakdown 15 day [Sở A: 10 day][UBND tỉnh: 5 day]'],
    ['15 ngày (trong đó A 10, B 5)', 'breakdown 15 day [A: 10 day][B: 5 day]'],
    ['15 ngày (Sở A 10 ngày, B 5 ngày)', 'breakdown 15 day [Sở A: 10 day][B: 5 day]'],
    ['30 ngày; trường hợp phức tạp thì gia hạn nhưng không quá 45 ngày', 'fixed 30 day up to 45 day'],
    [
      'Trong ngày làm việc, trường hợp cần xác minh không quá 03 ngày làm việc',
      'sameDay 8 workingHour up to 3 workingDay',
    ],
    ['15 ngày làm việc (không tính thời gian bổ sung hồ sơ)', 'fixed 15 workingDay suspended'],
    [
      '- Đối với trường hợp (1): 10 ngày làm việc\n- Đối với trường hợp (2): 05 ngày làm việc',
      'cases [Đối với trường hợp (1): 10 workingDay][Đối với trường hợp (2): 5 workingDay]',
    ],
    ['20 ngày đối với tổ chức, 15 ngày đối với cá nhân', 'cases [đối với tổ chức: 20 day][đối với cá nhân: 15 day]'],
    ['2 WORKING_DAY | 3 WORKING_DAY', 'cases [: 2 workingDay][: 3 workingDay]'],
  ])('%s', (text, expected) => expect(summary(text)).toBe(expected));

  test.each([
    ['05 ngày làm việc kể từ ngày 31 tháng 12 năm 2026', 'fixed 5 workingDay'],
    ['Trong ngày làm việc; nếu nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo', 'sameDay 8 workingHour'],
    ['Cơ sở có 1 dây chuyền: 07 ngày', 'fixed 7 day'],
    ['05 ngày; tiếp nhận từ 7 giờ 30 đến 17 giờ', 'fixed 5 day'],
  ])('dates and times of day are no deadline: %s', (text, expected) => expect(summary(text)).toBe(expected));
});

describe('a deadline that cannot be read says why', () => {
  test.each([
    ['', 'empty'],
    [' \u00a0\n', 'empty'],
    ['Không có thông tin', 'notStated'],
    ['-', 'notStated'],
    ['5', 'unitMissing'],
    ['05 (năm)', 'unitMissing'],
    ['1 OTHER', 'unitMissing'],
    ['1 (khác)', 'unitMissing'],
    ['-3', 'negative'],
    ['-5 ngày', 'negative'],
    ['ngày', 'unreadable'],
    ['xyz', 'unreadable'],
    ['31/12/2026', 'unreadable'],
  ])('%j → %s', (text, reason) => expect(summary(text)).toBe(reason));

  test('a bare figure takes the unit of its row', () => {
    expect(read('5', 'workingDay').parts).toEqual([{ amount: 5, unit: 'workingDay' }]);
    expect(parseDuration('1 OTHER', 'day')).toMatchObject({ ok: false, reason: 'unitMissing' });
  });

  test('the wrong stretch is underlined', () => {
    expect(parseDuration('Trả: 1 OTHER')).toEqual({ ok: false, reason: 'unitMissing', span: { start: 5, end: 12 } });
  });
});

test.each([
  ['Ngày làm việc', 'workingDay'],
  ['WORKING_DAY', 'workingDay'],
  ['ngày', 'day'],
  ['Giờ', 'hour'],
  ['OTHER', 'other'],
  ['Khác', 'other'],
  ['đồng', undefined],
])('the unit column %j names %s', (text, unit) => expect(parseDurationUnit(text)).toBe(unit));

test('spans underline the figures in the text as it was written', () => {
  const text = 'Thời hạn: 03 ngày làm việc, kể từ …'.normalize('NFD');
  const { spans } = read(text);
  expect(spans.map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual(['03 ngày làm việc']);
  expect(findDurations('Nộp 10 ngày, trả 2 giờ').map(({ span }) => span)).toEqual([
    { start: 4, end: 11 },
    { start: 17, end: 22 },
  ]);
});

describe('deadlines are compared only inside one family of units', () => {
  test.each([
    ['8 giờ làm việc', '01 ngày làm việc', { relation: 'same' }],
    ['Trong ngày', '1 ngày làm việc', { relation: 'same' }],
    ['3 ngày làm việc', '5 ngày làm việc', { relation: 'shorter', percent: 40 }],
    ['6 ngày', '5 ngày', { relation: 'longer', percent: 20 }],
    ['10 ngày', '10 ngày làm việc', { relation: 'unitMismatch' }],
    ['8 giờ', '8 giờ làm việc', { relation: 'unitMismatch' }],
    ['1 tháng', '30 ngày', { relation: 'notComparable' }],
    ['1 tháng', '20 ngày làm việc', { relation: 'notComparable' }],
    ['3 tháng', '3 ngày làm việc', { relation: 'longer' }],
    ['5 ngày', '1 tháng', { relation: 'shorter' }],
    ['1 năm', '200 ngày', { relation: 'longer' }],
    ['1 năm', '12 tháng', { relation: 'same' }],
    ['02 tháng và 15 ngày', '02 tháng và 20 ngày', { relation: 'shorter' }],
    ['Ngay khi nhận đủ hồ sơ', 'ngay', { relation: 'same' }],
    ['Ngay khi nhận đủ hồ sơ', '1 ngày', { relation: 'notComparable' }],
    ['15 ngày, trong đó: A 10 ngày, B 5 ngày', '15 ngày', { relation: 'same' }],
    ['3 DAY | 10 DAY', '10 ngày; 3 ngày', { relation: 'same' }],
    ['Theo quy định', 'Theo quy định', { relation: 'notComparable' }],
  ])('%s ↔ %s', (a, b, expected) => expect(compareDurations(read(a), read(b))).toEqual(expected));

  test('the shares of a total are added up', () => {
    expect(breakdownAddsUp(read('15 ngày, trong đó: A 10 ngày, B 5 ngày'))).toBe(true);
    expect(breakdownAddsUp(read('15 ngày (trong đó A 10, B 6)'))).toBe(false);
    expect(breakdownAddsUp(read('15 ngày (trong đó A 10 ngày làm việc, B 5 ngày)'))).toBeUndefined();
    expect(breakdownAddsUp(read('15 ngày'))).toBeUndefined();
  });

  test('working time is counted in hours for the sum of workflow steps', () => {
    expect(workingHours(read('2 ngày làm việc').parts)).toBe(16);
    expect(workingHours(read('2 ngày').parts)).toBeUndefined();
  });
});

test('English for the reader who has no Vietnamese', () => {
  expect(formatDuration(read('không quá 3 ngày làm việc'), 'en')).toBe('At most 3 working days');
});

const units: readonly DurationUnit[] = ['minute', 'hour', 'workingHour', 'day', 'workingDay', 'month', 'year'];
const part = fc.record({
  amount: fc.oneof(
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 1, max: 9 }).map((half) => half + 0.5),
  ),
  unit: fc.constantFrom(...units),
});
const label = fc.constantFrom('Sở Xây dựng', 'UBND tỉnh', 'Bộ phận Một cửa', 'VPĐKĐĐ');
const labelled = fc.record({ label, parts: part.map((one) => [one]) });
const share = fc.record({
  label,
  parts: fc.integer({ min: 1, max: 30 }).map((amount) => [{ amount, unit: 'day' as const }]),
});
const written = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), parts: part.map((one) => [one]), atMost: fc.boolean() }),
  fc.record({
    kind: fc.constant('composite' as const),
    parts: fc.tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 29 })).map(([month, day]) => [
      { amount: month, unit: 'month' as const },
      { amount: day, unit: 'workingDay' as const },
    ]),
    atMost: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('breakdown' as const),
    parts: fc.constant([{ amount: 30, unit: 'day' as const }]),
    atMost: fc.boolean(),
    breakdown: fc.array(share, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('cases' as const),
    parts: fc.constant([]),
    atMost: fc.constant(false),
    cases: fc
      .array(labelled, { minLength: 2, maxLength: 4 })
      .filter((entries) => new Set(entries.map((entry) => JSON.stringify(entry.parts))).size > 1),
  }),
);

test('what is written is read back', () => {
  fc.assert(
    fc.property(written, (duration) => {
      const text = formatDuration({ ...duration, spans: [] } as unknown as Duration);
      expect(
        JSON.parse(JSON.stringify(read(text), (key, value) => (key === 'span' || key === 'spans' ? undefined : value))),
      ).toEqual(duration);
    }),
  );
});

test('any text gets an answer, and spans stay inside it', () => {
  const pieces = fc.constantFrom(
    '15',
    ' ngày',
    ' làm việc',
    '(',
    ')',
    ',',
    '; ',
    '\n',
    'trong đó ',
    '½',
    ' giờ',
    ' đến ',
    '-',
    'Ngay ',
    'ê\u0301',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
      const text = list.join('');
      const result = parseDuration(text);
      const spans = result.ok ? result.value.spans : [result.span];
      for (const span of spans) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
    }),
  );
});

const catalogue = path.resolve(import.meta.dirname, '../../../../shared/data/reference/national_catalogue_2026-07.csv');
test.skipIf(!existsSync(catalogue))(
  'every deadline of the national catalogue is read or lacks a unit (needs the shared data folder)',
  () => {
    const notation = /(?<=[,"])(?:\d+(?:\.\d+)? (?:WORKING_DAY|DAY|HOUR|MONTH|OTHER)(?: \| )?)+(?=[,"])/g;
    const texts = readFileSync(catalogue, 'utf8').match(notation) ?? [];
    expect(texts.length).toBeGreaterThan(4000);
    const failures = texts.filter((text) => {
      const result = parseDuration(text);
      return !result.ok && !(result.reason === 'unitMissing' && text.includes('OTHER'));
    });
    expect(failures).toEqual([]);
  },
);
