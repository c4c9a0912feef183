import { Findings, ruleTexts } from '../../engine/findings.ts';
import type { Language } from '../../i18n/index.ts';
import { faultText } from '../../i18n/index.ts';
import type { Check } from '../check.ts';

/** JUnit XML for schedulers: one test case per rule, failed when it has an error-level finding, skipped when it did not
 *  run. Texts of single findings stand in the failure's body. */
export function* junitReport(check: Check, language: Language): Generator<string, void, undefined> {
  const findings = new Findings(check.result.log, language);
  const byRule = Map.groupBy(
    Array.from({ length: findings.size }, (_, index) => index),
    (index) => findings.logged(index).rule.id,
  );
  const failing = (id: string): readonly number[] =>
    (byRule.get(id) ?? []).filter((index) => findings.logged(index).severity === 'error');
  const failures = check.result.rules.filter(({ rule }) => failing(rule.id).length > 0).length;
  const skipped = check.result.rules.filter(({ status }) => status === 'notApplicable').length;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuite name="Rà soát TTHC" tests="${check.result.rules.length}" failures="${failures}" skipped="${skipped}">\n`;
  for (const { rule, status, reason } of check.result.rules) {
    yield `  <testcase classname="${escapeXml(rule.id)}" name="${escapeXml(ruleTexts(rule, language).title)}">`;
    if (status === 'notApplicable' && reason !== undefined) {
      yield `<skipped message="${escapeXml(faultText(language, reason))}"/>`;
    }
    const errors = failing(rule.id);
    if (errors.length > 0) {
      yield `<failure message="${errors.length}">`;
      for (const index of errors) {
        const finding = findings.at(index);
        const place = `${finding.file} · ${finding.sheet}${finding.cell === '' ? '' : `!${finding.cell}`}`;
        yield `${escapeXml(`${place}: ${finding.message}`)}\n`;
      }
      yield '</failure>';
    }
    yield '</testcase>\n';
  }
  yield '</testsuite>\n';
}

/** Text as XML content or attribute; characters XML 1.0 cannot hold are shown as U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
