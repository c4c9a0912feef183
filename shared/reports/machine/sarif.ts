import { Findings, ruleTexts, waivedFindings } from '../../engine/findings.ts';
import type { Finding, Severity } from '../../engine/finding.ts';
import type { Language } from '../../i18n/index.ts';
import type { Check } from '../check.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS): one run, one result per finding, the cell as a logical location. */
export function* sarifReport(check: Check, language: Language): Generator<string, void, undefined> {
  const rules = check.result.rules.map(({ rule }) => {
    const texts = ruleTexts(rule, language);
    return {
      id: rule.id,
      shortDescription: { text: texts.title },
      fullDescription: { text: texts.why },
      help: { text: texts.howToFix },
      defaultConfiguration: { level: LEVELS[rule.severity] },
      messageStrings: Object.fromEntries(Object.entries(texts.messages).map(([id, text]) => [id, { text }])),
    };
  });
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = { name: 'Rà soát TTHC', version: check.version, language, rules };
  yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},`;
  yield '"columnKind":"utf16CodeUnits","results":[';
  let first = true;
  for (const findings of [new Findings(check.result.log, language), waivedFindings(check.result.log, language)]) {
    for (const finding of findings) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(result(finding, indexes))}`;
      first = false;
    }
  }
  yield '\n]}]}\n';
}

function result(finding: Finding, indexes: ReadonlyMap<string, number>): object {
  const place = finding.cell === '' ? finding.sheet : `${finding.sheet}!${finding.cell}`;
  const index = indexes.get(finding.ruleId);
  return {
    ruleId: finding.ruleId,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(finding.file) } },
        logicalLocations: [{ fullyQualifiedName: `${finding.file}#${place}`, kind: 'cell' }],
      },
    ],
    ...(finding.waiver === undefined
      ? {}
      : { suppressions: [{ kind: 'external', justification: finding.waiver.reason }] }),
    partialFingerprints: { 'identity/v1': finding.identity },
    properties: {
      agency: finding.agency,
      key: finding.key,
      field: finding.field,
      value: finding.value,
      expected: finding.expected,
      difference: finding.difference,
      messageId: finding.messageId,
      legal: finding.legal,
    },
  };
}
