import { searchKey } from '../../shared/domain/vietnameseText.ts';
import { buildNameIndex } from '../../shared/reference/nameMatching.ts';
import { seeded, type Random } from './random.ts';
import { typo } from './operators/names.ts';

/** What the search made of names written in one way. `proposed`: the best hit is so good and the next so much worse that
 *  the product proposes its code; `wrong`: it proposes another procedure's. */
export interface NameSearchRow {
  readonly way: string;
  readonly asked: number;
  readonly first: number;
  readonly five: number;
  readonly proposed: number;
  readonly wrong: number;
}

// As rule NAT-01 decides that a name leaves only one procedure to mean.
const NEAR_CERTAIN = 0.97;
const CLEAR_GAP = 0.05;

const ABBREVIATIONS = [
  ['ủy ban nhân dân', 'UBND'],
  ['giấy chứng nhận', 'GCN'],
  ['giấy phép', 'GP'],
  ['doanh nghiệp', 'DN'],
  ['thành phố', 'TP'],
  ['quyết định', 'QĐ'],
] as const;

const bare = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

const shorter = (name: string): string =>
  ABBREVIATIONS.reduce((text, [long, short]) => text.replace(new RegExp(long, 'giu'), short), name);

/** Ways in which people write a name otherwise. */
const WAYS: readonly (readonly [way: string, write: (name: string, random: Random) => string])[] = [
  ['without diacritics', bare],
  ['in capitals', (name) => name.toUpperCase()],
  ['one typing slip', (name, random) => typo(name, random) ?? name],
  ['three typing slips', (name, random) => [1, 2, 3].reduce((text) => typo(text, random) ?? text, name)],
  ['a word left out', (name, random) => without(name.split(' '), random).join(' ')],
  ['abbreviated', shorter],
  ['two words swapped', (name, random) => swapped(name.split(' '), random).join(' ')],
  ['"Thủ tục" before it', (name) => `Thủ tục ${name.charAt(0).toLowerCase()}${name.slice(1)}`],
  ['cut to 60 %', (name) => name.slice(0, Math.ceil(name.length * 0.6))],
  ['mixed', (name, random) => typo(bare(without(shorter(name).split(' '), random).join(' ')), random) ?? name],
];

const without = (words: readonly string[], random: Random): readonly string[] => {
  const at = random.below(words.length);
  return words.length < 4 ? words : words.filter((_, index) => index !== at);
};

function swapped(words: readonly string[], random: Random): readonly string[] {
  if (words.length < 2) return words;
  const at = random.below(words.length - 1);
  return [...words.slice(0, at), words[at + 1]!, words[at]!, ...words.slice(at + 2)];
}

/** Searches names written in other ways, and names of procedures that the list does not hold. */
export function nameSearchAccuracy(all: readonly string[], queries: number, seed: number): readonly NameSearchRow[] {
  const random = seeded(seed);
  const names = [...new Map(all.map((name) => [searchKey(name), name])).values()];
  const missing = new Set(random.shuffled(names).slice(0, Math.ceil(names.length / 10)));
  const kept = names.filter((name) => !missing.has(name));
  const index = buildNameIndex(kept);
  const ask = (way: string, wanted: readonly string[], write: (name: string) => string): NameSearchRow => {
    const row = { way, asked: 0, first: 0, five: 0, proposed: 0, wrong: 0 };
    for (const name of wanted) {
      const hits = index.search(write(name), 5);
      row.asked += 1;
      if (kept[hits[0]?.index ?? -1] === name) row.first += 1;
      if (hits.some((hit) => kept[hit.index] === name)) row.five += 1;
      const [best, next] = hits;
      if (best === undefined || best.score < NEAR_CERTAIN || best.score - (next?.score ?? 0) < CLEAR_GAP) continue;
      row.proposed += 1;
      if (kept[best.index] !== name) row.wrong += 1;
    }
    return row;
  };
  const each = Math.ceil(queries / (WAYS.length + 1));
  const some = (from: readonly string[]): string[] => Array.from({ length: each }, () => random.pick(from));
  return [
    ...WAYS.map(([way, write]) => ask(way, some(kept), (name) => write(name, random))),
    ask('of a procedure not in the list', some([...missing]), (name) => name),
  ];
}
