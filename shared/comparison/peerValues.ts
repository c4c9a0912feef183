import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { compareKey } from '../domain/vietnameseText.ts';
import type { Peers } from '../engine/finding.ts';
import type { TableView } from '../engine/rule.ts';
import { compareText } from '../engine/sheetFindings.ts';
import { nationalCodeOf } from '../rules/nationalCatalogue/nationalRecord.ts';
import { channelsIn } from '../rules/statedChannels.ts';
import { columnOf, type Table, type TableColumn } from '../table/table.ts';
import { PEER_FIELDS, peerMeaningOf, type PeerMeaning } from './peerMeaning.ts';
import { viewsOf } from './statedProcedures.ts';

/** Fewer agencies are no evidence. */
const FEWEST_AGENCIES = 3;

/** Sheet kinds in which agencies describe procedures. */
const PEER_DATASETS: ReadonlySet<DatasetId> = new Set<DatasetId>(['procedures', 'channels']);

/** What several agencies write of the same procedure, case and channel: evidence beside a rule's verdict, never instead of
 *  it. Nothing is worked out before it is asked for, and then only for the procedure and the field that are asked for;
 *  where a table's procedures stand is kept from one run to the next. The answer does not depend on the order of tables
 *  and rows. */
export class PeerValues {
  readonly #tables: readonly Table[];
  readonly #places: Places;
  readonly #fields = new Map<string, PeerField>();
  #enough: boolean | undefined;

  /** @param before  of the run before this one, whose tables are mostly the same */
  constructor(tables: readonly Table[], before?: PeerValues) {
    this.#tables = tables;
    this.#places = before === undefined ? new Places() : before.#places;
  }

  /** What agencies write in a cell's place. Undefined where fewer than three do, or the field is the agency's own. */
  of(table: Table, row: number, field: FieldKey): Peers | undefined {
    if (!PEER_DATASETS.has(table.dataset) || !PEER_FIELDS.has(field) || !this.#hasPeers()) return undefined;
    // What names a line is what agencies are compared by.
    if (table.dataset === 'channels' && LINE_KEY.has(field)) return undefined;
    const key = this.#places.of(table).keys[row]!;
    if (key === NO_KEY) return undefined;
    const tally = this.#fieldOf(table.dataset, field).tallyOf(key);
    if (tally.agencies < FEWEST_AGENCIES) return undefined;
    const own = this.#places.meaningOf(table, field)(row)?.key;
    const best = mostGiven(tally, own);
    const { count, spellings } = tally.meanings.get(best)!;
    if (count < 2) return undefined;
    return { agencies: tally.agencies, agreeing: count, value: mostCommon(spellings), same: best === own };
  }

  #hasPeers(): boolean {
    this.#enough ??= new Set(this.#tables.map(({ agency }) => agency.id)).size >= FEWEST_AGENCIES;
    return this.#enough;
  }

  #fieldOf(dataset: DatasetId, field: FieldKey): PeerField {
    const place = `${dataset} ${field}`;
    let known = this.#fields.get(place);
    if (known === undefined) {
      const tables = this.#tables.filter((table) => table.dataset === dataset && columnOf(table, field) !== undefined);
      const byAgency = Map.groupBy(tables, (table) => table.agency.id).values();
      this.#fields.set(place, (known = new PeerField([...byAgency], this.#places, field)));
    }
    return known;
  }
}

/** One field of all agencies' tables of one kind. */
class PeerField {
  readonly #agencies: readonly (readonly Table[])[];
  readonly #places: Places;
  readonly #field: FieldKey;
  readonly #tallies = new Map<number, Tally>();

  /** @param agencies  the tables of each */
  constructor(agencies: readonly (readonly Table[])[], places: Places, field: FieldKey) {
    this.#agencies = agencies;
    this.#places = places;
    this.#field = field;
  }

  /** How many agencies give each meaning to the field of one thing; counted when first asked for. */
  tallyOf(key: number): Tally {
    let tally = this.#tallies.get(key);
    if (tally === undefined) this.#tallies.set(key, (tally = this.#count(key)));
    return tally;
  }

  #count(key: number): Tally {
    const tally: Tally = { agencies: 0, meanings: new Map() };
    for (const tables of this.#agencies) {
      // An agency counts once for each meaning it gives.
      const given = new Set<string>();
      for (const table of tables) {
        const { first, next } = this.#places.of(table);
        const meaningOf = this.#places.meaningOf(table, this.#field);
        for (let row = first.get(key) ?? NO_ROW; row !== NO_ROW; row = next[row]!) {
          const meaning = meaningOf(row);
          if (meaning === undefined) continue;
          add(tally, meaning, !given.has(meaning.key));
          given.add(meaning.key);
        }
      }
      if (given.size > 0) tally.agencies += 1;
    }
    return tally;
  }
}

/** How agencies describe one thing. */
interface Tally {
  agencies: number;
  /** By meaning: agencies that give it, and rows by how they spell it. */
  readonly meanings: Map<string, { count: number; readonly spellings: Map<string, number> }>;
}

function add({ meanings }: Tally, { key, shown }: PeerMeaning, isNew: boolean): void {
  let known = meanings.get(key);
  if (known === undefined) meanings.set(key, (known = { count: 0, spellings: new Map() }));
  if (isNew) known.count += 1;
  known.spellings.set(shown, (known.spellings.get(shown) ?? 0) + 1);
}

/** The meaning that most agencies give. The cell's own wins a tie, for then nothing speaks against it. */
function mostGiven({ meanings }: Tally, own: string | undefined): string {
  const countOf = (meaning: string): number => meanings.get(meaning)!.count;
  const order = (a: string, b: string): number =>
    countOf(b) - countOf(a) || Number(b === own) - Number(a === own) || compareText(a, b);
  return [...meanings.keys()].reduce((best, meaning) => (order(meaning, best) < 0 ? meaning : best));
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

/** All that a key is made of. */
const KEY_FIELDS: readonly FieldKey[] = ['ma_tthc', 'truong_hop', 'hinh_thuc_nop', 'loai_phi'];

const NO_KEY = 0;
const NO_ROW = -1;

/** Where things stand in a table. */
interface Index {
  readonly dataset: DatasetId;
  readonly columns: readonly (TableColumn | undefined)[];
  /** Number of each row's key: code, and for lines of channels case, channels and kind of fee. */
  readonly keys: Uint32Array;
  /** Of the rows of a key the one to begin with, and behind each row the next one of its key. */
  readonly first: ReadonlyMap<number, number>;
  readonly next: Int32Array;
}

/** Where things stand in tables, and what their cells mean. Tables do not change, so it never goes stale. */
class Places {
  readonly #keyNumbers = new Map<string, number>();
  readonly #views = new WeakMap<Table, TableView>();
  readonly #meanings = new WeakMap<Table, Map<FieldKey, (row: number) => PeerMeaning | undefined>>();
  readonly #indexes = new WeakMap<Table, Index>();
  /** By the column of codes: an edit leaves a table's other columns as they are. */
  readonly #latest = new WeakMap<TableColumn, Index>();

  of(table: Table): Index {
    let index = this.#indexes.get(table);
    if (index === undefined) this.#indexes.set(table, (index = this.#indexOf(table)));
    return index;
  }

  /** What the cells of a field mean, by row; each is read when it is asked for. */
  meaningOf(table: Table, field: FieldKey): (row: number) => PeerMeaning | undefined {
    let fields = this.#meanings.get(table);
    if (fields === undefined) this.#meanings.set(table, (fields = new Map()));
    let meaningOf = fields.get(field);
    if (meaningOf === undefined) fields.set(field, (meaningOf = peerMeaningOf(this.#viewOf(table), field)));
    return meaningOf;
  }

  #viewOf(table: Table): TableView {
    let view = this.#views.get(table);
    if (view === undefined) this.#views.set(table, (view = viewsOf([table])[0]!));
    return view;
  }

  #indexOf(table: Table): Index {
    const columns = KEY_FIELDS.map((field) => columnOf(table, field));
    const [codes] = columns;
    const known = codes === undefined ? undefined : this.#latest.get(codes);
    const isSame = known?.dataset === table.dataset && columns.every((column, at) => column === known.columns[at]);
    if (isSame) return known;
    const keys = this.#readKeys(table);
    const first = new Map<number, number>();
    const next = new Int32Array(keys.length);
    for (let row = 0; row < keys.length; row += 1) {
      const key = keys[row]!;
      next[row] = first.get(key) ?? NO_ROW;
      first.set(key, row);
    }
    const index: Index = { dataset: table.dataset, columns, keys, first, next };
    if (codes !== undefined) this.#latest.set(codes, index);
    return index;
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
}

const keyIn = (_cell: unknown, text: string): string => compareKey(text);

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
}
