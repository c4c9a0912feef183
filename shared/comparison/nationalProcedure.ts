import { formatLevels, LEVELS } from '../domain/level.ts';
import { compareKey } from '../domain/vietnameseText.ts';
import type { NationalProcedure, RecordDoubt } from '../reference/catalogue.ts';
import { readComponents } from '../rules/nationalCatalogue/componentNames.ts';
import { nameKey } from '../rules/nationalCatalogue/nationalName.ts';
import { doubtText } from '../rules/nationalCatalogue/nationalRecord.ts';
import { readDecision } from '../rules/nationalCatalogue/publishingDecisions.ts';
import type { ComparedField } from './comparedFields.ts';
import { addStatement, EVERYWHERE, noStatements, type StatedProcedure } from './statedProcedure.ts';
import { countOf } from './statedProcedures.ts';

/** What the national record says, in the same form as agencies' lists. It publishes no service level and no link of an
 *  agency; deadlines and fees stand per channel, without names of cases. */
export function nationalProcedure(record: NationalProcedure): StatedProcedure {
  const statements = noStatements();
  if (record.ten_tthc !== '') {
    addStatement(statements, 'ten_tthc', { text: record.ten_tthc, meaning: nameKey(record.ten_tthc), ...EVERYWHERE });
  }
  const sectors = record.linh_vuc.filter((sector) => sector !== '');
  if (sectors.length > 0) {
    const text = sectors.join('\n');
    const meaning = { text, whole: sectors.map(compareKey).join(' '), each: sectors.map(compareKey) };
    addStatement(statements, 'linh_vuc', { text, meaning, ...EVERYWHERE });
  }
  const levels = LEVELS.filter((level) => record.cap_thuc_hien.has(level) && level !== 'district');
  if (levels.length > 0) {
    addStatement(statements, 'cap_thuc_hien', { text: formatLevels(levels), meaning: levels, ...EVERYWHERE });
  }
  if (record.so_quyet_dinh !== '') {
    const decision = readDecision(record.so_quyet_dinh);
    const meaning = decision === undefined ? null : [decision];
    addStatement(statements, 'so_quyet_dinh', { text: record.so_quyet_dinh, meaning, ...EVERYWHERE });
  }
  const papers = record.hasDetail ? record.thanh_phan_ho_so.flatMap(readComponents) : [];
  if (papers.length > 0) addStatement(statements, 'thanh_phan_ho_so', countOf(papers));
  for (const { channel, deadline, deadlineText, fee, feeText } of record.channels) {
    const place = { ...EVERYWHERE, channels: [channel] };
    if (deadlineText !== '') addStatement(statements, 'thoi_han', { text: deadlineText, meaning: deadline, ...place });
    if (feeText !== '' && fee?.kind !== 'unknown') {
      addStatement(statements, 'phi_le_phi', { text: feeText, meaning: fee, ...place });
    }
  }
  return { code: record.ma_tthc, name: record.ten_tthc, statements };
}

const CONCERNED: Readonly<Partial<Record<ComparedField, readonly RecordDoubt[]>>> = {
  phi_le_phi: ['feeBelowThousand', 'freeButAmount', 'freeButCouncil', 'currencyMix', 'amountDiffersFromText'],
  thoi_han: ['unitDiffersFromText'],
};
const CONCERNED_ALWAYS: ReadonlySet<RecordDoubt> = new Set([
  'detailOfOtherProcedure',
  'duplicateCode',
  'codeMalformed',
]);

/** What speaks against the national record in a field, in words; none mostly. A difference from a doubtful record proves
 *  nothing (DESIGN §6). */
export const doubtsAbout = (record: NationalProcedure, field: ComparedField): readonly string[] =>
  record.doubts
    .filter((doubt) => CONCERNED_ALWAYS.has(doubt) || (CONCERNED[field] ?? []).includes(doubt))
    .map(doubtText);
