import type { Table } from '../table/table.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingPiece, type LoggedFinding, type SeverityCounts } from './findingPiece.ts';
import type { Verdict } from './rule.ts';

/** Name of the sheet that a table was read from, within a run. */
export const sheetName = ({ file, sheet }: Pick<Table, 'file' | 'sheet'>): string => `${file}\u0000${sheet}`;

/** More columns than any sheet has, the whole row counted as one. */
const COLUMNS = 0x1_0001;

/** The findings of one sheet in their final order: row, column, rule, message. Four bytes per finding beside the pieces
 *  that hold them. */
export class SheetFindings {
  /** What rules found in the tables of the sheet; tables in the order of the run. None is empty. */
  readonly pieces: readonly FindingPiece[];
  readonly size: number;
  /** Number of findings that waivers cover. */
  readonly waived: number;
  /** Where each piece begins when all stand one after the other, and where the last one ends. */
  readonly #starts: Uint32Array;
  readonly #order: Uint32Array;
  #counts: SeverityCounts | undefined;
  readonly #listed: { counting?: Uint32Array; waived?: Uint32Array } = {};

  constructor(pieces: readonly FindingPiece[]) {
    this.pieces = pieces;
    this.#starts = new Uint32Array(pieces.length + 1);
    pieces.forEach((piece, at) => {
      this.#starts[at + 1] = this.#starts[at]! + piece.size;
    });
    this.size = this.#starts[pieces.length]!;
    this.waived = pieces.reduce((sum, { cover }) => sum + (cover?.covered ?? 0), 0);
    this.#order = this.#sorted();
  }

  at(index: number): LoggedFinding {
    const position = this.#order[index]!;
    const piece = this.#pieceAt(position);
    return this.pieces[piece]!.at(position - this.#starts[piece]!);
  }

  /** Where a finding is stored. */
  place(index: number): { readonly piece: FindingPiece; readonly at: number } {
    const position = this.#order[index]!;
    const piece = this.#pieceAt(position);
    return { piece: this.pieces[piece]!, at: position - this.#starts[piece]! };
  }

  /** Indexes of the findings that count, or of those that waivers cover, in order; null when that is all of them. */
  listed(which: 'counting' | 'waived'): Uint32Array | null {
    if (this.waived === 0 && which === 'counting') return null;
    let indexes = this.#listed[which];
    if (indexes === undefined) {
      indexes = new Uint32Array(which === 'waived' ? this.waived : this.size - this.waived);
      let length = 0;
      for (let index = 0; index < this.size; index += 1) {
        const { piece, at } = this.place(index);
        if ((piece.waiver(at) !== undefined) === (which === 'waived')) indexes[length++] = index;
      }
      this.#listed[which] = indexes;
    }
    return indexes;
  }

  /** Counts by severity of the findings that no waiver covers. */
  counts(): SeverityCounts {
    if (this.#counts === undefined) {
      const counts = { error: 0, warning: 0, info: 0 };
      for (const piece of this.pieces) {
        for (let at = 0; at < piece.size; at += 1) {
          if (piece.waiver(at) === undefined) counts[piece.severity(at)] += 1;
        }
      }
      this.#counts = counts;
    }
    return this.#counts;
  }

  /** Index of the piece that holds a position. */
  #pieceAt(position: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #verdictAt(position: number): Verdict {
    const piece = this.#pieceAt(position);
    return this.pieces[piece]!.verdict(position - this.#starts[piece]!);
  }

  #sorted(): Uint32Array {
    const ranks = ruleRanks(this.pieces);
    const keys = new Float64Array(this.size);
    const order = new Uint32Array(this.size);
    let position = 0;
    let ascending = true;
    for (const piece of this.pieces) {
      const { rowNumbers, columns } = piece.table;
      const rank = ranks.get(piece.rule.id)!;
      for (let at = 0; at < piece.size; at += 1) {
        const row = piece.row(at);
        const column = piece.column(at);
        const sheetRow = row === WHOLE_SHEET ? 0 : rowNumbers[row]!;
        const sheetColumn = column === WHOLE_ROW ? -1 : columns[column]!.sheetColumnAt(Math.max(row, 0));
        // Row, column and rule in one number: comparing these is most of what sorting does. It stays exact up to half a
        // billion rows.
        const key = (sheetRow * COLUMNS + sheetColumn + 1) * ranks.size + rank;
        ascending &&= position === 0 || keys[position - 1]! < key;
        keys[position] = key;
        order[position] = position;
        position += 1;
      }
    }
    if (ascending) return order;
    return order.sort((a, b) => keys[a]! - keys[b]! || this.#compareMessages(a, b) || a - b);
  }

  #compareMessages(a: number, b: number): number {
    const [mine, its] = [this.#verdictAt(a), this.#verdictAt(b)];
    if (mine === its) return 0;
    return (
      compareText(mine.message, its.message) ||
      compareText(JSON.stringify(mine.args ?? null), JSON.stringify(its.args ?? null))
    );
  }
}

/** Rank of each rule by its id. */
function ruleRanks(pieces: readonly FindingPiece[]): ReadonlyMap<string, number> {
  const ids = [...new Set(pieces.map(({ rule }) => rule.id))].sort(compareText);
  return new Map(ids.map((id, rank) => [id, rank]));
}

/** Code-unit order: the same on every machine and locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
