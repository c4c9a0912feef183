import { causeText } from '../causes/causeText.ts';
import type { Cause } from '../causes/cause.ts';
import { groupCauses } from '../causes/groupCauses.ts';
import type { Findings } from '../engine/findings.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import { translate, type Language } from '../i18n/index.ts';
import { maskPersonal, maskText, type PersonalData } from './masking.ts';

/** What one act spoiled and one act mends: one line of "Theo nguyên nhân". */
export interface CauseLine {
  readonly severity: string;
  readonly text: string;
  readonly cells: number;
  readonly findings: number;
  /** What would mend it, in words; '' when a person has to look at each cell. */
  readonly fix: string;
  /** Numbers of its lines in the list of findings, as ranges: "1–412, 415". */
  readonly lines: string;
}

/** Ranges named of one cause before "…": the rest is found by the filter. */
const MOST_RANGES = 12;

/** The causes of an agency's findings, those that matter most first; none where nothing explains several findings at once.
 *  @param indexes  the agency's findings in the order of its list: the first is line 1 */
export function causeLines(
  findings: Findings,
  indexes: readonly number[],
  language: Language,
  personal: PersonalData,
): readonly CauseLine[] {
  const causes = groupCauses({ size: indexes.length, at: (at) => findings.logged(indexes[at]!) });
  return causes.map((cause) => ({
    severity: translate(language, `severity.${cause.severity}`),
    text: isPersonal(cause, personal) ? maskText(causeText(language, cause)) : causeText(language, cause),
    cells: cause.cells,
    findings: cause.findings.length,
    fix: fixText(cause, language, personal),
    lines: rangesOf(cause.findings),
  }));
}

const PERSONAL: ReadonlySet<string> = new Set(['cccd', 'sdt']);

const isPersonal = ({ args }: Cause, { shown }: PersonalData): boolean => !shown && PERSONAL.has(args.field);

function fixText({ fix, args }: Cause, language: Language, personal: PersonalData): string {
  if (fix === undefined) return translate(language, 'list.causeNoFix');
  const [edit] = fix.edits;
  const field = Object.hasOwn(FIELDS, args.field) ? (args.field as FieldKey) : null;
  const key = fix.confidence === 'certain' ? 'list.causeFixCertain' : 'list.causeFixLikely';
  const params = {
    cells: fix.edits.length.toLocaleString('vi-VN'),
    before: maskPersonal(field, edit?.before.text ?? '', personal),
    after: maskPersonal(field, edit?.after.text ?? '', personal),
  };
  const left = fix.unfixed === 0 ? '' : translate(language, 'list.causeUnfixed', { cells: fix.unfixed });
  return [translate(language, key, params), left].filter((text) => text !== '').join('\n');
}

/** Ascending 0-based positions as 1-based ranges. */
function rangesOf(positions: Uint32Array): string {
  const ranges: string[] = [];
  for (let at = 0; at < positions.length; at += 1) {
    const from = positions[at]!;
    while (at + 1 < positions.length && positions[at + 1] === positions[at]! + 1) at += 1;
    if (ranges.length === MOST_RANGES) return `${ranges.join(', ')}, …`;
    const to = positions[at]!;
    ranges.push(from === to ? String(from + 1) : `${from + 1}–${to + 1}`);
  }
  return ranges.join(', ');
}
