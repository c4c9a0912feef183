import type { Cause } from '../../../shared/causes/cause.ts';
import { causesInSteps, groupCauses } from '../../../shared/causes/groupCauses.ts';
import type { DecisionTarget } from '../../../shared/contract/decisions.ts';
import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { FindingIndex } from '../../../shared/results/findingIndex.ts';
import type { FindingSearch } from '../../../shared/results/findingSearch.ts';
import type { IdentityPlaces } from '../../../shared/results/identityPlaces.ts';
import type { SheetColumns } from '../../../shared/results/sheetColumns.ts';
import { GivenWaivers } from './givenWaivers.ts';
import type { Decision } from './roundDecisions.ts';
import { stepByStep } from './stepByStep.ts';

/** The findings of a round at one revision, in the ways they are asked for; each is worked out when it first is. */
export class RoundFindings {
  /** Decisions of people that cover findings on the day of the round. */
  readonly given: GivenWaivers;
  readonly #log: FindingLog;
  readonly #columns: SheetColumns;
  readonly #search: FindingSearch;
  #index: FindingIndex | null = null;
  #causes: readonly Cause[] | null = null;
  #looking: Promise<void> | null = null;
  #waived: Uint8Array | null = null;
  readonly #places: IdentityPlaces;

  /** @param date  day of the round, ISO: what was accepted until a day before counts again
   *  @param columns, search, places  kept from revision to revision */
  constructor(
    log: FindingLog,
    decisions: readonly Decision[],
    date: string,
    columns: SheetColumns,
    search: FindingSearch,
    places: IdentityPlaces,
  ) {
    this.#log = log;
    this.given = new GivenWaivers(decisions, date);
    this.#columns = columns;
    this.#search = search;
    this.#places = places;
  }

  get causes(): readonly Cause[] {
    this.#causes ??= groupCauses(this.#log);
    return this.#causes;
  }

  /** Looks for the causes a little at a time, so that calls are answered meanwhile; who asks while it looks waits with the
   *  others. @param isWanted  asked between the steps; once it says no, nothing more is looked for */
  async lookForCauses(isWanted: () => boolean): Promise<void> {
    this.#looking ??= this.#findCauses(isWanted);
    await this.#looking;
  }

  async #findCauses(isWanted: () => boolean): Promise<void> {
    if (this.#causes !== null) return;
    const causes = await stepByStep(causesInSteps(this.#log), isWanted);
    if (causes !== undefined) this.#causes ??= causes;
  }

  get waived(): Uint8Array {
    this.#waived ??= this.#markWaived();
    return this.#waived;
  }

  #markWaived(): Uint8Array {
    const log = this.#log;
    const marks = new Uint8Array(log.size);
    if (this.given.size === 0 && log.waived === 0) return marks;
    for (let place = 0; place < log.size; place += 1) {
      const { piece, at } = log.place(place);
      const isGiven = this.given.size > 0 && this.given.covering(log, piece, at) !== undefined;
      if (isGiven || piece.waiver(at) !== undefined) marks[place] = 1;
    }
    return marks;
  }

  get index(): FindingIndex {
    const marks = { waived: this.waived, causes: () => this.causes };
    this.#index ??= new FindingIndex(this.#log, this.#columns, marks, this.#search);
    return this.#index;
  }

  placeOf(identity: string): number | null {
    return this.#places.find(this.#log, identity);
  }

  placesOf(target: DecisionTarget): readonly number[] {
    switch (target.kind) {
      case 'findings':
        return target.identities.map((identity) => this.placeOf(identity)).filter((place) => place !== null);
      case 'cause':
        return [...(this.causes.find(({ id }) => id === target.cause)?.findings ?? [])];
      case 'filter':
        return [...this.index.choose(target.filter, { by: 'place', descending: false }, target.language ?? 'vi')];
    }
  }
}
