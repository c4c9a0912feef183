import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { ReadinessMatrix, readinessMethods } from '../../../../shared/contract/readiness.ts';
import { AREAS } from '../../../../shared/domain/readinessArea.ts';
import type { Readiness } from '../../../../shared/reports/readiness/readiness.ts';
import { changeSince, type ChangeLine } from '../../../../shared/reports/readiness/readinessChange.ts';
import { comparedWith, compareWith, keptReadiness, roundsBefore } from '../earlierRounds.ts';
import { isJudgedAlike, roundReadinessInSteps } from '../keptReadiness.ts';
import type { RoundSession } from '../roundSession.ts';
import { stepByStep } from '../stepByStep.ts';
import type { Surroundings } from '../surroundings.ts';

/** How far agencies are ready, and since when. */
export function readinessHandlers(around: Surroundings): Handlers<keyof typeof readinessMethods> {
  const { workspace, rounds, emit } = around;
  return {
    'results.readiness': async ({ round }) => {
      for (;;) {
        const open = rounds.get(round);
        if (!open.ok) return refused(open.error.code, open.error.params, true);
        const session = open.value;
        const { revision } = session;
        const readiness = await stepByStep(roundReadinessInSteps(session), () => session.revision === revision);
        // Something was decided between two steps: once more.
        if (readiness !== undefined) return replied(matrixOf(around, round, session, readiness));
      }
    },

    'results.compareWith': ({ round, before }) => {
      if (before !== null) {
        if (roundsBefore(workspace, round).every(({ id }) => id !== before)) return refused('readiness.notComparable');
        if (!workspace.runs.withReadiness().has(before)) return refused('readiness.noFigures');
      }
      if (workspace.rounds.get(round) === null) return refused('round.unknown');
      compareWith(workspace, round, before);
      const open = rounds.isOpen(round) ? rounds.get(round) : null;
      if (open?.ok === true) emit({ type: 'results', round, revision: open.value.revision });
      return replied({});
    },
  };
}

function matrixOf(
  { workspace }: Surroundings,
  round: string,
  session: RoundSession,
  readiness: Readiness,
): ReadinessMatrix {
  const before = comparedWith(workspace, round);
  const kept = before === null ? null : keptReadiness(workspace, before.id);
  const change = kept === null ? null : changeSince(readiness, kept);
  const figures = workspace.runs.withReadiness();
  return {
    revision: session.revision,
    areas: [...AREAS],
    agencies: readiness.agencies.map(({ agency, areas, ...all }) => {
      const changes = change?.agencies.get(agency.id);
      return {
        id: agency.id,
        name: agency.name,
        isNew: change !== null && changes === undefined,
        cells: cellsOf(areas, all, changes),
      };
    }),
    total: cellsOf(readiness.total, readiness, change?.total),
    before:
      before === null || kept === null
        ? null
        : {
            id: before.id,
            name: before.name,
            date: before.date,
            isJudgedAlike: isJudgedAlike(session, kept),
            missing: change!.missing.map(({ id, name }) => ({ id, name })),
          },
    choices: roundsBefore(workspace, round).map(({ id, name, date }) => ({
      id,
      name,
      date,
      hasFigures: figures.has(id),
    })),
  };
}

interface State {
  readonly rows: number;
  readonly broken: number;
  readonly ready: number | null;
}

const cellsOf = (areas: Readiness['total'], all: State, changes: ChangeLine | undefined): ReadinessMatrix['total'] =>
  [...AREAS.map((area) => areas[area]), all].map(({ rows, broken, ready }, at) => ({
    rows,
    broken,
    ready,
    change: changes?.[at] ?? null,
  }));
