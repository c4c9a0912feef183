import { DATASETS } from '../../domain/datasets.ts';
import { FIELDS } from '../../domain/fields.ts';
import { Findings } from '../../engine/findings.ts';
import type { Finding } from '../../engine/finding.ts';
import { translate, type Language } from '../../i18n/index.ts';
import { formatLegalBases } from '../../legal/legalRegister.ts';
import type { Check } from '../check.ts';
import { formulaSafe } from './formulaSafe.ts';
import { findingsWithoutSecrets } from './secrets.ts';

const COLUMNS: readonly (readonly [name: string, value: (finding: Finding, language: Language) => string])[] = [
  ['agency', (finding) => finding.agency],
  ['severity', (finding, language) => translate(language, `severity.${finding.severity}`)],
  ['ruleId', (finding) => finding.ruleId],
  ['file', (finding) => finding.file],
  ['sheet', (finding) => finding.sheet],
  ['cell', (finding) => finding.cell],
  ['row', (finding) => (finding.row === 0 ? '' : String(finding.row))],
  ['column', (finding) => finding.column],
  ['dataset', (finding, language) => DATASETS[finding.dataset][language]],
  ['key', (finding) => finding.key],
  ['field', (finding, language) => (finding.field === null ? '' : FIELDS[finding.field][language])],
  ['value', (finding) => finding.value],
  ['expected', (finding) => finding.expected],
  ['difference', (finding) => finding.difference],
  ['message', (finding) => finding.message],
  ['fix', (finding) => finding.fix?.value ?? ''],
  ['evidence', (finding) => finding.evidence ?? ''],
  ['peers', (finding) => finding.peers?.text ?? ''],
  ['legal', (finding, language) => formatLegalBases(finding.legal, language)],
  ['identity', (finding) => finding.identity],
];

/** Findings as CSV for Excel: UTF-8 with BOM, CRLF, every value text. A value that Excel could take for a formula gets
 *  an apostrophe in front. */
export function* csvReport(check: Check, language: Language): Generator<string, void, undefined> {
  yield `\uFEFF${COLUMNS.map(([name]) => csvCell(translate(language, `findingColumn.${name}`))).join(',')}\r\n`;
  for (const finding of findingsWithoutSecrets(new Findings(check.result.log, language))) {
    yield `${COLUMNS.map(([, value]) => csvCell(value(finding, language))).join(',')}\r\n`;
  }
}

/** One CSV cell: neutralised, then quoted where needed. */
export function csvCell(value: string): string {
  const safe = formulaSafe(value);
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
