import { Codes } from '../../../shared/results/codes.ts';
import type { Steps } from '../../../shared/steps.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import type { StoredFindings } from '../workspace/runStore.ts';
import type { RoundSession } from './roundSession.ts';

/** Bytes of an identity: 28 hexadecimal digits. */
const IDENTITY_BYTES = 14;
/** Rule, severity, agency, waived: two bytes each. */
const COLUMNS = 4;

/** A finding as a record of a run keeps it: enough to tell what was mended, what is new, what stayed. */
export interface RecordedFinding {
  readonly identity: string;
  readonly rule: string;
  readonly severity: string;
  readonly agency: string;
  readonly waived: boolean;
}

/** Findings that are written down in one step. */
const STEP = 4096;

/** The findings of a round as it stands, 22 bytes each. To be finished before the findings change. */
export function* recordInSteps(session: RoundSession): Steps<Omit<StoredFindings, 'at'>> {
  const { log } = session.result;
  const { waived } = session;
  const [rules, severities, agencies] = [new Codes(), new Codes(), new Codes()];
  const identities = new Uint8Array(log.size * IDENTITY_BYTES);
  const columns = new Uint16Array(log.size * COLUMNS);
  const bytes = Buffer.from(identities.buffer);
  for (let place = 0; place < log.size; place += 1) {
    if (place % STEP === STEP - 1) yield;
    const { piece, at } = log.place(place);
    bytes.write(log.identities.of(piece, at), place * IDENTITY_BYTES, 'hex');
    columns.set(
      [
        rules.of(piece.rule.id),
        severities.of(piece.severity(at)),
        agencies.of(piece.table.agency.name),
        waived[place]!,
      ],
      place * COLUMNS,
    );
  }
  const lists = JSON.stringify({ rules: rules.names, severities: severities.names, agencies: agencies.names });
  return { lists, identities, columns: new Uint8Array(columns.buffer) };
}

/** The findings of a record, in the order of their run. */
export function* recordedFindings({ lists, identities, columns }: StoredFindings): Generator<RecordedFinding> {
  // Written by `recordOf`.
  const { rules, severities, agencies } = JSON.parse(lists) as Record<'rules' | 'severities' | 'agencies', string[]>;
  const bytes = Buffer.from(identities);
  const codes = new Uint16Array(columns.slice().buffer);
  for (let place = 0; place * COLUMNS < codes.length; place += 1) {
    const [rule, severity, agency, waived] = codes.subarray(place * COLUMNS, (place + 1) * COLUMNS);
    yield {
      identity: bytes.toString('hex', place * IDENTITY_BYTES, (place + 1) * IDENTITY_BYTES),
      rule: rules[rule!]!,
      severity: severities[severity!]!,
      agency: agencies[agency!]!,
      waived: waived === 1,
    };
  }
}

/** What a run was made of, for the log of runs: version, rules, catalogue, files by their hashes. */
export const runLine = ({ result, setting, files }: RoundSession): string =>
  JSON.stringify({
    version: PRODUCT_VERSION,
    ruleSet: result.ruleSetHash,
    reference: setting.reference?.id ?? null,
    today: setting.date,
    findings: result.log.size,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  });
