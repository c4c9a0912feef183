import type { ProcedureIndex } from '../engine/references.ts';
import type { TableView } from '../engine/rule.ts';
import type { NationalProcedure } from '../reference/catalogue.ts';
import { indexPortalProcedures, type PortalState } from '../reference/portalProcedures.ts';
import { coveragesOf, isComplete } from '../rules/nationalCatalogue/coverage.ts';
import { saysEnded } from '../rules/nationalCatalogue/NAT-02.ts';
import { nationalCodeOf } from '../rules/nationalCatalogue/nationalRecord.ts';
import type { AgencyRef } from '../table/table.ts';

/** What is wrong with a procedure's place in the three lists.
 *  `notNational` listed but not in the national catalogue · `notInThisCatalogue` the same, while the catalogue in use is
 *  not complete, which proves nothing · `withdrawn` listed or open though withdrawn · `notOpenNationally` listed though
 *  not yet open nationally · `notInProvince` listed by agencies, not on the province's system · `notOpenInProvince` there,
 *  but not open or closed · `missing` some agency lacks
 *  a national procedure of its level and sectors. */
export type ListRemark =
  | 'withdrawn'
  | 'notNational'
  | 'notInThisCatalogue'
  | 'notOpenNationally'
  | 'notInProvince'
  | 'notOpenInProvince'
  | 'missing';

/** All remarks, gravest first. */
export const LIST_REMARKS: readonly ListRemark[] = [
  'withdrawn',
  'notNational',
  'notOpenNationally',
  'notInProvince',
  'notOpenInProvince',
  'missing',
  'notInThisCatalogue',
];

/** A procedure whose place in the lists differs. */
export interface ListDifference {
  readonly code: string;
  readonly name: string;
  readonly remarks: readonly ListRemark[];
  /** Agencies that list it, without those that mark it as ended. */
  readonly listedBy: readonly AgencyRef[];
  /** Agencies that lack it though it is of their level and sectors. */
  readonly missingAt: readonly AgencyRef[];
  /** Undefined when the national catalogue does not hold it, or none is in use. */
  readonly national: NationalProcedure['state'] | undefined;
  /** Undefined when the province's system does not hold it, or no export was given. */
  readonly province: PortalState | undefined;
}

/** One agency's tables. */
export interface AgencyViews {
  readonly agency: AgencyRef;
  readonly views: readonly TableView[];
}

/** The lists to compare by their codes. */
export interface ListedProcedures {
  readonly agencies: readonly AgencyViews[];
  readonly national: ProcedureIndex | null;
  /** Tables of the province's export; null when there is none. */
  readonly province: readonly TableView[] | null;
  readonly nameOf: (code: string) => string;
}

/** A list is taken for complete when it holds this share of its level's procedures: the default of rule NAT-09. */
const COVERAGE = 0.5;

/** Procedures whose place in the lists differs, by code; and how many the province's system holds beside those that the
 *  agencies of the round list or lack. */
export function listDifferencesOf({ agencies, national, province, nameOf }: ListedProcedures): {
  readonly differences: readonly ListDifference[];
  readonly provinceOnly: number;
} {
  const listed = new Map<string, AgencyRef[]>();
  const missing = new Map<string, AgencyRef[]>();
  // Codes that an agency holds, marked as ended or not: none of them is missing there.
  const known = new Set<string>();
  for (const { agency, views } of agencies) {
    const catalogues = views.filter(({ table }) => table.dataset === 'procedures');
    for (const [code, ended] of codesOf(catalogues.length > 0 ? catalogues : views)) {
      known.add(code);
      if (!ended) add(listed, code, agency);
    }
    if (national === null || catalogues.length === 0) continue;
    const complete = coveragesOf(catalogues, national).filter((coverage) => isComplete(coverage, COVERAGE));
    const lacking = new Set(complete.flatMap((coverage) => coverage.missing.map(({ ma_tthc }) => ma_tthc)));
    for (const code of lacking) add(missing, code, agency);
  }
  const inProvince = province === null ? null : portalOf(province);
  const codes = new Set([...listed.keys(), ...missing.keys()]);
  let provinceOnly = 0;
  for (const code of inProvince?.codes ?? []) {
    if (codes.has(code)) continue;
    // Beside what agencies list, only what the nation has withdrawn or never had tells that the system is wrong.
    if (national === null || national.byCode(code)?.state === 'active' || known.has(code)) provinceOnly += 1;
    else codes.add(code);
  }
  const differences: ListDifference[] = [];
  for (const code of [...codes].sort()) {
    const one: Omit<ListDifference, 'remarks'> = {
      code,
      name: nameOf(code),
      listedBy: listed.get(code) ?? [],
      missingAt: missing.get(code) ?? [],
      national: national?.byCode(code)?.state,
      province: inProvince?.stateOf(code),
    };
    const remarks = remarksOn(one, national, inProvince !== null);
    if (remarks.length > 0) differences.push({ ...one, remarks });
    else if (one.listedBy.length === 0 && one.missingAt.length === 0) provinceOnly += 1;
  }
  return { differences, provinceOnly };
}

function remarksOn(
  { listedBy, missingAt, national, province }: Omit<ListDifference, 'remarks'>,
  catalogue: ProcedureIndex | null,
  threeWay: boolean,
): readonly ListRemark[] {
  const offered = listedBy.length > 0 || province === 'open';
  const found = new Set<ListRemark>();
  if (catalogue !== null && offered) {
    if (national === undefined) found.add(catalogue.snapshot.complete ? 'notNational' : 'notInThisCatalogue');
    if (national === 'withdrawn') found.add('withdrawn');
    if (national === 'notOpen') found.add('notOpenNationally');
  }
  if (threeWay && listedBy.length > 0 && national !== 'withdrawn') {
    if (province === undefined) found.add('notInProvince');
    if (province === 'notOpen' || province === 'closed') found.add('notOpenInProvince');
  }
  if (missingAt.length > 0) found.add('missing');
  return LIST_REMARKS.filter((remark) => found.has(remark));
}

/** Codes of a list, each with whether every row that holds it says that it has ended. */
function codesOf(views: readonly TableView[]): ReadonlyMap<string, boolean> {
  const codes = new Map<string, boolean>();
  for (const view of views) {
    if (!STATED_IN.has(view.table.dataset)) continue;
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const endedOf = view.derive('trang_thai', saysEnded);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      if (code !== '') codes.set(code, endedOf(row) && (codes.get(code) ?? true));
    }
  }
  return codes;
}

/** Sheet kinds that list procedures. */
const STATED_IN: ReadonlySet<string> = new Set(['procedures', 'channels']);

/** The province's system as an index of states. */
function portalOf(views: readonly TableView[]): {
  readonly codes: ReadonlySet<string>;
  readonly stateOf: (code: string) => PortalState | undefined;
} {
  const catalogues = views.filter(({ table }) => table.dataset === 'procedures');
  const lists = catalogues.length > 0 ? catalogues : views.filter(({ table }) => STATED_IN.has(table.dataset));
  const rows = lists.flatMap((view) =>
    Array.from({ length: view.rows }, (_, row) => ({
      ma_tthc: view.text('ma_tthc', row),
      trang_thai: view.text('trang_thai', row),
    })),
  );
  return { codes: new Set(codesOf(lists).keys()), stateOf: indexPortalProcedures(rows).stateOf };
}

function add(map: Map<string, AgencyRef[]>, code: string, agency: AgencyRef): void {
  const list = map.get(code);
  if (list === undefined) map.set(code, [agency]);
  else list.push(agency);
}
