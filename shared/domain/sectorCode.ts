import { codeText, firstMisfit } from './cellText.ts';
import { parsed, type Parsed } from './parsed.ts';

/** Code of a sector ("mã lĩnh vực"), `MX1X2-LV`: level-1 code of the managing agency and the sector's own letters, e.g.
 *  `G01-CA05` (TT 01/2018/TT-VPCP Điều 20). */
export interface SectorCode {
  readonly agency: string;
  readonly sector: string;
}

const SECTOR_CODE = /^([A-Y]\d{2})-([A-Z0-9]{2,6})$/;

/** Reads a sector code. Errors: `empty`; `malformed`, from the first wrong character. */
export function parseSectorCode(given: string): Parsed<SectorCode, 'empty' | 'malformed'> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const match = SECTOR_CODE.exec(text);
  if (match !== null) return parsed({ agency: match[1]!, sector: match[2]! });
  const agency = firstMisfit(text, ['A99-']);
  return refuse('malformed', agency < 4 ? agency : 4 + /^[A-Z0-9]{0,6}/.exec(text.slice(4))![0].length);
}

/** Writes a code the way {@link parseSectorCode} reads it. */
export const formatSectorCode = (code: SectorCode): string => `${code.agency}-${code.sector}`;
