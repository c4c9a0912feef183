import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { RoundCard, roundMethods } from '../../../../shared/contract/rounds.ts';
import { fail, succeed } from '../../../../shared/result.ts';
import { SAMPLE_DAY, writeSample } from '../../sample/writeSample.ts';
import type { StoredRound } from '../../workspace/workspace.ts';
import { takeFiles } from '../takeFiles.ts';
import { keepReference } from '../keepReference.ts';
import type { Standing } from '../openRounds.ts';
import type { Surroundings } from '../surroundings.ts';

const LAST_ROUND = 'lastRound';
const NOTHING_YET: Standing = {
  agencies: 0,
  files: 0,
  unreadableFiles: 0,
  unsureSheets: 0,
  rows: 0,
  open: { error: 0, warning: 0, info: 0 },
  ready: null,
};

/** The list of rounds. */
export function roundHandlers(around: Surroundings): Handlers<keyof typeof roundMethods> {
  const { workspace, jobs, rounds, emit } = around;

  const openLater = (round: string): string =>
    jobs.start('open', round, async (progress) => {
      const opened = await rounds.open(round, progress);
      if (!opened.ok) return opened;
      workspace.choose(LAST_ROUND, round);
      emit({ type: 'results', round, revision: opened.value.revision });
      emit({ type: 'rounds' });
      return succeed(null);
    });

  return {
    'rounds.list': () => {
      const cards = workspace.rounds().map(cardOf);
      const last = workspace.choice(LAST_ROUND);
      return replied({ rounds: cards, last: cards.some(({ id }) => id === last) ? last : null });
    },

    'rounds.create': ({ name, date }) => {
      const reference = workspace.references().find(({ sample }) => !sample)?.id ?? null;
      const round = workspace.addRound({ name, date, sample: false, reference, ruleSet: null });
      emit({ type: 'rounds' });
      return replied({ round });
    },

    'rounds.createSample': () => {
      const known = workspace.rounds().find(({ sample }) => sample);
      if (known !== undefined) return replied({ round: known.id, job: openLater(known.id) });
      const round = workspace.addRound({
        name: 'Dữ liệu mẫu',
        date: SAMPLE_DAY,
        sample: true,
        reference: null,
        ruleSet: null,
      });
      const job = jobs.start('sample', round, async (progress) => {
        const folder = await mkdtemp(path.join(tmpdir(), 'ra-soat-mau-'));
        try {
          progress.report('writing', 0, 1);
          const sample = await writeSample(folder);
          const reference = await keepReference(around, [sample.catalogue], true);
          if (!reference.ok) return reference;
          workspace.changeRound({ ...workspace.round(round)!, reference: reference.value.id });
          const opened = await rounds.open(round, progress);
          if (!opened.ok) return opened;
          await takeFiles(around, round, opened.value, [sample.agencies], progress);
        } catch (error) {
          workspace.setRoundRemoved(round, true);
          rounds.close(round);
          throw error;
        } finally {
          await rm(folder, { recursive: true, force: true });
          emit({ type: 'rounds' });
        }
        workspace.choose(LAST_ROUND, round);
        return succeed(null);
      });
      emit({ type: 'rounds' });
      return replied({ round, job });
    },

    'rounds.open': ({ round }) =>
      workspace.round(round) === null ? refused('round.unknown') : replied({ job: openLater(round) }),

    'rounds.change': ({ round, ...change }) => {
      const stored = workspace.round(round);
      if (stored === null) return refused('round.unknown');
      const next: StoredRound = {
        ...stored,
        name: change.name ?? stored.name,
        date: change.date ?? stored.date,
        reference: change.reference === undefined ? stored.reference : change.reference,
        ruleSet: change.ruleSet === undefined ? stored.ruleSet : change.ruleSet,
      };
      const missing = missingOf(around, next);
      if (!missing.ok) return refused(missing.error.code, missing.error.params);
      workspace.changeRound(next);
      emit({ type: 'rounds' });
      // The round is judged by something else now: it is opened anew.
      rounds.close(round);
      return replied({ job: openLater(round) });
    },

    'rounds.remove': ({ round }) => {
      workspace.setRoundRemoved(round, true);
      rounds.close(round);
      emit({ type: 'rounds' });
      return replied({});
    },

    'rounds.restore': ({ round }) => {
      workspace.setRoundRemoved(round, false);
      emit({ type: 'rounds' });
      return replied({});
    },
  };
}

function missingOf({ workspace }: Surroundings, { reference, ruleSet }: StoredRound) {
  if (reference !== null && !workspace.references().some(({ id }) => id === reference)) {
    return fail('reference.unknown');
  }
  return ruleSet !== null && workspace.ruleSet(ruleSet) === null ? fail('ruleSet.unknown') : succeed(null);
}

function cardOf(round: StoredRound): RoundCard {
  const { id, name, date, sample, reference, ruleSet, changed, standing } = round;
  // Written by `keepStanding`.
  const shown = standing === null ? NOTHING_YET : (JSON.parse(standing) as Standing);
  return { id, name, date, sample, reference, ruleSet, changed, ...shown };
}
