import { cleanText, compareKey } from '../../domain/vietnameseText.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';

/** How an agency's name of a procedure stands to the national one: letter by letter the same; the same words in another
 *  spelling (rule ROW-08); other words (rule NAT-03). */
export type NameRelation = 'same' | 'spelling' | 'different';

const LEAD = new RegExp(`^(?:${compareKey('thủ tục')}(?: ${compareKey('hành chính')})?|tthc) (?=.)`, 'u');

/** Key under which two spellings of a procedure's name are equal; a leading "Thủ tục" does not count. */
export const nameKey = (name: string): string => compareKey(name).replace(LEAD, '');

/** Compares a name with the national one, both as cleaned text. */
export function relateNames(name: string, national: string): NameRelation {
  if (cleanText(name) === cleanText(national)) return 'same';
  return nameKey(name) === nameKey(national) ? 'spelling' : 'different';
}

/** Judges each pair of name and record once, whatever the number of rows that repeat it. */
export function namesOncePerPair<Answer>(
  judge: (name: string, record: NationalProcedure, relation: NameRelation) => Answer,
): (name: string, record: NationalProcedure) => Answer {
  const known = new Map<NationalProcedure, Map<string, { readonly answer: Answer }>>();
  return (name, record) => {
    let ofRecord = known.get(record);
    if (ofRecord === undefined) known.set(record, (ofRecord = new Map()));
    let entry = ofRecord.get(name);
    if (entry === undefined) {
      ofRecord.set(name, (entry = { answer: judge(name, record, relateNames(name, record.ten_tthc)) }));
    }
    return entry.answer;
  };
}
