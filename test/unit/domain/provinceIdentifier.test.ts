import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { provinceOfIdentifier } from '../../../shared/domain/provinceIdentifier.ts';

const spell = (identifier: string): string => {
  const found = provinceOfIdentifier(identifier);
  if (found === undefined) return '';
  const { former, province, successorIdentifier, absorbed } = found;
  return `${former.name} → ${province.name} ${successorIdentifier}${absorbed ? ', absorbed' : ''}`;
};

test.each([
  ['H13', 'Cần Thơ → Cần Thơ H13'],
  ['H21', 'Gia Lai → Gia Lai H21'],
  ['H29', 'Hồ Chí Minh → Hồ Chí Minh H29'],
  ['H56', 'Thanh Hóa → Thanh Hoá H56'],
  ['H10', 'Bình Phước → Đồng Nai H19, absorbed'],
  ['H02', 'Bắc Giang → Bắc Ninh H05, absorbed'],
  ['H63', 'Yên Bái → Lào Cai H38, absorbed'],
  ['H57', 'Thừa Thiên Huế → Huế H57'],
  ['H00', ''],
  ['H64', ''],
  ['G01', ''],
  ['', ''],
])('identifier %s: %s', (identifier, expected) => expect(spell(identifier)).toBe(expected));

const TABLE = path.resolve(import.meta.dirname, '../../../../shared/data/reference/province_63_to_34_with_Hcode.csv');
test.skipIf(!existsSync(TABLE))('all 63 identifiers agree with the table in the shared data folder', () => {
  const rows = readFileSync(TABLE, 'utf8').trim().split('\n').slice(1);
  expect(rows.length).toBe(63);
  for (const row of rows) {
    const [identifier, , formerCode, code, , kept] = row.split(',') as [string, string, string, string, string, string];
    const found = provinceOfIdentifier(identifier);
    expect([identifier, found?.former.code, found?.province.code, found?.absorbed]).toEqual([
      identifier,
      formerCode,
      code,
      kept !== '1',
    ]);
  }
});
