import type { Cause } from '../../causes/cause.ts';
import { causeText } from '../../causes/causeText.ts';
import { groupCauses } from '../../causes/groupCauses.ts';
import { DATASETS } from '../../domain/datasets.ts';
import { Findings, ruleTexts, waivedFindings } from '../../engine/findings.ts';
import { faultText, type Language } from '../../i18n/index.ts';
import { cellAddress } from '../../table/cell.ts';
import type { Check } from '../check.ts';
import { findingsWithoutSecrets, SECRET, withoutSecrets } from './secrets.ts';

/** `{ run, files, rules, findings, causes }` as JSON text in pieces, so that a million findings never stand in memory at once.
 *  Two runs over the same input differ in `run.timings` only. */
export function* jsonReport(check: Check, language: Language): Generator<string, void, undefined> {
  const findings = new Findings(check.result.log, language);
  yield `{\n"run": ${JSON.stringify(runInfo(check, findings, language), null, 2)},\n`;
  yield `"files": ${JSON.stringify(
    check.files.map((file) => fileInfo(file, language)),
    null,
    2,
  )},\n`;
  yield `"rules": ${JSON.stringify(ruleInfo(check, language), null, 2)},\n"findings": [`;
  for (let index = 0; index < findings.size; index += 1) {
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(withoutSecrets(findings, index))}`;
  }
  yield '\n],\n"causes": [';
  const causes = groupCauses({ size: findings.size, at: (index) => findings.logged(index) });
  for (const [index, cause] of causes.entries()) {
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(causeInfo(cause, findings, language))}`;
  }
  yield '\n]\n}\n';
}

/** One finding per line. */
export function* jsonLines(check: Check, language: Language): Generator<string, void, undefined> {
  for (const finding of findingsWithoutSecrets(new Findings(check.result.log, language))) {
    yield `${JSON.stringify(finding)}\n`;
  }
}

function runInfo(check: Check, findings: Findings, language: Language): object {
  return {
    tool: 'Rà soát TTHC',
    version: check.version,
    round: check.round,
    today: check.today,
    reference: check.reference,
    ruleSet: check.result.ruleSetHash,
    findings: { total: findings.size, ...findings.counts() },
    waived: [...findingsWithoutSecrets(waivedFindings(check.result.log, language))],
    waiverNotes: check.result.waiverNotes.map(({ fault }) => ({
      code: fault.code,
      message: faultText(language, fault),
    })),
    timings: check.timings,
  };
}

/** A cause with the identities of its findings. */
function causeInfo(cause: Cause, findings: Findings, language: Language): object {
  const { id, kind, certainty, severity, counts, cells, args, fix } = cause;
  const isSecret = args.field === 'mat_khau';
  return {
    id,
    kind,
    certainty,
    severity,
    message: causeText(language, cause),
    args,
    cells,
    counts,
    findings: Array.from(cause.findings, (index) => findings.at(index).identity),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            confidence: fix.confidence,
            unfixed: fix.unfixed,
            edits: fix.edits.map(({ file, sheet, row, column, before, after }) => ({
              file,
              sheet,
              cell: cellAddress(column, row),
              before: isSecret ? SECRET : before.text,
              after: isSecret ? SECRET : after.text,
            })),
          },
        }),
  };
}

function fileInfo(file: Check['files'][number], language: Language): object {
  return {
    file: file.file,
    bytes: file.bytes,
    sha256: file.sha256,
    format: file.format,
    status: file.fault === null ? 'read' : 'unreadable',
    ...(file.fault === null ? {} : { code: file.fault.code, message: faultText(language, file.fault) }),
    sheets: file.readings.map((reading) => ({
      sheet: reading.sheet,
      visibility: reading.visibility,
      verdict: reading.verdict,
      dataset: reading.dataset,
      kind: reading.dataset === null ? null : DATASETS[reading.dataset][language],
      agency: reading.tables[0]?.agency.name ?? reading.agency?.name ?? null,
      headerRow: reading.header?.lastRow ?? null,
      firstHeaderRow: reading.header?.firstRow ?? null,
      rows: reading.rows,
      skipped: reading.skipped,
      columns: reading.columns,
      notes: reading.questions.map((question) => ({ code: question.code, message: faultText(language, question) })),
    })),
  };
}

function ruleInfo(check: Check, language: Language): object[] {
  return check.result.rules.map(({ rule, status, findings, tables, rows, reason, waived, unevaluated }) => ({
    id: rule.id,
    title: ruleTexts(rule, language).title,
    severity: rule.severity,
    status,
    findings,
    tables,
    rows,
    ...(waived === undefined ? {} : { waived }),
    ...(unevaluated === undefined ? {} : { unevaluated }),
    ...(reason === undefined ? {} : { reason: faultText(language, reason) }),
  }));
}
