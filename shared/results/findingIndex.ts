import { FACETS, type FacetName, type FindingFilter, type FindingSort } from '../contract/results.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingLog } from '../engine/findingLog.ts';
import type { Language } from '../i18n/index.ts';
import { Codes } from './codes.ts';
import type { FindingSearch } from './findingSearch.ts';
import { FIXED_FACETS, type SheetColumns } from './sheetColumns.ts';

/** A value of a facet and how many findings have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** What people decided and what explains findings, by index in the log. */
export interface IndexMarks {
  /** 1 where a decision or a rule set's waiver covers the finding. */
  readonly waived: Uint8Array;
  /** Asked once, when something about causes is wanted: finding them takes longer than a page of the list may. */
  readonly causes: () => readonly { readonly id: string; readonly findings: Uint32Array }[];
}

type Column = Uint16Array | Uint32Array | Uint8Array;
type EarlyFacet = Exclude<FacetName, 'cause'>;

const SEARCH_FAILED = 1 << FACETS.length;

/** Findings laid out in columns, so that choosing and counting over a million of them is one pass over numbers. */
export class FindingIndex {
  readonly size: number;
  readonly #log: FindingLog;
  readonly #columns: Readonly<Record<EarlyFacet, Column>>;
  readonly #codes: Readonly<Record<EarlyFacet, Codes>>;
  readonly #findCauses: IndexMarks['causes'];
  #causes: { readonly column: Column; readonly codes: Codes } | null = null;
  readonly #search: FindingSearch;
  #lastKey = '';
  #lastChosen: Uint32Array = new Uint32Array(0);

  /** @param sheets  kept from index to index, so that unchanged sheets are not gone through again */
  constructor(log: FindingLog, sheets: SheetColumns, { waived, causes }: IndexMarks, search: FindingSearch) {
    this.#log = log;
    this.#search = search;
    this.size = log.size;
    const make = (): Uint16Array => new Uint16Array(log.size);
    const joined = {
      agency: make(),
      area: make(),
      sheet: make(),
      rule: make(),
      field: make(),
      severity: make(),
      fixable: make(),
    };
    let start = 0;
    for (const sheet of log.sheets) {
      const own = sheets.of(sheet);
      for (const name of FIXED_FACETS) joined[name].set(own[name], start);
      start += sheet.size;
    }
    this.#columns = { ...joined, state: waived };
    this.#codes = { ...sheets.codes, state: new Codes(['open', 'waived']) };
    this.#findCauses = causes;
  }

  #facet(name: FacetName): { readonly column: Column; readonly codes: Codes } {
    if (name !== 'cause') return { column: this.#columns[name], codes: this.#codes[name] };
    if (this.#causes === null) {
      const causes = this.#findCauses();
      const column = new Uint32Array(this.size);
      causes.forEach(({ findings }, at) => {
        for (const place of findings) column[place] = at + 1;
      });
      this.#causes = { column, codes: new Codes(['', ...causes.map(({ id }) => id)]) };
    }
    return this.#causes;
  }

  /** The value of a facet at a place. */
  valueAt(facet: FacetName, place: number): string {
    const { column, codes } = this.#facet(facet);
    return codes.name(column[place]!);
  }

  /** Places of the findings that a filter lets through, in the order asked for. The last answer is kept, because pages of
   *  one list are asked for one after the other. */
  choose(filter: FindingFilter, sort: FindingSort, language: Language): Uint32Array {
    const key = JSON.stringify([filter, sort, language]);
    if (key !== this.#lastKey) {
      this.#lastChosen = this.#ordered(this.#matching(filter, language), sort);
      this.#lastKey = key;
    }
    return this.#lastChosen;
  }

  /** Counts of every value of every facet, each under the filter without that facet itself, so that a choice can be
   *  widened. Severities, states and fixes in their own order, the others by count, most first, then by value. */
  facets(
    filter: FindingFilter,
    language: Language,
  ): { readonly total: number; readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>> } {
    const failed = this.#failures(filter, language);
    const counted = FACETS.map((name) => new Uint32Array(this.#facet(name).codes.size));
    let total = 0;
    for (let place = 0; place < this.size; place += 1) if (failed[place] === 0) total += 1;
    // One facet after the other: each pass runs over two arrays only.
    FACETS.forEach((name, at) => {
      const { column } = this.#facet(name);
      const counts = counted[at]!;
      const own = 1 << at;
      for (let place = 0; place < this.size; place += 1) {
        const failures = failed[place]!;
        if (failures === 0 || failures === own) counts[column[place]!]! += 1;
      }
    });
    const values = (name: FacetName): readonly FacetValue[] => {
      const { codes } = this.#facet(name);
      const listed = Array.from(counted[FACETS.indexOf(name)]!, (count, code) => ({
        value: codes.name(code),
        count,
      })).filter(({ value, count }) => count > 0 && !(name === 'cause' && value === ''));
      const hasOwnOrder = name === 'severity' || name === 'state' || name === 'fixable';
      return hasOwnOrder ? listed : listed.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    };
    return {
      total,
      facets: {
        agency: values('agency'),
        area: values('area'),
        sheet: values('sheet'),
        rule: values('rule'),
        field: values('field'),
        severity: values('severity'),
        state: values('state'),
        fixable: values('fixable'),
        cause: values('cause'),
      },
    };
  }

  #matching(filter: FindingFilter, language: Language): Uint32Array {
    const failed = this.#failures(filter, language);
    const places = new Uint32Array(this.size);
    let found = 0;
    for (let place = 0; place < this.size; place += 1) if (failed[place] === 0) places[found++] = place;
    return places.subarray(0, found);
  }

  /** Per place a bit for every facet that keeps it out, and one for the search. */
  #failures(filter: FindingFilter, language: Language): Uint16Array {
    const failed = new Uint16Array(this.size);
    FACETS.forEach((name, at) => {
      const wanted = filter[name];
      if (wanted === undefined || wanted.length === 0) return;
      const { column, codes } = this.#facet(name);
      const mask = codes.mask(wanted);
      const bit = 1 << at;
      for (let place = 0; place < this.size; place += 1) if (mask[column[place]!] === 0) failed[place]! |= bit;
    });
    const words = filter.search?.trim() ?? '';
    if (words !== '') {
      for (const place of this.#search.missing(this.#log, words, language)) failed[place]! |= SEARCH_FAILED;
    }
    return failed;
  }

  #ordered(places: Uint32Array, { by, descending }: FindingSort): Uint32Array {
    if (by === 'place') return descending ? places.slice().reverse() : places;
    const ranks = this.#ranks(by);
    let highest = 0;
    for (const rank of ranks) if (rank > highest) highest = rank;
    const rankOf = (place: number): number => (descending ? highest - ranks[place]! : ranks[place]!);
    // Counted out instead of compared: a million findings are put in order at every change of the filter.
    const starts = new Uint32Array(highest + 2);
    for (const place of places) starts[rankOf(place) + 1]! += 1;
    for (let rank = 0; rank <= highest; rank += 1) starts[rank + 1]! += starts[rank]!;
    const ordered = new Uint32Array(places.length);
    for (const place of places) ordered[starts[rankOf(place)]!++] = place;
    return ordered;
  }

  #ranks(by: Exclude<FindingSort['by'], 'place'>): Column {
    if (by === 'severity') return this.#columns.severity;
    if (by !== 'value') {
      const rank = this.#codes[by].ranks();
      return Uint32Array.from(this.#columns[by], (code) => rank[code]!);
    }
    const codes = new Codes();
    const column = new Uint32Array(this.size);
    for (let place = 0; place < this.size; place += 1) column[place] = codes.of(valueAt(this.#log, place));
    const rank = codes.ranks();
    return column.map((code) => rank[code]!);
  }
}

/** The value that a finding is about, as a person sees it; '' for a whole row or sheet. */
function valueAt(log: FindingLog, place: number): string {
  const { table, row, column } = log.at(place);
  return column === WHOLE_ROW || row === WHOLE_SHEET ? '' : table.columns[column]!.at(row).text;
}
