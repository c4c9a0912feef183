import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HEAP_MEGABYTES, type FuzzOutcome } from './fuzzing.ts';

// The same variants every time; `npm run fuzz` goes on with others.
const SEED = 20_260_701;
const RUNS = 4000;

/** For the whole run, on a machine as busy as may be; it takes some ten seconds. */
const MOST_MILLISECONDS = 600_000;

test(
  `${RUNS} damaged and hostile variants of sound workbooks: each is opened or refused by name, none hangs, none needs a heap of more than ${HEAP_MEGABYTES} MB`,
  () => {
    const script = path.join(import.meta.dirname, 'fuzzing.ts');
    const options = [`--max-old-space-size=${HEAP_MEGABYTES}`, script, '--runs', String(RUNS), '--seed', String(SEED)];
    const child = spawnSync(process.execPath, options, {
      encoding: 'utf8',
      timeout: MOST_MILLISECONDS,
      maxBuffer: 1 << 24,
    });
    const lines = child.stdout.trim().split('\n');
    expect([child.status, lines.at(-1)?.slice(0, 8)], `${lines.at(-1)}\n${child.stderr}`).toEqual([0, '{"runs":']);
    const outcome: FuzzOutcome = JSON.parse(lines.at(-1)!);
    expect(outcome.broken).toEqual([]);
    expect(outcome.runs).toBe(RUNS);
    expect(outcome.opened).toBeGreaterThan(RUNS / 10);
    expect(Object.keys(outcome.refused).length).toBeGreaterThan(8);
    expect(outcome.peakMegabytes).toBeLessThan(600);
  },
  MOST_MILLISECONDS + 60_000,
);
