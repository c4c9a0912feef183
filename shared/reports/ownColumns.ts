import { searchKey } from '../domain/vietnameseText.ts';
import { WHOLE_SHEET } from '../engine/findingLog.ts';
import { maskPersonal, type PersonalData } from './masking.ts';
import type { Table } from '../table/table.ts';

/** Own columns shown beside a finding, and the length of one value. */
const MOST_COLUMNS = 12;
const LONGEST = 120;

/** Headings whose column never leaves the program, however an agency spells them. */
const SECRET = /\b(?:mat khau|password|pass|mk|pin|otp)\b/;

/** What an agency keeps in columns of its own, as "heading: value" a line each, so that it knows its row again. Blank cells
 *  and columns of passwords are left out, numbers of people masked; '' for a whole sheet. */
export function ownColumnsText({ columns }: Table, row: number, personal: PersonalData): string {
  if (row === WHOLE_SHEET) return '';
  const lines: string[] = [];
  for (const column of columns) {
    if (column.field !== null || column.codes[row] === 0 || lines.length === MOST_COLUMNS) continue;
    const heading = column.heading.replace(/\s+/g, ' ').trim();
    const text = maskPersonal(null, column.at(row).text.trim(), personal);
    if (text === '' || SECRET.test(searchKey(heading))) continue;
    lines.push(`${heading}: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`);
  }
  return lines.join('\n');
}
