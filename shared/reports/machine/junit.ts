import { Findings, ruleTexts } from '../../engine/findings.ts';
import type { Language } from '../../i18n/index.ts';
import { faultText, translate } from '../../i18n/index.ts';
import type { Check } from '../check.ts';
import { withoutSecrets } from './secrets.ts';

/** JUnit XML for schedulers: one test case per rule, failed when it has an error-level finding, skipped when it did not
 *  run, in error when it broke; one in error per file that could not be read. Texts of single findings stand in the
 *  failure's body. */
export function* junitReport(check: Check, language: Language): Generator<string, void, undefined> {
  const findings = new Findings(check.result.log, language);
  const failing = new Map<string, number[]>();
  for (let index = 0; index < findings.size; index += 1) {
    const { rule, severity } = findings.logged(index);
    if (severity !== 'error') continue;
    const known = failing.get(rule.id);
    if (known === undefined) failing.set(rule.id, [index]);
    else known.push(index);
  }
  const unread = check.files.filter(({ fault }) => fault !== null);
  const { rules } = check.result;
  const failures = rules.filter(({ rule }) => failing.has(rule.id)).length;
  const errors = unread.length + rules.filter(({ status }) => status === 'failed').length;
  const skipped = rules.filter(({ status }) => status === 'notApplicable').length;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuite name="Rà soát TTHC" tests="${rules.length + unread.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n`;
  for (const { file, fault } of unread) {
    yield `  <testcase classname="file" name="${escapeXml(file)}"><error message="${escapeXml(fault === null ? '' : faultText(language, fault))}"/></testcase>\n`;
  }
  for (const { rule, status, reason } of rules) {
    yield `  <testcase classname="${escapeXml(rule.id)}" name="${escapeXml(ruleTexts(rule, language).title)}">`;
    if (status === 'notApplicable') {
      yield `<skipped message="${escapeXml(reason === undefined ? '' : faultText(language, reason))}"/>`;
    }
    if (status === 'failed') yield `<error message="${escapeXml(translate(language, 'list.ruleFailed'))}"/>`;
    const found = failing.get(rule.id) ?? [];
    if (found.length > 0) {
      yield `<failure message="${found.length}">`;
      for (const index of found) {
        const finding = withoutSecrets(findings, index);
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
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
