import { describe, expect, test } from 'vitest';
import { parseComponentCode } from '../../../shared/domain/componentCode.ts';
import { formatDossierCode, parseDossierCode } from '../../../shared/domain/dossierCode.ts';
import { formatResultCode, parseResultCode, repairResultCode } from '../../../shared/domain/resultCode.ts';
import { formatSectorCode, parseSectorCode } from '../../../shared/domain/sectorCode.ts';

describe('a result code is read in both forms', () => {
  test.each([
    ['KQ.G01.000077', { form: 'new', agency: 'G01', serial: '000077' }],
    ['KQ.G12.0001300', { form: 'new', agency: 'G12', serial: '0001300' }],
    ['000.00.00.G11-KQ1711', { form: 'old', unit: '000.00.00', agency: 'G11', serial: '1711' }],
  ] as const)('%s', (text, expected) => {
    expect(parseResultCode(text)).toEqual({ ok: true, value: expected });
    expect(formatResultCode(expected)).toBe(text);
  });

  test.each([
    ['KQ-G10.000001', 2],
    ['KQ.G1.000001', 5],
    ['000.00.00.G12-KQ.032', 16],
    ['hgvg6', 0],
    ['1212', 3],
  ])('%s is malformed from character %i', (text, start) => {
    expect(parseResultCode(text)).toEqual({ ok: false, reason: 'malformed', span: { start, end: text.length } });
  });
});

// All spellings stand in the national catalogue of 7/2026.
test.each([
  ['KQ-G10.000001', 'KQ.G10.000001'],
  ['KQ-G10-KQ-000002', 'KQ.G10.000002'],
  ['KQ-G10-KQ00009', 'KQ.G10.00009'],
  ['KQ.g19.000012', 'KQ.G19.000012'],
  ['G19-KQ006098', 'KQ.G19.006098'],
  ['000.00.00.G12-KQ.3322', '000.00.00.G12-KQ3322'],
  ['TP-G12.0001300', undefined],
  ['BQP-CCS.KQ0001', undefined],
  ['000.00.00.KQ-1309', undefined],
  ['hgvg6', undefined],
  ['1212', undefined],
  ['KQ.G01.000077', undefined],
])('the repair proposed for %s is %j', (text, expected) => {
  expect(repairResultCode(text)).toBe(expected);
  if (expected !== undefined) expect(parseResultCode(expected).ok).toBe(true);
});

test.each([
  ['000.00.00.G01-KQ002651', true],
  ['000.00.00.G03-KQ0249', true],
  ['KQ.G01.000077', true],
  ['KQ.G01.0000771', false],
  ['KQ.G01.00077', false],
  ['000.00.00.G12-KQ235', false],
  ['', false],
])('%j is a component code: %s', (text, expected) => {
  expect(parseComponentCode(text).ok).toBe(expected);
});

test.each([
  ['G01-CA05', { agency: 'G01', sector: 'CA05' }],
  ['G01-CA11', { agency: 'G01', sector: 'CA11' }],
])('the sector code %s is read', (text, expected) => {
  expect(parseSectorCode(text)).toEqual({ ok: true, value: expected });
  expect(formatSectorCode(expected)).toBe(text);
});

test.each([
  ['', 'empty', 0],
  ['G01CA05', 'malformed', 3],
  ['G01-ca05', 'malformed', 4],
  ['G01-C', 'malformed', 5],
  ['G01-CA05678', 'malformed', 10],
  ['Tư pháp', 'malformed', 1],
])('the sector code %j is refused as %s', (text, reason, start) => {
  expect(parseSectorCode(text)).toEqual({ ok: false, reason, span: { start, end: text.length } });
});

describe('a dossier code is read in its three forms', () => {
  test.each([
    ['000.00.00.H21-260529-0001', 'old', '000.00.00.H21', '2026-05-29', '0001'],
    ['H56.12.34-250601-0001', 'agency', 'H56.12.34', '2025-06-01', '0001'],
    ['G09.20-20260609-0092637', 'portal', 'G09.20', '2026-06-09', '0092637'],
  ])('%s', (text, form, agency, iso, serial) => {
    const code = parseDossierCode(text);
    expect(code).toMatchObject({ ok: true, value: { form, agency, received: { iso }, serial } });
    if (code.ok) expect(formatDossierCode(code.value)).toBe(text);
  });

  test.each([
    ['', 'empty', 0, 0],
    ['H56.12.34-251301-0001', 'impossibleDate', 10, 16],
    ['G09.20-20260631-0092637', 'impossibleDate', 7, 15],
    ['000.00.00.H21-260529-01', 'malformed', 23, 23],
    ['H56.12.34/250601/0001', 'malformed', 9, 21],
    ['HS-001', 'malformed', 1, 6],
    ['1.002755', 'malformed', 1, 8],
  ])('%j is refused as %s', (text, reason, start, end) => {
    expect(parseDossierCode(text)).toEqual({ ok: false, reason, span: { start, end } });
  });
});
