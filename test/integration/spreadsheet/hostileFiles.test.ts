import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileMessages } from '../../../shared/i18n/areas/files.ts';
import {
  HEAP_MEGABYTES,
  MOST_MEGABYTES,
  openAll,
  OUT_OF_BOUNDS,
  RUN_MILLISECONDS,
  type CorporaOutcome,
} from './corporaRun.ts';
import { HOSTILE_FILES } from './hostileFiles.ts';

describe('files made to do harm', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let run: CorporaOutcome = { files: [], peakMegabytes: 0 };
  beforeAll(() => {
    for (const [, name, content] of HOSTILE_FILES) writeFileSync(path.join(folder, name), content());
    run = openAll(folder);
  }, RUN_MILLISECONDS);

  test.each(HOSTILE_FILES)('%s (%s)', (_what, name, _content, outcome) => {
    expect(run.files.find((file) => file.name === name)?.outcome).toBe(outcome);
    if (outcome !== 'opened') expect(Object.keys(fileMessages.vi)).toContain(outcome);
  });

  test(`none needs a heap of more than ${HEAP_MEGABYTES} MB, none reaches the deadline, the process stays below ${MOST_MEGABYTES} MB`, () => {
    expect(run.files.length).toBe(HOSTILE_FILES.length);
    expect(run.files.filter(({ outcome }) => OUT_OF_BOUNDS.has(outcome))).toEqual([]);
    expect(run.peakMegabytes).toBeLessThan(MOST_MEGABYTES);
  });

  test('nothing is ever written under the name of a part', () => {
    expect(existsSync('/tmp/rasoat-was-here.xml') || existsSync('/etc/rasoat-was-here.xml')).toBe(false);
  });
});
