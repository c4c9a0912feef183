import type { Finding } from '../../engine/finding.ts';
import type { Findings } from '../../engine/findings.ts';
import { maskedFinding, maskPersonal } from '../masking.ts';

/** Machines get values whole, because they compare them; a password leaves in no form. */
const WHOLE = { shown: true };

/** What stands in the place of a password. */
export const SECRET = maskPersonal('mat_khau', 'x', WHOLE);

/** The finding at an index as machine outputs carry it. */
export const withoutSecrets = (findings: Findings, index: number): Finding => maskedFinding(findings, index, WHOLE);

/** All findings in order, as machine outputs carry them. */
export function* findingsWithoutSecrets(findings: Findings): Generator<Finding, void, undefined> {
  for (let index = 0; index < findings.size; index += 1) yield withoutSecrets(findings, index);
}
