import type { Area } from '../../../shared/domain/readinessArea.ts';
import { areaOfFinding } from '../../../shared/reports/readiness/readiness.ts';
import { Codes } from '../../../shared/results/codes.ts';
import type { Steps } from '../../../shared/steps.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import type { AgencyRef } from '../../../shared/table/table.ts';
import type { StoredFindings } from '../workspace/runStore.ts';
import { keptReadinessInSteps } from './keptReadiness.ts';
import type { RoundSession } from './roundSession.ts';

/** Bytes of an identity: 28 hexadecimal digits. */
const IDENTITY_BYTES = 14;
/** Rule, severity, agency, area, waived: two bytes each. */
const COLUMNS = 5;

/** A finding as a record of a run keeps it: enough to tell what was mended, what is new, what stayed. */
export interface RecordedFinding {
  readonly identity: string;
  readonly rule: string;
  readonly severity: string;
  readonly agency: AgencyRef;
  /** Area of readiness; null for none. */
  readonly area: Area | null;
  readonly waived: boolean;
}

/** What the columns of a record point into. */
interface RecordLists {
  readonly rules: readonly string[];
  readonly severities: readonly string[];
  readonly agencies: readonly AgencyRef[];
  /** '' for none. */
  readonly areas: readonly string[];
}

/** Findings that are written down in one step. */
const STEP = 4096;

/** The findings of a round as it stands, 24 bytes each, and its readiness. To be finished before the findings change. */
export function* recordInSteps(session: RoundSession): Steps<Omit<StoredFindings, 'at'>> {
  const { log } = session.result;
  const { waived } = session;
  const [rules, severities, agencies, areas] = [new Codes(), new Codes(), new Codes(), new Codes()];
  const names = new Map<string, string>();
  const identities = new Uint8Array(log.size * IDENTITY_BYTES);
  const columns = new Uint16Array(log.size * COLUMNS);
  const bytes = Buffer.from(identities.buffer);
  for (let place = 0; place < log.size; place += 1) {
    if (place % STEP === STEP - 1) yield;
    const { piece, at } = log.place(place);
    const { agency } = piece.table;
    names.set(agency.id, agency.name);
    bytes.write(log.identities.of(piece, at), place * IDENTITY_BYTES, 'hex');
    columns.set(
      [
        rules.of(piece.rule.id),
        severities.of(piece.severity(at)),
        agencies.of(agency.id),
        areas.of(areaOfFinding({ table: piece.table, column: piece.column(at) }) ?? ''),
        waived[place]!,
      ],
      place * COLUMNS,
    );
  }
  const lists: RecordLists = {
    rules: rules.names,
    severities: severities.names,
    agencies: agencies.names.map((id) => ({ id, name: names.get(id)! })),
    areas: areas.names,
  };
  const readiness = yield* keptReadinessInSteps(session);
  return { readiness, lists: JSON.stringify(lists), identities, columns: new Uint8Array(columns.buffer) };
}

/** The findings of a record, in the order of their run. */
export function* recordedFindings({ lists, identities, columns }: StoredFindings): Generator<RecordedFinding> {
  const { rules, severities, agencies, areas } = JSON.parse(lists) as RecordLists;
  const bytes = Buffer.from(identities);
  const codes = new Uint16Array(columns.slice().buffer);
  for (let place = 0; place * COLUMNS < codes.length; place += 1) {
    const [rule, severity, agency, area, waived] = codes.subarray(place * COLUMNS, (place + 1) * COLUMNS);
    yield {
      identity: bytes.toString('hex', place * IDENTITY_BYTES, (place + 1) * IDENTITY_BYTES),
      rule: rules[rule!]!,
      severity: severities[severity!]!,
      agency: agencies[agency!]!,
      area: areas[area!] === '' ? null : (areas[area!] as Area),
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
