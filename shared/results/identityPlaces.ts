import type { FindingLog } from '../engine/findingLog.ts';
import type { FindingPiece } from '../engine/findingPiece.ts';
import type { SheetFindings } from '../engine/sheetFindings.ts';

/** Finds findings by identity. What was laid out for a rule's findings in a table holds as long as they do, so after an edit
 *  only what the edit touched is laid out again. */
export class IdentityPlaces {
  readonly #known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

  /** Place in the log of the finding with an identity; null when there is none. */
  find(log: FindingLog, identity: string): number | null {
    let start = 0;
    for (const sheet of log.sheets) {
      for (const piece of sheet.pieces) {
        const at = this.#indexesOf(log.identities.listOf(piece)).get(identity);
        if (at !== undefined) return start + indexIn(sheet, piece, at);
      }
      start += sheet.size;
    }
    return null;
  }

  #indexesOf(identities: readonly string[]): ReadonlyMap<string, number> {
    let indexes = this.#known.get(identities);
    if (indexes === undefined) {
      indexes = new Map(identities.map((identity, at) => [identity, at]));
      this.#known.set(identities, indexes);
    }
    return indexes;
  }
}

/** Where a finding of a piece stands in the order of its sheet. */
function indexIn(sheet: SheetFindings, piece: FindingPiece, at: number): number {
  for (let index = 0; index < sheet.size; index += 1) {
    const place = sheet.place(index);
    if (place.piece === piece && place.at === at) return index;
  }
  throw new RangeError('a piece that is not of its sheet');
}
