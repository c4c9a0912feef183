import { layOut } from '../../electron/node/sample/sampleSheet.ts';
import type { ProcedureIndex } from '../../shared/engine/references.ts';
import { nationalCorpora } from './corpora/nationalCorpus.ts';
import { operationsCorpus } from './corpora/operationsCorpus.ts';
import { sampleCorpus } from './corpora/sampleCorpus.ts';
import type { Operator } from './mistake.ts';
import { seeded, type Random } from './random.ts';
import { checkRound, placeOf, type Carrier, type Round, type RoundChecked } from './round.ts';
import { scoreRound, type RoundScore } from './score.ts';
import { spoil, type Usage } from './trial.ts';

/** What a mutation run is asked to do. */
export interface MutationOrder {
  readonly seed: number;
  /** Number of mistakes to make; the last round may go a little over it. */
  readonly mistakes: number;
  readonly operators: readonly Operator[];
  /** The sample catalogue; the sample and made-up operations are checked against it. */
  readonly sample: ProcedureIndex;
  /** The real national catalogue, or null where it is missing. */
  readonly national: ProcedureIndex | null;
  /** One round in this many goes through the bytes of real files. */
  readonly bytesEvery: number;
}

/** A clean round and what its check tells. */
export interface Baseline {
  readonly round: Round;
  readonly checked: RoundChecked;
  readonly cells: number;
  valueAt(place: string): string | undefined;
}

/** Checks a clean round. */
export async function baselineOf(round: Round, carrier: Carrier = 'memory'): Promise<Baseline> {
  const values = new Map<string, string>();
  for (const { path, sheets } of round.files) {
    for (const sheet of sheets) {
      const { place } = layOut(sheet);
      for (const record of sheet.records) {
        for (const { key } of sheet.columns) {
          const value = String(record[key] ?? '');
          if (value !== '') values.set(placeOf(path, sheet.name, place(record, key)), value);
        }
      }
    }
  }
  return {
    round,
    checked: await checkRound(round, carrier),
    cells: values.size,
    valueAt: (place) => values.get(place),
  };
}

/** All scores of a run, and the clean rounds it began with. */
export interface MutationResult {
  readonly scores: readonly RoundScore[];
  readonly baselines: readonly Baseline[];
  readonly roundsThroughBytes: number;
}

/** Spoils copies of clean rounds until enough mistakes were made, and scores each of them. */
export async function runMutations(order: MutationOrder): Promise<MutationResult> {
  const random = seeded(order.seed);
  const fixed = [sampleCorpus(order.sample), ...(order.national === null ? [] : nationalCorpora(order.national))];
  const baselines: Baseline[] = [];
  for (const round of fixed) baselines.push(await baselineOf(round));
  const scores: RoundScore[] = [];
  const usage: Usage = new Map();
  let made = 0;
  let throughBytes = 0;
  for (let turn = 0; made < order.mistakes; turn += 1) {
    const baseline = await nextRound(turn, order, baselines, random);
    const spoiled = spoil(baseline.round, baseline.checked, order.operators, usage, random);
    const carrier = turn % order.bytesEvery === 0 ? 'bytes' : 'memory';
    if (carrier === 'bytes') throughBytes += 1;
    const after = await checkRound(spoiled.round, carrier);
    scores.push(scoreRound(spoiled, baseline.checked, after, baseline.valueAt));
    made += spoiled.made.length;
  }
  return { scores, baselines, roundsThroughBytes: throughBytes };
}

/** The sample, a round of made-up operations and one of national records by turns; operations are new every time. */
async function nextRound(turn: number, order: MutationOrder, baselines: Baseline[], random: Random): Promise<Baseline> {
  const [sample, ...national] = baselines.filter(({ round }) => round.corpus !== 'operations');
  const way = turn % 3;
  if (way === 0) return sample!;
  if (way === 1 && national.length > 0) return national[Math.floor(turn / 3) % national.length]!;
  const operations = await baselineOf(operationsCorpus(order.sample, random));
  baselines.push(operations);
  return operations;
}
