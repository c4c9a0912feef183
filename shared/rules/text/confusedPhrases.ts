// What scanning and retyping confuse in the words of this field: Công/Cổng and chuyên/chuyển. Each phrase is wrong
// wherever it stands; three of them were found in national records.
const CONFUSIONS: ReadonlyMap<string, string> = new Map([
  ['công dịch vụ công', 'Cổng Dịch vụ công'],
  ['cồng dịch vụ công', 'Cổng Dịch vụ công'],
  ['dịch vụ cổng', 'dịch vụ công'],
  ['công thông tin điện tử', 'Cổng thông tin điện tử'],
  ['chuyên đổi', 'chuyển đổi'],
  ['chuyên tiếp', 'chuyển tiếp'],
  ['chuyên xử lý', 'chuyển xử lý'],
  ['chuyên trả', 'chuyển trả'],
  ['chuyên hồ sơ', 'chuyển hồ sơ'],
  ['chuyên nhượng', 'chuyển nhượng'],
  ['luân chuyên', 'luân chuyển'],
  ['chuyển viên', 'chuyên viên'],
  ['chuyển môn', 'chuyên môn'],
  ['chuyển trách', 'chuyên trách'],
]);

// "điều chuyển viên chức" is right.
const PHRASE = new RegExp(`(?<!\\p{L})(?:${[...CONFUSIONS.keys()].join('|')})(?!\\p{L}| chức)`, 'iu');

/** A phrase that is wrong wherever it stands, as written, and what was meant. */
export interface ConfusedPhrase {
  readonly phrase: string;
  readonly meant: string;
}

/** Finds the first confused phrase of a cleaned text (rule TXT-09). */
export function findConfusedPhrase(text: string): ConfusedPhrase | undefined {
  const phrase = PHRASE.exec(text)?.[0];
  return phrase === undefined ? undefined : { phrase, meant: CONFUSIONS.get(phrase.toLowerCase()) ?? '' };
}
