import { parseDate, type CalendarDate } from './calendarDate.ts';
import { codeText, LONGEST_DAMAGED_CODE, plainDashes } from './cellText.ts';
import { formatDocumentNumber, parseDocumentNumber, type DocumentNumber } from './documentNumber.ts';
import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, type Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Number of a decision, e.g. the one that publishes a procedure: `1262/QĐ-BTP`, with a year when it is a legal normative
 *  document, `19/2025/QĐ-TTg`. Some columns hold its day too. */
export interface DecisionNumber extends DocumentNumber {
  /** Who decided: the symbol behind `QĐ-`, e.g. `BTP` or `BCA-C06`. */
  readonly issuer: string;
  /** The day, where the cell goes on "ngày 05/3/2026". */
  readonly signedOn?: CalendarDate;
}

/** Why a text is no decision number: nothing there; it does not start with a number ("QĐ/0001-BCA", "Demo/QĐ-BCA"); a
 *  number alone ("1681"); "QD" for "QĐ"; another kind of document; anything else. */
export type DecisionReason = 'empty' | 'noNumber' | 'noSymbol' | 'plainD' | 'notDecision' | 'malformed';

const TAIL = /[,;]? *(?:\(|\b)ngày +(.{1,40}?)\)?$/i;
const ISSUER = /^QĐ-(.+)$/;

/** Reads a decision number (rule FMT-14). A label such as "Số" in front is malformed; see
 *  {@link repairDecisionNumber}. */
export function parseDecisionNumber(given: string): Parsed<DecisionNumber, DecisionReason> {
  const { text, refuse } = codeText(given);
  const tail = TAIL.exec(text);
  const signedOn = tail === null ? undefined : parseDate(tail[1]!);
  const body = signedOn?.ok ? text.slice(0, tail!.index) : text;
  if (body === '') return refuse('empty');
  const document = parseDocumentNumber(body);
  if (!document.ok) return refuse(document.reason, document.span.start, document.span.end);
  const issuer = ISSUER.exec(document.value.symbol)?.[1];
  if (issuer !== undefined)
    return parsed({ ...document.value, issuer, ...(signedOn?.ok && { signedOn: signedOn.value }) });
  const symbol = body.length - document.value.symbol.length;
  if (document.value.symbol.startsWith('QD-')) return refuse('plainD', symbol, symbol + 2);
  return refuse('notDecision', symbol, body.length);
}

/** Writes the number of a decision, without its day. */
export const formatDecisionNumber = (decision: DecisionNumber): string => formatDocumentNumber(decision);

/** The number that was probably meant, or undefined when there is nothing to repair or no reading: "SỐ 1/QĐ-NHNN" →
 *  "1/QĐ-NHNN", "3713/QD-BTP" → "3713/QĐ-BTP", "52./QĐ-BXD" → "52/QĐ-BXD", "QĐ2338-BTP" → "2338/QĐ-BTP" (all real). A
 *  lower-case symbol and look-alike letters are mended; "QĐ/0001-BCA" is not: what stands behind its slash is the portal's
 *  own counter. */
export function repairDecisionNumber(given: string): string | undefined {
  if (given.length > LONGEST_DAMAGED_CODE) return undefined;
  const text = plainDashes(foldLookAlikes(cleanText(given)))
    .replace(/^(?:quyết định|quyet dinh|qđ)?[ :]*(?:số|so)[ :.]*(?=\d)/i, '')
    .replace(/^(?:quyết định|quyet dinh) +(?=\d)/i, '')
    .replace(/[ .,;]+$/, '');
  const match = /^(\d{1,6}[a-z]?)[ .]*\/ *(\d{4} *\/)? *Q[DĐ] *[-./ ] *([^\s/]{2,40})$/i.exec(text);
  const inverted = match === null ? /^Q[DĐ] *(\d{1,6}) *- *([^\s/]{2,40})$/i.exec(text) : null;
  const repaired =
    match !== null
      ? `${match[1]!.toLowerCase()}/${(match[2] ?? '').replaceAll(' ', '')}QĐ-${issuerAsWritten(match[3]!)}`
      : inverted !== null
        ? `${inverted[1]}/QĐ-${issuerAsWritten(inverted[2]!)}`
        : undefined;
  return repaired === undefined || repaired === given || !parseDecisionNumber(repaired).ok ? undefined : repaired;
}

// "TTg" is the one common symbol with a small letter; all others are capitals.
const issuerAsWritten = (issuer: string): string => (/^ttg$/i.test(issuer) ? 'TTg' : issuer.toUpperCase());
