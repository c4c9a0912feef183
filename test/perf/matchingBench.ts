// Measures the name search on corrupted names: `node test/perf/matchingBench.ts [number of queries]`.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { searchKey } from '../../shared/domain/vietnameseText.ts';
import { buildNameIndex, similarity } from '../../shared/reference/nameMatching.ts';

const NAMES = 10_000;
const QUERIES = Number(process.argv[2] ?? 20_000);
const SAMPLE_FOR_PEER = 100;

const ACTIONS = [
  'Cấp mới',
  'Cấp lại',
  'Cấp đổi',
  'Gia hạn',
  'Điều chỉnh',
  'Thu hồi',
  'Đăng ký',
  'Xác nhận',
  'Chấp thuận',
];
const PAPERS = ['giấy phép', 'giấy chứng nhận', 'chứng chỉ hành nghề', 'thẻ', 'quyết định', 'bản sao', 'phù hiệu'];
const SUBJECTS = [
  'kinh doanh',
  'xây dựng',
  'khai thác',
  'vận tải',
  'dược liệu',
  'tàu cá',
  'hộ tịch',
  'đất đai',
  'thú y',
];
const PLACES = ['cấp tỉnh', 'cấp xã', 'cấp bộ', 'thực hiện tại Trung ương', 'có yếu tố nước ngoài', 'vùng biên giới'];
const ABBREVIATIONS = [
  ['ủy ban nhân dân', 'UBND'],
  ['giấy chứng nhận', 'GCN'],
  ['quyền sử dụng đất', 'QSDĐ'],
  ['giấy phép', 'GP'],
  ['doanh nghiệp', 'DN'],
  ['thành phố', 'TP'],
] as const;

const random = seeded(20_260_701);
const names = namesToSearch();
const started = performance.now();
const index = buildNameIndex(names);
console.log(`${names.length} names, index built in ${(performance.now() - started).toFixed(0)} ms`);

const ways = corruptions();
const queries = Array.from({ length: QUERIES }, (_, at) => {
  const target = Math.floor(random() * names.length);
  const [kind, corrupt] = ways[at % ways.length]!;
  return { kind, target, text: corrupt(names[target]!) };
});

const tally = new Map<string, { asked: number; first: number; five: number }>();
const from = performance.now();
const answers = queries.map((query) => index.search(query.text, 5));
const seconds = (performance.now() - from) / 1000;
for (const [at, { kind, target }] of queries.entries()) {
  for (const key of [kind, 'all']) {
    const row = tally.get(key) ?? { asked: 0, first: 0, five: 0 };
    row.asked++;
    if (names[answers[at]![0]?.index ?? -1] === names[target]) row.first++;
    if (answers[at]!.some((hit) => names[hit.index] === names[target])) row.five++;
    tally.set(key, row);
  }
}
console.log(`search: ${(QUERIES / seconds).toFixed(0)} queries/s`);
for (const [kind, row] of tally) {
  const share = (part: number): string => `${((100 * part) / row.asked).toFixed(1)} %`.padStart(8);
  console.log(`  ${kind.padEnd(22)} top-1 ${share(row.first)}   top-5 ${share(row.five)}   n=${row.asked}`);
}

const keys = names.map(searchKey);
const peerFrom = performance.now();
let peerFirst = 0;
let ownFirst = 0;
for (const [at, query] of queries.slice(0, SAMPLE_FOR_PEER).entries()) {
  const key = searchKey(query.text);
  let best = 0;
  let bestScore = -1;
  for (const [candidate, other] of keys.entries()) {
    const score = similarity(key, other);
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  if (names[best] === names[query.target]) peerFirst++;
  if (names[answers[at]![0]?.index ?? -1] === names[query.target]) ownFirst++;
}
const peerSeconds = (performance.now() - peerFrom) / 1000;
console.log(
  `peer, edit distance to every name: ${(SAMPLE_FOR_PEER / peerSeconds).toFixed(0)} queries/s, ` +
    `top-1 ${peerFirst} of ${SAMPLE_FOR_PEER} (ours on the same queries: ${ownFirst})`,
);

/** What people do to names, mixed. Each takes the true name. */
function corruptions(): readonly (readonly [string, (name: string) => string])[] {
  const bare = (name: string): string =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const typo = (name: string): string => {
    const at = Math.floor(random() * name.length);
    const letter = 'abcdeghiklmnopqrstuvxy'[Math.floor(random() * 22)]!;
    const kind = Math.floor(random() * 4);
    if (kind === 0) return name.slice(0, at) + letter + name.slice(at + 1);
    if (kind === 1) return name.slice(0, at) + name.slice(at + 1);
    if (kind === 2) return name.slice(0, at) + letter + name.slice(at);
    return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
  };
  const dropWords = (name: string): string =>
    name
      .split(' ')
      .filter(() => random() > 0.1)
      .join(' ');
  const abbreviate = (name: string): string =>
    ABBREVIATIONS.reduce((text, [long, short]) => text.replace(new RegExp(long, 'giu'), short), name);
  const swap = (name: string): string => {
    const words = name.split(' ');
    const at = Math.floor(random() * (words.length - 1));
    return [...words.slice(0, at), words[at + 1], words[at], ...words.slice(at + 2)].join(' ');
  };
  const cut =
    (share: number) =>
    (name: string): string =>
      name.slice(0, Math.ceil(name.length * share));
  return [
    ['without diacritics', bare],
    ['upper case', (name) => name.toUpperCase()],
    ['one typo', typo],
    ['three typos', (name) => typo(typo(typo(name)))],
    ['10 % of words dropped', dropWords],
    ['abbreviated', abbreviate],
    ['neighbours swapped', swap],
    ['prefix added', (name) => `Thủ tục ${name.charAt(0).toLowerCase()}${name.slice(1)}`],
    ['all mixed', (name) => typo(bare(dropWords(abbreviate(name))))],
    ['cut to 60 %', cut(0.6)],
  ];
}

/** Real names where the shared data folder is there; nine near-duplicates (another action word) per ten of them; the rest
 *  spliced from halves of two names. No two names differ only in spelling. */
function namesToSearch(): string[] {
  const file = path.resolve(import.meta.dirname, '../../../shared/data/reference/national_catalogue_2026-07.jsonl');
  const real = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { ten_tthc: string }).ten_tthc)
    : Array.from({ length: 2_000 }, inventedName);
  const kind = existsSync(file) ? 'real' : 'invented (shared data folder not found)';
  const byKey = new Map(real.map((name) => [searchKey(name), name]));
  const bases = [...byKey.values()];
  const pick = (): string => bases[Math.floor(random() * bases.length)]!;
  const fill = (size: number, make: () => string): void => {
    for (let tries = 0; byKey.size < size && tries < size * 50; tries++) {
      const name = make();
      const key = searchKey(name);
      if (!byKey.has(key)) byKey.set(key, name);
    }
  };
  fill(bases.length * 1.9, () =>
    pick().replace(new RegExp(ACTIONS.join('|'), 'iu'), () => ACTIONS[Math.floor(random() * ACTIONS.length)]!),
  );
  const near = byKey.size - bases.length;
  fill(NAMES, () => {
    const [left, right] = [pick().split(' '), pick().split(' ')];
    return [...left.slice(0, left.length >> 1), ...right.slice(right.length >> 1)].join(' ');
  });
  console.log(`${bases.length} ${kind} names, ${near} near-duplicates, ${byKey.size - bases.length - near} spliced`);
  return [...byKey.values()];
}

function inventedName(): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  return `${pick(ACTIONS)} ${pick(PAPERS)} ${pick(SUBJECTS)} ${pick(SUBJECTS)} ${pick(PLACES)}`;
}

/** A small generator with a seed (32-bit state), so that every run asks the same queries. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
