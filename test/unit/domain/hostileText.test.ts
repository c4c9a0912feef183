import { expect, test } from 'vitest';
import { parseAgencyCode, repairAgencyCode } from '../../../shared/domain/agencyCode.ts';
import { parseApplicants } from '../../../shared/domain/applicants.ts';
import { parseDate } from '../../../shared/domain/calendarDate.ts';
import { parseChannels } from '../../../shared/domain/channel.ts';
import { parseCitizenId } from '../../../shared/domain/citizenId.ts';
import { parseDecisionNumber, repairDecisionNumber } from '../../../shared/domain/decisionNumber.ts';
import { findDocumentNumbers } from '../../../shared/domain/documentNumber.ts';
import { parseDossierCode } from '../../../shared/domain/dossierCode.ts';
import { parseEmail, repairEmail } from '../../../shared/domain/email.ts';
import { legacyEncodingOf } from '../../../shared/domain/legacyEncoding.ts';
import { parseLevels } from '../../../shared/domain/level.ts';
import { findMojibake } from '../../../shared/domain/mojibake.ts';
import { splitValues } from '../../../shared/domain/multiValue.ts';
import { parsePersonName, titleCaseName } from '../../../shared/domain/personName.ts';
import { parsePhone, splitPhones } from '../../../shared/domain/phone.ts';
import { isPlaceholder } from '../../../shared/domain/placeholder.ts';
import { parseProcedureCode, rebuildFromNumber, repairProcedureCode } from '../../../shared/domain/procedureCode.ts';
import { parseResultCode, repairResultCode } from '../../../shared/domain/resultCode.ts';
import { parseServiceLevel } from '../../../shared/domain/serviceLevel.ts';
import { findDecomposed, findHiddenCharacters, findStrayBlanks } from '../../../shared/domain/textDefects.ts';
import { findToneStyles } from '../../../shared/domain/tonePlacement.ts';
import { cleanLines, cleanText, compareKey, headingKey, searchKey } from '../../../shared/domain/vietnameseText.ts';
import { parseWebAddress, repairWebAddress } from '../../../shared/domain/webAddress.ts';

const READERS: Record<string, (text: string) => unknown> = {
  parseAgencyCode,
  repairAgencyCode,
  parseApplicants,
  parseDate,
  parseChannels,
  parseCitizenId,
  parseDecisionNumber,
  repairDecisionNumber,
  findDocumentNumbers,
  parseDossierCode,
  parseEmail,
  repairEmail,
  parseLevels,
  findMojibake,
  splitValues,
  parsePersonName,
  titleCaseName,
  parsePhone,
  splitPhones,
  isPlaceholder,
  parseProcedureCode,
  rebuildFromNumber,
  repairProcedureCode,
  parseResultCode,
  repairResultCode,
  parseServiceLevel,
  findDecomposed,
  findHiddenCharacters,
  findStrayBlanks,
  findToneStyles,
  cleanLines,
  cleanText,
  compareKey,
  headingKey,
  searchKey,
  parseWebAddress,
  repairWebAddress,
  legacyEncodingOf: (text) => legacyEncodingOf([text]),
};

// The most a cell of Excel holds, in patterns that make careless expressions go back and forth.
const LENGTH = 32_767;
const PIECES = [
  ' ',
  '.',
  ',',
  ';',
  '-',
  '(',
  '0',
  '1.',
  'a',
  'a ',
  'A-',
  'ngày ',
  ', ',
  '. ',
  ' x',
  '1/A',
  '1/QĐ-',
  '@.',
  'a.',
  'a@',
  '\n',
  ' \n',
  '\u0301',
  'à',
  'Ã',
  'á»',
  '\u200B ',
  '\u200Ba',
  ' - ',
  ' và ',
  'http://',
  ':',
  'máy lẻ ',
  '1 ',
  'x/y ',
  'QĐ-A1',
];

// Quadratic work on such a cell takes minutes over all of these; linear work is done in seconds.
test.each(Object.entries(READERS))('%s gets through the longest hostile cells', (_name, read) => {
  for (const piece of PIECES) {
    const cell = piece.repeat(Math.floor(LENGTH / piece.length));
    for (const text of [cell, `${cell}\u0000`, `1${cell}!`, `https://${cell}`]) expect(() => read(text)).not.toThrow();
  }
});
