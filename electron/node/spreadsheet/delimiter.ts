import { FieldReader } from './fieldReader.ts';
import { FileRefusal } from './fileRefusal.ts';

const [COMMA, SEMICOLON, TAB, BAR] = [0x2c, 0x3b, 0x09, 0x7c] as const;
const [SPACE, NEWLINE, RETURN] = [0x20, 0x0a, 0x0d] as const;
const CANDIDATES = [SEMICOLON, TAB, BAR, COMMA] as const;
const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_RECORDS = 200;

/** How the records of a sample fall into columns under one delimiter. */
interface Fit {
  readonly delimiter: number;
  /** The most frequent number of fields, of those above one; 0 when there is none. */
  readonly columns: number;
  /** Share of the records that have it. */
  readonly share: number;
}

/** Finds what separates the fields of a text, and where its first record starts (after Excel's own `sep=;` line).
 *  @throws FileRefusal `file.notATable` when no delimiter gives at least two columns consistently */
export function chooseDelimiter(bytes: Uint8Array): { readonly delimiter: number; readonly start: number } {
  const told = toldDelimiter(bytes);
  if (told !== undefined) return told;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const fits = CANDIDATES.map((delimiter) => fitOf(sample, delimiter)).filter(isConsistent);
  const best = fits.sort((a, b) => b.share - a.share || b.columns - a.columns)[0];
  if (best === undefined || isProse(sample, best)) throw new FileRefusal('file.notATable');
  return { delimiter: best.delimiter, start: 0 };
}

/** The delimiter that a first line `sep=;` tells. */
function toldDelimiter(bytes: Uint8Array): { readonly delimiter: number; readonly start: number } | undefined {
  const line = /^sep=(.)\r?\n/.exec(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));
  return line ? { delimiter: line[1]!.charCodeAt(0), start: line[0].length } : undefined;
}

function fitOf(sample: Uint8Array, delimiter: number): Fit {
  const frequency = new Map<number, number>();
  const fields = new FieldReader(sample, delimiter, 0);
  let records = 0;
  let width = 0;
  let isBlank = true;
  while (records < SAMPLE_RECORDS && fields.next()) {
    width++;
    isBlank &&= fields.to === fields.from;
    if (!fields.endsRecord) continue;
    if (!isBlank) {
      records++;
      frequency.set(width, (frequency.get(width) ?? 0) + 1);
    }
    width = 0;
    isBlank = true;
  }
  let columns = 0;
  for (const [candidate, count] of frequency) {
    if (candidate > 1 && count > (frequency.get(columns) ?? 0)) columns = candidate;
  }
  return { delimiter, columns, share: records === 0 ? 0 : (frequency.get(columns) ?? 0) / records };
}

const isConsistent = ({ columns, share }: Fit): boolean => columns > 1 && share >= 0.6;

/** Whether the commas are those of sentences: followed by a blank, and not the same number in every line. */
function isProse(sample: Uint8Array, { delimiter, columns, share }: Fit): boolean {
  if (delimiter !== COMMA) return false;
  let commas = 0;
  let spaced = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== COMMA) continue;
    commas++;
    const next = sample[at + 1];
    if (next === SPACE || next === NEWLINE || next === RETURN) spaced++;
  }
  return spaced > commas * 0.8 && (share < 1 || columns < 3);
}
