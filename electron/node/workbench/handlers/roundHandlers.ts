import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { RoundCard, roundMethods } from '../../../../shared/contract/rounds.ts';
import { fail, succeed, type Result } from '../../../../shared/result.ts';
import { SAMPLE_DAY, writeSample } from '../../sample/writeSample.ts';
import type { StoredRound } from '../../workspace/roundStore.ts';
import { takeFiles } from '../takeFiles.ts';
import { keepReference } from '../keepReference.ts';
import type { JobProgress } from '../jobs.ts';
import type { Standing } from '../standing.ts';
import type { Surroundings } from '../surroundings.ts';

const LAST_ROUND = 'lastRound';
/** The sample round that was made to its end. */
const WHOLE_SAMPLE = 'wholeSample';
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

  const openLater = (round: string): string => {
    const open = async (progress: JobProgress): Promise<Result<null>> => {
      const opened = await rounds.open(round, progress);
      if (!opened.ok) return opened;
      workspace.choose(LAST_ROUND, round);
      emit({ type: 'results', round, revision: opened.value.revision });
      emit({ type: 'rounds' });
      return succeed(null);
    };
    // One that is open can be looked at while its files are being changed.
    return rounds.isOpen(round) ? jobs.start('open', round, open) : jobs.startInTurn('open', round, open);
  };

  return {
    'rounds.list': () => {
      const cards = workspace.rounds.list().map(cardOf);
      const last = workspace.choice(LAST_ROUND);
      return replied({ rounds: cards, last: cards.some(({ id }) => id === last) ? last : null });
    },

    'rounds.create': ({ name, date }) => {
      const reference = workspace.knowledge.references().find(({ sample }) => !sample)?.id ?? null;
      const round = workspace.rounds.add({ name, date, sample: false, reference, ruleSet: null });
      emit({ type: 'rounds' });
      return replied({ round });
    },

    'rounds.createSample': () => {
      const known = workspace.rounds.list().find(({ sample }) => sample);
      const isBeingMade = jobs.list().some(({ round, state }) => round === known?.id && state === 'running');
      if (known !== undefined && (isBeingMade || workspace.choice(WHOLE_SAMPLE) === known.id)) {
        return replied({ round: known.id, job: openLater(known.id) });
      }
      // The program ended while it was being made.
      if (known !== undefined) workspace.rounds.setRemoved(known.id, true);
      const round = workspace.rounds.add({
        name: 'Dữ liệu mẫu',
        date: SAMPLE_DAY,
        sample: true,
        reference: null,
        ruleSet: null,
      });
      const giveUp = (): void => {
        workspace.rounds.setRemoved(round, true);
        rounds.close(round);
        emit({ type: 'rounds' });
      };
      const make = async (progress: JobProgress): Promise<Result<null>> => {
        const folder = await mkdtemp(path.join(tmpdir(), 'ra-soat-mau-'));
        let isWhole = false;
        try {
          progress.report('writing', 0, 1);
          const sample = await writeSample(folder);
          const reference = await keepReference(around, [sample.catalogue], true);
          if (!reference.ok) return reference;
          workspace.rounds.change({ ...workspace.rounds.get(round)!, reference: reference.value.id });
          const opened = await rounds.open(round, progress);
          if (!opened.ok) return opened;
          await takeFiles(around, round, opened.value, [sample.agencies], progress);
          isWhole = true;
          workspace.choose(WHOLE_SAMPLE, round);
          workspace.choose(LAST_ROUND, round);
          return succeed(null);
        } finally {
          if (!isWhole) giveUp();
          await rm(folder, { recursive: true, force: true });
          emit({ type: 'rounds' });
        }
      };
      const job = jobs.startInTurn('sample', round, make, giveUp);
      emit({ type: 'rounds' });
      return replied({ round, job });
    },

    'rounds.open': ({ round }) =>
      workspace.rounds.get(round) === null ? refused('round.unknown') : replied({ job: openLater(round) }),

    'rounds.change': ({ round, ...change }) => {
      const stored = workspace.rounds.get(round);
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
      workspace.rounds.change(next);
      emit({ type: 'rounds' });
      const isSameJudgement =
        next.date === stored.date && next.reference === stored.reference && next.ruleSet === stored.ruleSet;
      if (isSameJudgement) {
        rounds.rename(round, next.name);
        return replied({ job: null });
      }
      // The round is judged by something else now: it is opened anew.
      rounds.close(round);
      return replied({ job: openLater(round) });
    },

    'rounds.remove': ({ round }) => {
      workspace.rounds.setRemoved(round, true);
      rounds.close(round);
      emit({ type: 'rounds' });
      return replied({});
    },

    'rounds.restore': ({ round }) => {
      workspace.rounds.setRemoved(round, false);
      emit({ type: 'rounds' });
      return replied({});
    },
  };
}

function missingOf({ workspace }: Surroundings, { reference, ruleSet }: StoredRound) {
  if (reference !== null && !workspace.knowledge.references().some(({ id }) => id === reference)) {
    return fail('reference.unknown');
  }
  return ruleSet !== null && workspace.knowledge.ruleSet(ruleSet) === null ? fail('ruleSet.unknown') : succeed(null);
}

function cardOf(round: StoredRound): RoundCard {
  const { id, name, date, sample, reference, ruleSet, changed, standing } = round;
  // Written by `keepStanding`.
  const shown = standing === null ? NOTHING_YET : (JSON.parse(standing) as Standing);
  return { id, name, date, sample, reference, ruleSet, changed, ...shown };
}
