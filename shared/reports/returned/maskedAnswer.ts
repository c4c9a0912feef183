import { maskPersonal, maskText } from '../masking.ts';
import type { JudgedLine } from './answerStanding.ts';

const SECRET = maskPersonal('mat_khau', 'x');

/** What an agency answers, as it may stand in a report: a correction is masked like the value that it is for, a reason like
 *  any running text. Of a finding that is gone, the value in the list tells whether it was a password. */
export function maskedAnswer({ line, finding }: Pick<JudgedLine, 'line' | 'finding'>): {
  readonly correction: string;
  readonly keepReason: string;
} {
  const field = finding === null && line.value === SECRET ? 'mat_khau' : (finding?.field ?? null);
  return { correction: maskPersonal(field, line.correction), keepReason: maskText(line.keepReason) };
}
