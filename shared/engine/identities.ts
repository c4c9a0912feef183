import { fingerprint } from '../fingerprint.ts';
import { haveSameKeys, identityKey } from './businessKey.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingPiece } from './findingPiece.ts';
import { compareText, type SheetFindings } from './sheetFindings.ts';

/** Pieces whose findings may share an identity but for its ordinal: one rule's in one agency's tables of one kind. */
interface Kin {
  readonly pieces: readonly FindingPiece[];
  /** Per piece and finding; worked out when first asked for. */
  identities: ReadonlyMap<FindingPiece, readonly string[]> | null;
}

/** Names of findings that last. Identity = hash of agency, dataset, business key, rule and field, plus an ordinal where
 *  these repeat. Neither value nor place is in it, so it survives sorting, inserted rows, renamed sheets and moved
 *  columns; ordinals follow the value first, so that shuffled rows give the same set. Waived findings count in: a waiver
 *  must not rename its neighbours. */
export class Identities {
  readonly #sheets: readonly SheetFindings[];
  #kin: ReadonlyMap<string, Kin> | null = null;
  #before: ReadonlyMap<string, Kin> | null;

  /** @param before  names of the log before an edit, which hold on for pieces that are still there */
  constructor(sheets: readonly SheetFindings[], before?: Identities) {
    this.#sheets = sheets;
    // Only what it knows is held, or every edit would keep all logs before it.
    this.#before = before === undefined ? null : (before.#kin ?? before.#before);
  }

  /** Identity of a finding of one of the log's pieces. */
  of(piece: FindingPiece, index: number): string {
    return this.listOf(piece)[index]!;
  }

  /** Identities of a piece's findings. From log to log it is the same object as long as they are the same. */
  listOf(piece: FindingPiece): readonly string[] {
    this.#kin ??= this.#grouped();
    const kin = this.#kin.get(kinName(piece))!;
    kin.identities ??= identitiesOf(kin.pieces);
    return kin.identities.get(piece)!;
  }

  #grouped(): ReadonlyMap<string, Kin> {
    const pieces = this.#sheets.flatMap((sheet) => sheet.pieces);
    const kin = new Map<string, Kin>();
    for (const [name, own] of Map.groupBy(pieces, kinName)) {
      const known = this.#before?.get(name);
      kin.set(name, known === undefined ? { pieces: own, identities: null } : carriedOver(known, own));
    }
    this.#before = null;
    return kin;
  }
}

/** A group as it is after an edit. Where its findings stand in cells that the edit did not touch, in rows that go by the
 *  same keys, they keep their names. */
function carriedOver(known: Kin, pieces: readonly FindingPiece[]): Kin {
  const before = known.pieces;
  const isSame = pieces.length === before.length && pieces.every((piece, at) => isSameFindings(piece, before[at]!));
  if (!isSame || known.identities === null) return { pieces, identities: null };
  const { identities } = known;
  return { pieces, identities: new Map(pieces.map((piece, at) => [piece, identities.get(before[at]!)!])) };
}

const isSameFindings = (piece: FindingPiece, before: FindingPiece): boolean =>
  piece === before || (piece.isMoved(before) && haveSameKeys(piece.table, before.table));

const kinName = ({ rule, table }: FindingPiece): string => [table.agency.id, table.dataset, rule.id].join('\u0002');

/** One finding on its way to a name. */
interface Unnamed {
  readonly piece: FindingPiece;
  readonly rank: number;
  readonly index: number;
}

/** @param pieces  all of one kin, in the order of their sheets */
function identitiesOf(pieces: readonly FindingPiece[]): ReadonlyMap<FindingPiece, readonly string[]> {
  const identities = new Map<FindingPiece, string[]>();
  const repeated = new Map<string, Unnamed[]>();
  pieces.forEach((piece, rank) => {
    const names: string[] = [];
    for (let index = 0; index < piece.size; index += 1) {
      const base = baseOf(piece, index);
      const same = repeated.get(base);
      if (same === undefined) repeated.set(base, [{ piece, rank, index }]);
      else same.push({ piece, rank, index });
      names.push(base);
    }
    identities.set(piece, names);
  });
  for (const [base, same] of repeated) {
    if (same.length > 1) same.sort(byContent());
    same.forEach(({ piece, index }, ordinal) => {
      identities.get(piece)![index] = fingerprint(ordinal === 0 ? base : `${base}\u0002${ordinal}`);
    });
  }
  return identities;
}

function baseOf(piece: FindingPiece, index: number): string {
  const { table, rule } = piece;
  const [row, column] = [piece.row(index), piece.column(index)];
  const tableColumn = column === WHOLE_ROW ? undefined : table.columns[column];
  const key = row === WHOLE_SHEET ? '' : identityKey(table, row, tableColumn?.field ?? null);
  const field = tableColumn === undefined ? '' : (tableColumn.field ?? tableColumn.heading);
  return [table.agency.id, table.dataset, key, rule.id, field].join('\u0002');
}

/** By message, value and arguments; those that say exactly the same by their place. */
function byContent(): (a: Unnamed, b: Unnamed) => number {
  const contents = new Map<Unnamed, string>();
  const contentOf = (finding: Unnamed): string => {
    let content = contents.get(finding);
    if (content === undefined) contents.set(finding, (content = contentAt(finding)));
    return content;
  };
  return (a, b) => compareText(contentOf(a), contentOf(b)) || comparePlaces(a, b);
}

function contentAt({ piece, index }: Unnamed): string {
  const [row, column] = [piece.row(index), piece.column(index)];
  const verdict = piece.verdict(index);
  const value = column === WHOLE_ROW || row === WHOLE_SHEET ? '' : piece.table.columns[column]!.at(row).raw;
  return `${verdict.message}\u0002${value}\u0002${JSON.stringify(verdict.args ?? null)}`;
}

/** Findings of one piece may have been reported in any order; their rows and columns tell how they are listed. */
const comparePlaces = (a: Unnamed, b: Unnamed): number =>
  a.rank - b.rank ||
  a.piece.row(a.index) - b.piece.row(b.index) ||
  a.piece.column(a.index) - b.piece.column(b.index) ||
  a.index - b.index;
