import { describe, expect, test } from 'vitest';
import {
  formatDecisionNumber,
  parseDecisionNumber,
  repairDecisionNumber,
} from '../../../shared/domain/decisionNumber.ts';
import {
  findDocumentNumbers,
  formatDocumentNumber,
  isSameDocument,
  parseDocumentNumber,
} from '../../../shared/domain/documentNumber.ts';

describe('a document number is read and written', () => {
  test.each([
    ['5710/QĐ-BCA-C06', { number: '5710', symbol: 'QĐ-BCA-C06' }],
    ['64/2025/TT-BTC', { number: '64', year: 2025, symbol: 'TT-BTC' }],
    ['97/2015/QH13', { number: '97', year: 2015, symbol: 'QH13' }],
    ['19/2025/QĐ-TTg', { number: '19', year: 2025, symbol: 'QĐ-TTg' }],
    ['05/2014/TTLT-BTP-BNG', { number: '05', year: 2014, symbol: 'TTLT-BTP-BNG' }],
    ['21/2016/TT-BNN&PTNT', { number: '21', year: 2016, symbol: 'TT-BNN&PTNT' }],
    ['12a/NQ-HĐND', { number: '12', letter: 'a', symbol: 'NQ-HĐND' }],
  ])('%s', (text, expected) => {
    expect(parseDocumentNumber(text)).toEqual({ ok: true, value: expected });
    expect(formatDocumentNumber(expected)).toBe(text);
  });

  test.each([
    ['', 'empty', 0, 0],
    ['QĐ/0001-BCA', 'noNumber', 0, 3],
    ['Không có', 'noNumber', 0, 8],
    ['1681', 'noSymbol', 4, 4],
    ['12-QĐ', 'malformed', 2, 5],
    ['64/2025/TT-BTC và', 'malformed', 2, 17],
  ])('%j is refused as %s', (text, reason, start, end) => {
    expect(parseDocumentNumber(text)).toEqual({ ok: false, reason, span: { start, end } });
  });
});

describe('the document numbers of a text are found where they stand', () => {
  test.each([
    ['Thông tư số 64/2025/TT-BTC ngày 30/6/2025 và NĐ 63/2010/NĐ-CP.', ['64/2025/TT-BTC', '63/2010/NĐ-CP']],
    ['Theo TT-BTС 226/2016/TT-BTС', ['226/2016/TT-BTC']], // Cyrillic С, as in 1.010387
    ['47/2014/QH13Thông tư quy định 53/2016/TT-BCA', ['47/2014/QH13', '53/2016/TT-BCA']], // glued, real
    ['08/2020/NĐ-CPLuật Thi hành án', ['08/2020/NĐ-CP']],
    ['17/2025/TT-BTCsửa đổi', ['17/2025/TT-BTC']],
    ['105/2021/TT-BTC80/2021/TT-BTC', ['105/2021/TT-BTC', '80/2021/TT-BTC']],
    ['Quyết định 19/2025/QĐ–TTg', ['19/2025/QĐ-TTg']],
    ['ngày 31/12/2026, 15 ngày/tháng, 10.000 đồng/bản', []],
    ['km/h', []],
    ['', []],
  ])('%j → %j', (text, expected) => {
    const found = findDocumentNumbers(text);
    expect(found.map(({ document }) => formatDocumentNumber(document))).toEqual(expected);
    for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/^\d.*[A-Zg\dС]$/);
  });
});

test.each([
  ['05/QĐ-UBND', '5/QĐ-UBND', true],
  ['5/2026/QĐ-UBND', '5/QĐ-UBND', false],
  ['19/2025/QĐ-TTg', '19/2025/QĐ-TTG', true],
  ['5/QĐ-BTP', '5/QĐ-BTC', false],
])('%s and %s name one document: %s', (left, right, expected) => {
  const [first, second] = [parseDocumentNumber(left), parseDocumentNumber(right)];
  expect(first.ok && second.ok && isSameDocument(first.value, second.value)).toBe(expected);
});

describe('a decision number is read with its issuer', () => {
  test.each([
    ['1262/QĐ-BTP', { number: '1262', symbol: 'QĐ-BTP', issuer: 'BTP' }],
    ['5710/QĐ-BCA-C06', { number: '5710', symbol: 'QĐ-BCA-C06', issuer: 'BCA-C06' }],
    ['19/2025/QĐ-TTg', { number: '19', year: 2025, symbol: 'QĐ-TTg', issuer: 'TTg' }],
    [
      '1262/QĐ-BTP ngày 05/3/2026',
      { number: '1262', symbol: 'QĐ-BTP', issuer: 'BTP', signedOn: { iso: '2026-03-05', day: 20_517 } },
    ],
    [
      '1262/QĐ-BTP, ngày 5 tháng 3 năm 2026',
      { number: '1262', symbol: 'QĐ-BTP', issuer: 'BTP', signedOn: { iso: '2026-03-05', day: 20_517 } },
    ],
  ])('%j', (text, expected) => {
    const decision = parseDecisionNumber(text);
    expect(decision).toEqual({ ok: true, value: expected });
    if (decision.ok) expect(text).toContain(formatDecisionNumber(decision.value));
  });

  // All but the last three stand in the national catalogue.
  test.each([
    ['QĐ/0001-BCA', 'noNumber'],
    ['Demo/QĐ-BCA', 'noNumber'],
    ['SỐ 1/QĐ-NHNN', 'noNumber'],
    ['QĐ2338-BTP', 'noNumber'],
    ['1681', 'noSymbol'],
    ['3713/QD-BTP', 'plainD'],
    ['52./QĐ-BXD', 'malformed'],
    ['64/2025/TT-BTC', 'notDecision'],
    ['1262/qđ-btp', 'malformed'],
    ['', 'empty'],
  ])('%j is refused as %s', (text, reason) => {
    expect(parseDecisionNumber(text)).toMatchObject({ ok: false, reason });
  });
});

test.each([
  ['SỐ 1/QĐ-NHNN', '1/QĐ-NHNN'],
  ['52./QĐ-BXD', '52/QĐ-BXD'],
  ['3713/QD-BTP', '3713/QĐ-BTP'],
  ['QĐ2338-BTP', '2338/QĐ-BTP'],
  ['Quyết định số 1262/QĐ-BTP.', '1262/QĐ-BTP'],
  ['QĐ số: 1262/QĐ-BTP', '1262/QĐ-BTP'],
  ['1262 / QĐ - UBND', '1262/QĐ-UBND'],
  ['1262/qđ-ubnd', '1262/QĐ-UBND'],
  ['19/2025/QÐ-TTg', '19/2025/QĐ-TTg'],
  ['1262/QĐ–BTР', '1262/QĐ-BTP'],
  ['QĐ/0001-BCA', undefined],
  ['Demo/QĐ-BCA', undefined],
  ['1681', undefined],
  ['1262/QĐ-BTP', undefined],
  ['64/2025/TT-BTC', undefined],
])('the repair proposed for %j is %j', (text, expected) => {
  expect(repairDecisionNumber(text)).toBe(expected);
});
