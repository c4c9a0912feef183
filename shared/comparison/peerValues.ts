import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { compareKey } from '../domain/vietnameseText.ts';
import type { Peers } from '../engine/finding.ts';
import type { TableView } from '../engine/rule.ts';
import { compareText } from '../engine/sheetFindings.ts';
import { nationalCodeOf } from '../rules/nationalCatalogue/nationalRecord.ts';
import { channelsIn } from '../rules/statedChannels.ts';
import { columnOf, rowCount, type Table } from '../table/table.ts';
import { PEER_FIELDS, peerMeaningOf } from './peerMeaning.ts';
import { viewsOf } from './statedProcedures.ts';

/** Fewer agencies are no evidence. */
const FEWEST_AGENCIES = 3;

/** Sheet kinds in which agencies describe procedures. */
const PEER_DATASETS: ReadonlySet<DatasetId> = new Set<DatasetId>(['procedures', 'channels']);

/** What several agencies write of the same procedure, case and channel: evidence beside a rule's verdict, never instead of
 *  it. Nothing is worked out before it is asked for, and then only for the field that is asked for; what was read of a
 *  table is kept from one run to the next. The answer does not depend on the order of tables and rows. */
export class PeerValues {
  readonly #tables: readonly Table[];
  readonly #readings: Readings;
  readonly #tallies = new Map<string, ReadonlyMap<number, Tally>>();
  #enough: boolean | undefined;

  /** @param before  of the run before this one, whose tables are mostly the same */
  constructor(tables: readonly Table[], before?: PeerValues) {
    this.#tables = tables;
    this.#readings = before === undefined ? new Readings() : before.#readings;
  }

  /** What agencies write in a cell's place. Undefined where fewer than three do, or the field is the agency's own. */
  of(table: Table, row: number, field: FieldKey): Peers | undefined {
    if (!PEER_DATASETS.has(table.dataset) || !PEER_FIELDS.has(field) || !this.#hasPeers()) return undefined;
    // What names a line is what agencies are compared by.
    if (table.dataset === 'channels' && LINE_KEY.has(field)) return undefined;
    const key = this.#readings.keysOf(table)[row]!;
    const tally = key === NO_KEY ? undefined : this.#talliesOf(table.dataset, field).get(key);
    if (tally === undefined || tally.agencies < FEWEST_AGENCIES) return undefined;
    const own = this.#readings.meaningsOf(table, field)[row]!;
    const best = this.#mostGiven(tally, own);
    const { count, spellings } = tally.meanings.get(best)!;
    if (count < 2) return undefined;
    return { agencies: tally.agencies, agreeing: count, value: mostCommon(spellings), same: best === own };
  }

  #hasPeers(): boolean {
    this.#enough ??= new Set(this.#tables.map(({ agency }) => agency.id)).size >= FEWEST_AGENCIES;
    return this.#enough;
  }

  /** The meaning that most agencies give. The cell's own wins a tie, for then nothing speaks against it. */
  #mostGiven({ meanings }: Tally, own: number): number {
    const countOf = (meaning: number): number => meanings.get(meaning)!.count;
    const order = (a: number, b: number): number =>
      countOf(b) - countOf(a) ||
      Number(b === own) - Number(a === own) ||
      compareText(this.#readings.keyOf(a), this.#readings.keyOf(b));
    return [...meanings.keys()].reduce((best, meaning) => (order(meaning, best) < 0 ? meaning : best));
  }

  #talliesOf(dataset: DatasetId, field: FieldKey): ReadonlyMap<number, Tally> {
    const place = `${dataset} ${field}`;
    let tallies = this.#tallies.get(place);
    if (tallies === undefined) this.#tallies.set(place, (tallies = this.#count(dataset, field)));
    return tallies;
  }

  /** How many agencies give each meaning, by business key; an agency counts once for each meaning it gives. */
  #count(dataset: DatasetId, field: FieldKey): ReadonlyMap<number, Tally> {
    const tables = this.#tables.filter(
      (table) => table.dataset === dataset && columnOf(table, field) !== undefined && rowCount(table) > 0,
    );
    const tallies = new Map<number, Tally>();
    let agency = 0;
    for (const own of Map.groupBy(tables, (table) => table.agency.id).values()) {
      agency += 1;
      for (const table of own) {
        const keys = this.#readings.keysOf(table);
        const meanings = this.#readings.meaningsOf(table, field);
        const shown = this.#readings.shownOf(table, field);
        for (let row = 0; row < keys.length; row += 1) {
          if (keys[row] === NO_KEY || meanings[row] === NO_MEANING) continue;
          count(tallies, keys[row]!, meanings[row]!, agency, shown(row));
        }
      }
    }
    for (const [key, { agencies }] of tallies) if (agencies < FEWEST_AGENCIES) tallies.delete(key);
    return tallies;
  }
}

/** How agencies describe one thing. `last` is the number of the agency counted last. */
interface Tally {
  agencies: number;
  last: number;
  /** Agencies that give a meaning, and rows by how they spell it. */
  readonly meanings: Map<number, { count: number; last: number; readonly spellings: Map<string, number> }>;
}

function count(tallies: Map<number, Tally>, key: number, meaning: number, agency: number, shown: string): void {
  let tally = tallies.get(key);
  if (tally === undefined) tallies.set(key, (tally = { agencies: 0, last: 0, meanings: new Map() }));
  if (tally.last !== agency) {
    tally.agencies += 1;
    tally.last = agency;
  }
  let known = tally.meanings.get(meaning);
  if (known === undefined) tally.meanings.set(meaning, (known = { count: 0, last: 0, spellings: new Map() }));
  if (known.last !== agency) known.count += 1;
  known.last = agency;
  known.spellings.set(shown, (known.spellings.get(shown) ?? 0) + 1);
}

/** The spelling of most rows; of equally common ones always the same, whatever the order of rows. */
function mostCommon(spellings: ReadonlyMap<string, number>): string {
  const [first, ...others] = spellings;
  if (first === undefined) return '';
  return others.reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best),
    first,
  )[0];
}

/** Fields that name a line of a channels table beside code and case. */
const LINE_KEY: ReadonlySet<FieldKey> = new Set<FieldKey>(['hinh_thuc_nop', 'loai_phi']);

const NO_KEY = 0;
const NO_MEANING = 0;

interface FieldReading {
  /** Number of each row's meaning. */
  readonly meanings: Uint32Array;
  readonly shown: (row: number) => string;
}

/** What was read of tables: business keys and meanings as numbers. Tables do not change, so it never goes stale. */
class Readings {
  readonly #keyNumbers = new Map<string, number>();
  readonly #meaningNumbers = new Map<string, number>();
  readonly #meaningKeys: string[] = [''];
  readonly #views = new WeakMap<Table, TableView>();
  readonly #keys = new WeakMap<Table, Uint32Array>();
  readonly #fields = new WeakMap<Table, Map<FieldKey, FieldReading>>();

  /** Number of each row's business key: code, and for lines of channels case, channels and kind of fee. */
  keysOf(table: Table): Uint32Array {
    let keys = this.#keys.get(table);
    if (keys === undefined) this.#keys.set(table, (keys = this.#readKeys(table)));
    return keys;
  }

  /** Number of each row's meaning in a field. */
  meaningsOf(table: Table, field: FieldKey): Uint32Array {
    return this.#reading(table, field).meanings;
  }

  /** The value of a row for people. */
  shownOf(table: Table, field: FieldKey): (row: number) => string {
    return this.#reading(table, field).shown;
  }

  /** Key behind the number of a meaning. */
  keyOf(meaning: number): string {
    return this.#meaningKeys[meaning]!;
  }

  #viewOf(table: Table): TableView {
    let view = this.#views.get(table);
    if (view === undefined) this.#views.set(table, (view = viewsOf([table])[0]!));
    return view;
  }

  #readKeys(table: Table): Uint32Array {
    const view = this.#viewOf(table);
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const perLine = table.dataset === 'channels';
    const caseOf = view.derive('truong_hop', keyIn);
    const channelsOf = view.derive('hinh_thuc_nop', channelsIn);
    const feeTypeOf = view.derive('loai_phi', keyIn);
    return Uint32Array.from({ length: view.rows }, (_, row) => {
      const code = codeOf(row);
      if (code === '') return NO_KEY;
      const line = perLine ? `\u0001${caseOf(row)}\u0001${channelsOf(row).join()}\u0001${feeTypeOf(row)}` : '';
      return numberOf(this.#keyNumbers, code + line);
    });
  }

  #reading(table: Table, field: FieldKey): FieldReading {
    let fields = this.#fields.get(table);
    if (fields === undefined) this.#fields.set(table, (fields = new Map()));
    let reading = fields.get(field);
    if (reading === undefined) fields.set(field, (reading = this.#read(table, field)));
    return reading;
  }

  #read(table: Table, field: FieldKey): FieldReading {
    const view = this.#viewOf(table);
    const meaningOf = peerMeaningOf(view, field);
    const meanings = Uint32Array.from({ length: view.rows }, (_, row) => {
      const meaning = meaningOf(row);
      if (meaning === undefined) return NO_MEANING;
      const number = numberOf(this.#meaningNumbers, meaning.key);
      this.#meaningKeys[number] = meaning.key;
      return number;
    });
    return { meanings, shown: (row) => meaningOf(row)?.shown ?? '' };
  }
}

const keyIn = (_cell: unknown, text: string): string => compareKey(text);

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
}
