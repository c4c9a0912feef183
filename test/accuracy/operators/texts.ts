import { inTcvn3 } from '../../../electron/node/sample/tcvn3.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { textMistake, toldAs, type Operator } from '../mistake.ts';
import { positions, replacedAt } from './codes.ts';

/** Fields that people type words into. */
const WORDS: readonly FieldKey[] = [
  'ten_tthc',
  'linh_vuc',
  'doi_tuong',
  'trinh_tu',
  'co_quan_thuc_hien',
  'co_quan_cong_bo',
  'ket_qua',
  'can_cu_phap_ly',
  'thanh_phan_ho_so',
  'thoi_han',
  'phi_le_phi',
  'don_vi',
  'ho_ten',
  'ten_tai_khoan',
  'ngan_hang',
  'ten_buoc',
  'ten_quy_trinh',
  'vai_tro',
  'xa',
  'tinh',
  'loi_su_co',
  'nguyen_nhan',
  'phuong_an_xu_ly',
  'dau_moi',
  'he_thong',
];

/** Fields of codes, where a look-alike letter breaks the match. */
const CODES: readonly FieldKey[] = [
  'ma_tthc',
  'ma_dvc',
  'so_quyet_dinh',
  'ma_ket_qua',
  'ma_linh_vuc',
  'ma_don_vi',
  'ma_phi',
  'ma_tphs',
  'ma_ho_so',
  'so_tai_khoan',
];

const MARKED = /[\u00C0-\u1EF9]/;

const word = (
  name: string,
  says: string,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
  fields: readonly FieldKey[] = WORDS,
  meant?: (text: string) => string,
): Operator => {
  const operator = textMistake({ id: `texts.${name}`, says, fields, rules, reaches: 'subject' }, turn);
  if (meant === undefined) return operator;
  return {
    ...operator,
    make: (spot) => {
      const mistake = operator.make(spot);
      return mistake === null ? null : { ...mistake, meant: meant(spot.text) };
    },
  };
};

const lostFormula: Parameters<typeof textMistake>[1] = (_, { random }) => random.pick(['#REF!', '#N/A', '#NAME?']);
const REQUIRED: readonly FieldKey[] = [
  'ma_tthc',
  'ten_tthc',
  'co_quan_thuc_hien',
  'thoi_han',
  'phi_le_phi',
  'doi_tuong',
];
const REQUIRED_RULES = ['CMP-01', 'CMP-05', 'CMP-06', 'CMP-07', 'CMP-08'];
const NOT_REQUIRED: readonly FieldKey[] = [
  'linh_vuc',
  'cap_thuc_hien',
  'vai_tro',
  'he_thong',
  'ten_quy_trinh',
  'chuc_vu',
];

/** Puts a piece into a random gap between words. */
const inGap =
  (piece: string): Parameters<typeof textMistake>[1] =>
  (text, { random }) => {
    const gaps = positions(text, / /);
    return gaps.length === 0 ? null : replacedAt(text, random.pick(gaps), piece);
  };

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

/** Mistakes of encoding, white space and look-alike letters. */
export const TEXT_OPERATORS: readonly Operator[] = [
  word('decomposed', 'typed on a Mac: accents apart from their letters (NFD)', ['TXT-01'], (text) =>
    text.normalize('NFD'),
  ),
  word('doubleBlank', 'two blanks between words', ['TXT-04'], inGap('  ')),
  word('noBreakBlank', 'a no-break blank from a web page', ['TXT-04'], inGap('\u00A0')),
  word('tab', 'a tab between words', ['TXT-04'], inGap('\t')),
  word(
    'edgeBlank',
    'a blank or line break at the end',
    ['TXT-04'],
    (text, { random }) => text + random.pick([' ', '\n', '  ']),
  ),
  word('zeroWidth', 'an invisible character', ['TXT-03'], (text, { random }) => {
    const at = 1 + random.below(Math.max(1, text.length - 1));
    return text.slice(0, at) + random.pick(['\u200B', '\u200E', '\uFEFF', '\u00AD']) + text.slice(at);
  }),
  word(
    'bullet',
    'a bullet of the font Wingdings',
    ['TXT-03'],
    (text, { random }) => `${random.pick(['\uF0FC', '\uF0A7', '\uF0D8'])} ${text}`,
    WORDS,
    (text) => `- ${text}`,
  ),
  word('icelandicD', 'the letter Ð of Icelandic for Đ', ['TXT-06'], (text) =>
    /[Đđ]/.test(text) ? text.replace('Đ', 'Ð').replace('đ', 'ð') : null,
  ),
  word('mojibake', 'UTF-8 read as Windows-1252', ['TXT-08'], (text) => {
    if (positions(text, MARKED).length < 2) return null;
    return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
  }),
  word('replacement', 'letters lost to the replacement character', ['TXT-08'], (text, { random }) => {
    const marked = positions(text, MARKED);
    return marked.length === 0 ? null : replacedAt(text, random.pick(marked), '\uFFFD');
  }),
  word(
    'cyrillic',
    'a Cyrillic letter that looks like a Latin one, in a code or document number',
    ['TXT-05', 'FMT-01', 'FMT-14'],
    (text, { random }) => {
      const places = positions(text, /[ABCEHKMOPTX]/);
      if (places.length === 0) return null;
      const at = random.pick(places);
      return replacedAt(text, at, LOOK_ALIKES[text[at]!]!);
    },
    CODES,
  ),
  word(
    'fullWidth',
    'full-width digits in a code',
    ['TXT-05'],
    (text, { random }) => {
      const places = positions(text, /\d/);
      if (places.length === 0) return null;
      const at = random.pick(places);
      return replacedAt(text, at, String.fromCharCode(text.charCodeAt(at) + 0xfee0));
    },
    CODES,
  ),
  word('codeEdgeBlank', 'a blank behind a code', ['TXT-04'], (text) => `${text} `, CODES),
  word(
    'codeInvisible',
    'an invisible character in a code',
    ['TXT-03'],
    (text) => `${text.slice(0, 2)}\u200B${text.slice(2)}`,
    CODES,
  ),
  {
    ...word(
      'error',
      'a formula that lost what it points to, in a cell that the law asks for',
      REQUIRED_RULES,
      lostFormula,
      REQUIRED,
    ),
    datasets: ['procedures'],
  },
  toldAs('info', word('errorElsewhere', 'the same in another cell', ['CMP-12'], lostFormula, NOT_REQUIRED)),
  {
    id: 'texts.legacyFont',
    says: 'one column in the old font encoding TCVN3',
    fields: ['ten_tthc', 'linh_vuc', 'co_quan_thuc_hien'],
    datasets: ['procedures'],
    rules: ['TXT-02'],
    // Told by column, not by cell; see `makeColumn`.
    make: () => null,
    makeColumn: (texts) =>
      texts.map((text) => {
        const small = text.toLowerCase();
        const typed = inTcvn3(small);
        // A text without marks looks the same in both encodings.
        return typed === small ? text : typed;
      }),
  },
];
