import { distance } from 'fastest-levenshtein';
import { compareKey, searchKey } from '../domain/vietnameseText.ts';

/** A name that resembles a query: its place in the indexed list and a similarity of 0 … 1 (1 = equal but for spelling
 *  habits such as case, punctuation and the place of tone marks). */
export interface NameHit {
  readonly index: number;
  readonly score: number;
}

/** Finds names in a fixed list. */
export interface NameIndex {
  /** The most similar names, best first, at most `limit`; equal scores in list order. A query that shares no word with
   *  any name finds nothing. */
  search(query: string, limit: number): readonly NameHit[];
}

// A word that stands in more names than this says little and costs much: "cấp giấy phép" is everywhere.
const COMMON_SHARE = 0.1;
// In a short list a tenth is next to nothing, so there words may be this common.
const COMMON_LEAST = 30;
const CANDIDATES = 20;
// What is longer is compared by its beginning: keeps the quadratic distance bounded for a cell of 32,767 characters.
const LONGEST_COMPARED = 1_200;

/** Builds an index of names: syllables and pairs of neighbouring syllables without diacritics, weighted by rarity,
 *  propose candidates; edit distance puts them in order. Empty names are never found. */
export function buildNameIndex(names: readonly string[]): NameIndex {
  const keys = names.map((name) => bare(searchKey(name)));
  const spellings = names.map((name) => bare(compareKey(name)));
  const { tokens, starts, owners } = invert(keys);
  const common = Math.max(COMMON_LEAST, names.length * COMMON_SHARE);
  const weightOf = (token: number): number => Math.log1p(names.length / (starts[token + 1]! - starts[token]!));
  const norms = new Float32Array(names.length);
  for (let token = 0; token + 1 < starts.length; token++) {
    for (let at = starts[token]!; at < starts[token + 1]!; at++) norms[owners[at]!]! += weightOf(token);
  }
  const scores = new Float32Array(names.length);

  const propose = (known: readonly number[], queryNorm: number, wanted: number): number[] => {
    const touched: number[] = [];
    for (const token of known) {
      const weight = weightOf(token);
      for (let at = starts[token]!; at < starts[token + 1]!; at++) {
        const owner = owners[at]!;
        if (scores[owner] === 0) touched.push(owner);
        scores[owner]! += weight;
      }
    }
    // Shared weight in proportion to what both have: a long name must not win by containing everything.
    for (const owner of touched) scores[owner]! /= queryNorm + norms[owner]!;
    const best = topOf(touched, scores, wanted);
    for (const owner of touched) scores[owner] = 0;
    return best;
  };

  return {
    search(query, limit) {
      const key = bare(searchKey(query));
      const spelling = bare(compareKey(query));
      const known = tokensOf(key)
        .map((token) => tokens.get(token))
        .filter((token) => token !== undefined);
      const rare = known.filter((token) => starts[token + 1]! - starts[token]! <= common);
      const used = rare.length > 0 ? rare : known;
      let queryNorm = 0;
      for (const token of used) queryNorm += weightOf(token);
      const [asked, texts] = spelling === key ? [key, keys] : [spelling, spellings];
      return propose(used, queryNorm, Math.max(CANDIDATES, limit))
        .map((index) => ({ index, score: resemblance(asked, texts[index]!) }))
        .sort((left, right) => right.score - left.score || left.index - right.index)
        .slice(0, limit);
    },
  };
}

// A query that is the beginning of a name was cut off by somebody: likely, but never as sure as the whole name.
const CUT_OFF = 0.85;

/** Similarity of a query to a name, where a query that lacks the name's end counts as cut off. */
function resemblance(query: string, name: string): number {
  const whole = similarity(query, name);
  if (whole >= CUT_OFF || query.length >= name.length * 0.9) return whole;
  return Math.max(whole, CUT_OFF * similarity(query, name.slice(0, query.length)));
}

/** Similarity of two texts: 1 − edit distance / longer length; two empty texts are equal. */
export function similarity(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  return longer === 0 || left === right ? 1 : 1 - distance(left, right) / longer;
}

// Some names begin with the word for what all of them are ("Thủ tục đăng ký …"), which tells nothing apart.
const FILLER = /^thu\u0309? tuc\u0323? (?:hanh\u0300? chinh\u0301? )?/;

/** A key as it is compared. */
const bare = (key: string): string => key.replace(FILLER, '').slice(0, LONGEST_COMPARED);

/** Distinct syllables and neighbouring pairs of a key. */
function tokensOf(key: string): string[] {
  if (key === '') return [];
  const syllables = key.split(' ');
  const tokens = new Set(syllables);
  for (let at = 1; at < syllables.length; at++) tokens.add(`${syllables[at - 1]} ${syllables[at]}`);
  return [...tokens];
}

/** Posting lists end to end: the names that hold token t are `owners[starts[t] … starts[t + 1])`. */
function invert(keys: readonly string[]): {
  readonly tokens: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
} {
  const tokens = new Map<string, number>();
  const counts: number[] = [];
  const perName = keys.map((key) =>
    tokensOf(key).map((token) => {
      let id = tokens.get(token);
      if (id === undefined) {
        id = tokens.size;
        tokens.set(token, id);
        counts.push(0);
      }
      counts[id]!++;
      return id;
    }),
  );
  const starts = new Uint32Array(tokens.size + 1);
  for (let token = 0; token < tokens.size; token++) starts[token + 1] = starts[token]! + counts[token]!;
  const owners = new Uint32Array(starts[tokens.size]!);
  const next = starts.slice();
  for (const [owner, ids] of perName.entries()) {
    for (const id of ids) owners[next[id]!++] = owner;
  }
  return { tokens, starts, owners };
}

/** The `limit` members with the highest scores, best first; equal scores in ascending order. */
function topOf(members: readonly number[], scores: Float32Array, limit: number): number[] {
  const best: number[] = [];
  for (const member of members) {
    const score = scores[member]!;
    const last = best[best.length - 1];
    if (best.length === limit && last !== undefined && !before(score, member, scores[last]!, last)) continue;
    let at = best.length;
    while (at > 0 && before(score, member, scores[best[at - 1]!]!, best[at - 1]!)) at--;
    best.splice(at, 0, member);
    if (best.length > limit) best.pop();
  }
  return best;
}

const before = (score: number, member: number, otherScore: number, other: number): boolean =>
  score > otherScore || (score === otherScore && member < other);
