import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileMessages } from '../../../shared/i18n/areas/files.ts';
import { FORMATS_PAGE } from '../../integration/spreadsheet/formatsPage.ts';

const TESTS = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['unit/spreadsheet', 'integration/spreadsheet', 'unit/domain', 'integration/cli'];

/** Source of a test file of this name and of the lists of cases beside it; undefined when there is no such file. */
function sourceOf(name: string): string | undefined {
  for (const folder of FOLDERS) {
    const files = readdirSync(path.join(TESTS, folder));
    if (!files.includes(`${name}.test.ts`)) continue;
    const own = [`${name}.test.ts`, `${name}.ts`].filter((file) => files.includes(file));
    return own.map((file) => readFileSync(path.join(TESTS, folder, file), 'utf8')).join('\n');
  }
  return undefined;
}

/** Whether a test, a group or a case begins like this: as a string, perhaps after a number put into its name. */
const isNamed = (source: string, test: string): boolean =>
  ["'", '"', '`', '} '].some((before) => source.includes(before + test));

test('docs/formats.md names only tests that exist', () => {
  const named = [...FORMATS_PAGE.matchAll(/`(\w+) › ([^`]+)`/g)].map(([, file, title]) => [file!, title!] as const);
  expect(named.length).toBeGreaterThan(100);
  const absent = named.filter(([file, title]) => {
    const source = sourceOf(file);
    return source === undefined || !isNamed(source, title);
  });
  expect(absent).toEqual([]);
});

test('docs/formats.md names every refusal of a file, and no other', () => {
  const named = new Set([...FORMATS_PAGE.matchAll(/`(file\.[\w.]+)`/g)].map(([, code]) => code!));
  expect([...named].sort()).toEqual(Object.keys(fileMessages.vi).sort());
});
