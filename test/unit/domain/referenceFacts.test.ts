import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  communeByCode,
  communeFullName,
  communes,
  findCommune,
  formerCommunesByCode,
  formerProvinces,
  provinceByCode,
  provinceFullName,
  provinces,
} from '../../../shared/domain/administrativeUnit.ts';
import { banks } from '../../../shared/domain/bankCode.ts';
import { COMMUNES } from '../../../shared/domain/facts/communes.ts';
import { FORMER_COMMUNES } from '../../../shared/domain/facts/formerCommunes.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data/reference');
const here = (file: string): boolean => existsSync(path.join(folder, file));
const rows = (file: string): string[][] =>
  readFileSync(path.join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

describe('the compiled facts are complete', () => {
  test('34 provinces, 63 former ones, each with a successor', () => {
    expect(provinces()).toHaveLength(34);
    expect(new Set(provinces().map(({ code }) => code)).size).toBe(34);
    expect(formerProvinces()).toHaveLength(63);
    expect(new Set(formerProvinces().map(({ code }) => code)).size).toBe(63);
    expect(formerProvinces().filter(({ successor }) => provinceByCode(successor) === undefined)).toEqual([]);
    expect(new Set(formerProvinces().map(({ successor }) => successor)).size).toBe(34);
  });

  test('3,321 communes, 13 of them special zones, without a code twice', () => {
    expect(communes()).toHaveLength(3321);
    expect(new Set(communes().map(({ code }) => code)).size).toBe(3321);
    expect(communes().filter(({ level }) => level === 'dac_khu')).toHaveLength(13);
    expect(communes().filter(({ level }) => level === 'phuong')).toHaveLength(697);
    expect(communes().filter(({ province }) => provinceByCode(province) === undefined)).toEqual([]);
    expect(
      communes().filter(({ code, name }) => !/^\d{5}$/.test(code) || name !== name.normalize('NFC').trim()),
    ).toEqual([]);
  });

  test('every former commune leads to a commune of today in the successor of its province', () => {
    const successorOf = new Map(formerProvinces().map(({ name, successor }) => [name.normalize('NFC'), successor]));
    const lost: string[] = [];
    let count = 0;
    for (const line of FORMER_COMMUNES.trim().split('\n')) {
      const [province, , list] = line.split('|') as [string, string, string];
      for (const entry of list.split(',')) {
        count += 1;
        const successor = communeByCode(entry.slice(5, 10));
        const expected = successorOf.get(province) ?? findProvinceCode(province);
        if (successor === undefined || successor.province !== expected) lost.push(`${province}: ${entry}`);
      }
    }
    expect(count).toBeGreaterThan(10_500);
    expect(lost).toEqual([]);
  });

  test('banks have one key each, BINs of six and CITAD numbers of three digits', () => {
    expect(banks().length).toBeGreaterThanOrEqual(62);
    expect(new Set(banks().map(({ key }) => key)).size).toBe(banks().length);
    expect(
      banks().filter(({ bin, citad }) => !/^(?:\d{6})?$/.test(bin ?? '') || !/^(?:\d{3})?$/.test(citad ?? '')),
    ).toEqual([]);
  });

  test('the tables stay small enough to ship with every part of the application', () => {
    expect(COMMUNES.length + FORMER_COMMUNES.length).toBeLessThan(400_000);
  });
});

const findProvinceCode = (name: string): string | undefined => {
  // The tone mark may stand elsewhere (Hòa, Hoà), and Huế took its name of today before the merger.
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
  if (name === 'Huế') return '46';
  return formerProvinces().find((former) => plain(former.name) === plain(name))?.successor;
};

describe('the compiled facts agree with the lists of the decision', () => {
  test.skipIf(!here('provinces_34.csv'))('provinces (needs the shared data folder)', () => {
    for (const [code, , full] of rows('provinces_34.csv')) expect(provinceFullName(provinceByCode(code!)!)).toBe(full);
  });

  test.skipIf(!here('communes_3321.csv'))('communes, letter by letter (needs the shared data folder)', () => {
    const different = rows('communes_3321.csv').flatMap(([code, , full]) => {
      const commune = communes().find((one) => one.code === code);
      const official = full!.normalize('NFC').replace(/^xã /, 'Xã ');
      return commune !== undefined && communeFullName(commune) === official ? [] : [`${code} ${official}`];
    });
    expect(different).toEqual([]);
  });

  test.skipIf(!here('communes_3321.csv'))(
    'every commune is found by its official name in its province (needs the shared data folder)',
    () => {
      const missed = rows('communes_3321.csv').filter(([code, , full, , province]) => {
        const match = findCommune(full!, province);
        return match?.kind !== 'current' || match.commune.code !== code;
      });
      expect(missed).toEqual([]);
    },
  );

  test.skipIf(!here('banks_vietqr.csv'))('banks (needs the shared data folder)', () => {
    for (const [, shortName, , bin, swift, citad] of rows('banks_vietqr.csv')) {
      const bank = banks().find((one) => one.shortName === shortName);
      expect([shortName, bank?.bin ?? '', bank?.swift ?? '', bank?.citad ?? '']).toEqual([
        shortName,
        bin,
        swift,
        citad,
      ]);
    }
  });
});

test('a former code stands for one commune of before', () => {
  expect(formerCommunesByCode('26881')).toMatchObject([{ district: 'Quận Gò Vấp', successor: { name: 'An Hội Tây' } }]);
});
