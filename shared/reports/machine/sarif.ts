import { Findings, ruleTexts, waivedFindings } from '../../engine/findings.ts';
import type { Finding, Severity } from '../../engine/finding.ts';
import { faultText, type Language } from '../../i18n/index.ts';
import { formatLegalBases } from '../../legal/legalRegister.ts';
import type { Check } from '../check.ts';
import { findingsWithoutSecrets } from './secrets.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS): one run with the checked files as artifacts, one result per finding with the cell as a logical
 *  location, accepted findings as suppressed results, unreadable files as notifications of the tool. */
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
      ...(rule.legal.length === 0 ? {} : { properties: { legal: formatLegalBases(rule.legal, language) } }),
    };
  });
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fileIndexes = new Map(check.files.map(({ file }, index) => [file, index]));
  const driver = { name: 'Rà soát TTHC', version: check.version, language, rules };
  yield `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},`;
  yield `"automationDetails":${JSON.stringify({ description: { text: `${check.round} · ${check.today}` } })},`;
  yield `"invocations":${JSON.stringify([invocation(check, language)])},`;
  yield `"artifacts":${JSON.stringify(check.files.map(artifact))},`;
  yield '"columnKind":"utf16CodeUnits","results":[';
  let first = true;
  for (const findings of [new Findings(check.result.log, language), waivedFindings(check.result.log, language)]) {
    for (const finding of findingsWithoutSecrets(findings)) {
      const index = fileIndexes.get(finding.file);
      yield `${first ? '\n' : ',\n'}${JSON.stringify(result(finding, ruleIndexes.get(finding.ruleId), index))}`;
      first = false;
    }
  }
  yield '\n]}]}\n';
}

/** A file's name as a relative reference: nothing in it reads as a scheme, a query or a fragment. */
const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const artifact = ({ file, bytes, sha256 }: Check['files'][number]): object => ({
  location: { uri: uriOf(file) },
  length: bytes,
  roles: ['analysisTarget'],
  ...(sha256 === '' ? {} : { hashes: { 'sha-256': sha256 } }),
});

/** Whether the run went through, and which files it could not read. */
function invocation(check: Check, language: Language): object {
  const notifications = check.files.flatMap(({ file, fault }, index) =>
    fault === null
      ? []
      : [
          {
            descriptor: { id: fault.code },
            level: 'error',
            message: { text: faultText(language, fault) },
            locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), index } } }],
          },
        ],
  );
  return {
    executionSuccessful: check.result.rules.every(({ status }) => status !== 'failed'),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function result(finding: Finding, ruleIndex: number | undefined, fileIndex: number | undefined): object {
  const place = finding.cell === '' ? finding.sheet : `${finding.sheet}!${finding.cell}`;
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(finding.file), ...(fileIndex === undefined ? {} : { index: fileIndex }) },
        },
        logicalLocations: [{ fullyQualifiedName: `${finding.file}#${place}`, kind: 'cell' }],
      },
    ],
    ...(finding.waiver === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.waiver.reason }] }),
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
      ...(finding.fix === undefined ? {} : { fix: finding.fix }),
      ...(finding.evidence === undefined ? {} : { evidence: finding.evidence }),
      ...(finding.peers === undefined ? {} : { peers: finding.peers.text }),
    },
  };
}
