/** What a line of a list of papers is, where it is no paper: a remark ("Lưu ý: …"), the heading of a case ("* Hồ sơ gia hạn
 *  gồm:"), or a condition ("Trường hợp … thì …"). All three stand among the papers of the national catalogue: of 14,600
 *  entries some 90 are remarks and 1,400 end in a colon (1.002755 has all kinds). */
export type LineKind = 'note' | 'heading' | 'condition' | 'paper';

// "- ", "* ", "(i) ", "3) ", "a) " in front of a line.
const LEAD = String.raw`^[-–*+•\s]{0,6}(?:\(?(?:[ivx]{1,4}|\d{1,2}|\p{L})[).]\s{0,3})?`;
const NOTE = new RegExp(String.raw`${LEAD}(?:lưu ý|ghi chú|chú ý|chú thích)(?!\p{L})`, 'iu');
// A colon alone may be a slip behind the name of a paper.
const HEADINGS = [
  new RegExp(String.raw`${LEAD}(?:trường hợp|đối với|hồ sơ|thành phần|giấy tờ phải|người)(?!\p{L}).*:$`, 'isu'),
  /^\s{0,3}\*.*:$/su,
  /(?<!\p{L})(?:gồm(?: có)?|sau(?: đây)?|phải (?:có|nộp|xuất trình))[\s.]{0,3}:$/iu,
  /(?<!\p{L})hồ sơ (?:bao )?gồm(?: có)?[\s.]{0,3}$/iu,
  /^[-–*+•\s]{0,6}giấy tờ phải (?:nộp|xuất trình)[\s.]{0,3}$/iu,
];
const CONDITION = new RegExp(String.raw`${LEAD}(?:(?:đối với )?trường hợp|nếu)(?!\p{L})`, 'iu');
const THEN = /(?<!\p{L})thì(?!\p{L})/iu;

/** Reads one entry of a list of papers, as cleaned text. A remark below a paper in the same cell does not count. */
export function lineKind(text: string): LineKind {
  if (NOTE.test(text)) return 'note';
  if (HEADINGS.some((heading) => heading.test(text))) return 'heading';
  return CONDITION.test(text) && THEN.test(text) ? 'condition' : 'paper';
}
