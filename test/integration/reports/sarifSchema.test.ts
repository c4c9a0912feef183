import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { default as addFormats } from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { SAMPLE_DAY, writeSample } from '../../../electron/node/sample/writeSample.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { sarifReport } from '../../../shared/reports/machine/sarif.ts';
import { RULES } from '../../../shared/rules/index.ts';

const SCHEMA = path.resolve(
  import.meta.dirname,
  '../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

/** Whether a log follows the schema that Microsoft publishes, and where it does not. */
function judged(log: unknown): readonly string[] {
  // Of draft 4, which the validator no longer knows, the schema uses nothing but these two names, and patterns that are
  // none with the flag "u".
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
  const validator = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(validator);
  return validator.validate(schema, log)
    ? []
    : validator.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let check: Check;
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-sarif-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const sample = await writeSample(folder);
  const reference = await loadReference([sample.catalogue]);
  check = await checkFiles({
    found: await findFiles([sample.agencies]),
    round: 'Đợt mẫu: 9/2026?',
    today: SAMPLE_DAY,
    rules: RULES,
    reference: reference.ok ? reference.value : null,
    mappings: [],
  });
});

const logOf = (of: Check, language: 'vi' | 'en'): unknown => JSON.parse([...sarifReport(of, language)].join(''));

test.skipIf(!existsSync(SCHEMA)).each(['vi', 'en'] as const)(
  'the SARIF of the sample round follows the published schema (needs @microsoft/jest-sarif): %s',
  (language) => {
    const unread = {
      ...check.files[0]!,
      file: 'hỏng: 100%.xls',
      sha256: '',
      fault: { code: 'file.empty', params: {} },
    };
    expect(judged(logOf(check, language))).toEqual([]);
    expect(judged(logOf({ ...check, files: [...check.files, unread] }, language))).toEqual([]);
  },
);

test.skipIf(!existsSync(SCHEMA))('and the schema sees what is no SARIF (needs @microsoft/jest-sarif)', () => {
  const log = logOf(check, 'vi') as { version: string; runs: { tool: { driver: Record<string, unknown> } }[] };
  log.runs[0]!.tool.driver['rulez'] = [];
  log.version = '2.0.0';
  expect(judged(log).length).toBe(2);
});
