import { findPlaceMentions } from '../../domain/placeMentions.ts';
import { readAgency, type AgencyLevel } from '../../domain/implementingAgency.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { formerCommuneOf, isOfFormerLevel } from '../places.ts';

/** A unit as its name tells it. Communes are named by their place ("UBND xã Núi Cấm", "Xã Núi Cấm"), other units by what
 *  they are ("Sở Tư pháp", "Sở Tư pháp tỉnh Gia Lai"): a round is that of one province. */
export interface UnitName {
  readonly name: string;
  /** Key under which two spellings of one unit are equal. */
  readonly key: string;
  /** Key of the commune, ward or special zone it belongs to; '' for other units. */
  readonly commune: string;
  readonly level: AgencyLevel | undefined;
  /** Names a kind of units, not one: "UBND cấp xã", "các sở". */
  readonly isKind: boolean;
  /** Names a level that ended, or a commune that was merged away: rules ADM-02 and ADM-04 speak. */
  readonly dissolved: boolean;
}

/** Bodies that stand for their commune as a whole. */
const WHOLE_COMMUNE = new Set(
  ['', 'ủy ban nhân dân', 'hội đồng nhân dân và ủy ban nhân dân', 'trung tâm phục vụ hành chính công'].map(compareKey),
);

const KIND = /(?<!\p{L})(?:cấp (?:xã|tỉnh|bộ)|các (?:xã|sở|tỉnh|phường|bộ))(?!\p{L})/iu;

/** Reads the name of a unit. It never fails: what is not understood is its own key. */
export function readUnitName(name: string): UnitName {
  const places = { text: name, mentions: findPlaceMentions(name) };
  const { organ, level } = readAgency(name);
  const mention = places.mentions.find(({ word }) => word === 'xa' || word === 'phuong' || word === 'dac_khu');
  const dissolved = places.mentions.some(
    (one) => isOfFormerLevel(one, places) || formerCommuneOf(one, undefined) !== undefined,
  );
  const isKind = KIND.test(name);
  if (mention === undefined) return { name, key: organ, commune: '', level, isKind, dissolved };
  const commune = compareKey(name.slice(mention.span.start, mention.span.end));
  // A bare "Xã Núi Cấm" has no organ in front of its place.
  const body = mention.span.start === 0 ? '' : organ;
  return { name, key: WHOLE_COMMUNE.has(body) ? commune : `${body} ${commune}`, commune, level, isKind, dissolved };
}

/** The unit that a cell names; null when it says nothing. For `view.derive`. */
export const unitIn = (cell: Cell, text: string): UnitName | null =>
  saysNothing(cell, text) ? null : readUnitName(text);

/** Units of a list, for looking names up. */
export class UnitList {
  readonly #byKey = new Map<string, UnitName>();
  readonly #communes = new Set<string>();
  readonly #levels = new Set<AgencyLevel | undefined>();

  constructor(units: Iterable<UnitName>) {
    for (const unit of units) {
      if (unit.key === '') continue;
      if (!this.#byKey.has(unit.key)) this.#byKey.set(unit.key, unit);
      if (unit.commune !== '') this.#communes.add(unit.commune);
      this.#levels.add(unit.level);
    }
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** Every unit once, in the order of the list. */
  units(): Iterable<UnitName> {
    return this.#byKey.values();
  }

  /** Whether the list holds the unit; a body of a listed commune ("Công an xã Núi Cấm") counts. */
  holds({ key, commune }: UnitName): boolean {
    return this.#byKey.has(key) || this.#communes.has(commune);
  }

  /** Whether the list holds any unit of the level, so that a missing one means something. */
  covers({ level, commune }: UnitName): boolean {
    return commune === '' ? this.#levels.has(level) : this.#communes.size > 0;
  }
}
