import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied, type Reply } from '../../../../shared/contract/envelope.ts';
import type { returnedMethods } from '../../../../shared/contract/returned.ts';
import { succeed } from '../../../../shared/result.ts';
import type { FoundFile } from '../../inputFiles.ts';
import type { Change } from '../findingChange.ts';
import { choiceOf, decisionsFor } from '../returnedChoice.ts';
import { ReturnedAnswers, type ReturnedReview } from '../returnedAnswers.ts';
import { Cancelled } from '../jobs.ts';
import { readReturned } from '../returnedReading.ts';
import { groupOf, returnedFileView, returnedLineView } from '../returnedViews.ts';
import { decisionsOf, storedContent } from '../roundDecisions.ts';
import type { RoundSession } from '../roundSession.ts';
import type { Surroundings } from '../surroundings.ts';

/** Correction lists that agencies send back: read, looked at, taken, taken back. */
export function returnedHandlers(around: Surroundings): Handlers<keyof typeof returnedMethods> {
  const { workspace, jobs, rounds, handles, emit, limits } = around;
  const answers = new ReturnedAnswers(workspace);

  const inReview = <T>(
    round: string,
    id: string,
    answer: (review: ReturnedReview, session: RoundSession) => Reply<T>,
  ): Reply<T> => {
    const session = rounds.get(round);
    if (!session.ok) return refused(session.error.code, session.error.params, true);
    const review = answers.review(id, round, session.value);
    return review.ok ? answer(review.value, session.value) : refused(review.error.code, review.error.params, true);
  };

  /** Brings the round to what the workspace now says was decided. */
  const follow = (round: string, session: RoundSession): Change & { readonly revision: number } => {
    const change = session.decide(decisionsOf(workspace, round, session.decisions));
    emit({ type: 'results', round, revision: session.revision });
    rounds.keepSoon(round, session);
    return { revision: session.revision, ...change };
  };

  return {
    'returned.read': ({ round, files, ofRound }) => {
      const session = rounds.get(round);
      if (!session.ok) return refused(session.error.code, session.error.params, true);
      const places: string[] = [];
      for (const handle of files) {
        const place = handles.resolve('read', handle);
        const known = place.ok ? place : handles.resolve('folder', handle);
        if (!known.ok) return refused(known.error.code, known.error.params);
        places.push(known.value);
      }
      const own: FoundFile[] = [];
      for (const id of ofRound) {
        const file = session.value.file(id);
        if (file === undefined || file.fault !== null) return refused('intake.noSuchFile');
        own.push({ shown: file.name, path: workspace.contents.pathOf(file.sha256) });
      }
      if (places.length + own.length === 0) return refused('returned.nothingGiven');
      const review = randomUUID();
      const job = jobs.start('returned', round, async (progress) => {
        answers.keep(review, round, await readReturned(places, own, limits, progress));
        progress.report('checking', 0, 1);
        if (!(await progress.breathe())) throw new Cancelled();
        // Trying answers out may take a second; whoever asks for the review then finds it done.
        const current = rounds.get(round);
        if (current.ok) answers.review(review, round, current.value);
        return succeed(null);
      });
      return replied({ job, review });
    },

    'returned.review': ({ round, review }) =>
      inReview(round, review, (own, session) =>
        replied({
          revision: own.revision,
          files: own.lists.map((_, at) => returnedFileView(own, at, session.setting.name)),
          outlook: { ...own.outlook },
        }),
      ),

    'returned.lines': ({ round, review, language, list, group, from, limit }) =>
      inReview(round, review, (own, session) => {
        const places = [...own.lines.keys()].filter((at) => {
          const line = own.lines[at]!;
          return (list === undefined || line.list === list) && (group === undefined || groupOf(line) === group);
        });
        return replied({
          revision: own.revision,
          total: places.length,
          rows: places.slice(from, from + limit).map((at) => returnedLineView(own, at, session.result.log, language)),
        });
      }),

    'returned.apply': ({ round, review, lists, without, also, until }) =>
      inReview(round, review, (own, session) => {
        if (until < session.setting.date) return refused('decisions.waiverOver', { until });
        const { chosen, skipped } = choiceOf(own, session, { lists, without, also });
        if (chosen.length === 0) return refused('returned.nothingChosen');
        const made = decisionsFor(own, chosen, session, until);
        if (!made.ok) return refused(made.error.code, made.error.params);
        const decisions = made.value;
        const entries = workspace.decisions.addAll(
          round,
          decisions.map(({ decision, label }) => ({
            kind: decision.kind,
            label: JSON.stringify(label),
            content: storedContent(decision),
          })),
        );
        return replied({
          ...follow(round, session),
          applied: decisions.flatMap(({ decision }) => decision.edits).length,
          kept: decisions.flatMap(({ decision }) => decision.waivers.flatMap(({ identities }) => identities)).length,
          skipped,
          entries,
        });
      }),

    'returned.undo': ({ round, entries }) => {
      const session = rounds.get(round);
      if (!session.ok) return refused(session.error.code, session.error.params, true);
      const inForce = session.value.decisions.filter(({ undone }) => !undone).map(({ entry }) => entry);
      const asked = new Set(entries);
      // What somebody has undone in the history is undone.
      const wanted = inForce.filter((entry) => asked.has(entry));
      if (wanted.length === 0) return replied({ revision: session.value.revision, gone: 0, come: 0 });
      if (inForce.slice(-wanted.length).some((entry) => !asked.has(entry))) return refused('returned.decidedSince');
      workspace.decisions.undo(round, wanted);
      return replied(follow(round, session.value));
    },

    'returned.close': ({ review }) => {
      answers.close(review);
      return replied({});
    },
  };
}
