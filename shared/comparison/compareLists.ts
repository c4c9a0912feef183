import type { ProcedureIndex } from '../engine/references.ts';
import { ValueMemory } from '../engine/tableView.ts';
import { compareText } from '../engine/findingLog.ts';
import type { AgencyRef, Table } from '../table/table.ts';
import { COMPARED_FIELDS } from './comparedFields.ts';
import { fieldDifferencesOf, PATTERNS, type FieldDifference } from './fieldDifferences.ts';
import { listDifferencesOf, type ListDifference } from './listDifferences.ts';
import { doubtsAbout, nationalProcedure } from './nationalProcedure.ts';
import { statedProcedures, viewsOf } from './statedProcedures.ts';

/** The lists to compare (letter 003 §1d): what agencies send, the national catalogue, the province's own system. */
export interface ComparisonInput {
  /** Tables of the round, of all agencies. */
  readonly tables: readonly Table[];
  readonly national: ProcedureIndex | null;
  /** Tables of the province's export; left out, agencies and nation are compared alone. */
  readonly province?: readonly Table[];
}

/** A difference in a field, with what speaks against the national record in it. */
export interface ComparedDifference extends FieldDifference {
  /** In words; none mostly. */
  readonly doubts: readonly string[];
}

/** The differences of a comparison, in an order that does not depend on that of files and rows. */
export interface Comparison {
  readonly hasNational: boolean;
  readonly hasProvince: boolean;
  /** Whether a code that the national catalogue lacks is proof that it does not exist. */
  readonly complete: boolean;
  readonly agencies: readonly AgencyRef[];
  /** Distinct procedures that agencies list. */
  readonly procedures: number;
  readonly lists: readonly ListDifference[];
  readonly fields: readonly ComparedDifference[];
  /** Procedures of the province's system that no agency of the round lists or has to list; counted, not named. */
  readonly provinceOnly: number;
}

/** Compares agencies' lists, the national catalogue and the province's system, by list and by field. Procedures that the
 *  nation has withdrawn are compared by list only: rule NAT-02 and the list level speak of them. */
export function compareLists({ tables, national, province }: ComparisonInput): Comparison {
  const values = new ValueMemory();
  const agencies = [...Map.groupBy(tables, ({ agency }) => agency.id).values()]
    .map((own) => ({ agency: own[0]!.agency, views: viewsOf(own, values) }))
    .map(({ agency, views }) => ({ agency, views, stated: statedProcedures(views) }))
    .filter(({ stated }) => stated.size > 0)
    .sort((a, b) => compareText(a.agency.name, b.agency.name) || compareText(a.agency.id, b.agency.id));
  const ofProvince = province === undefined ? null : viewsOf(province, values);
  const inProvince = ofProvince === null ? null : statedProcedures(ofProvince);

  const listedCodes = new Set(agencies.flatMap(({ stated }) => [...stated.keys()]));
  const nameOf = (code: string): string =>
    [
      national?.byCode(code)?.ten_tthc,
      ...agencies.map(({ stated }) => stated.get(code)?.name),
      inProvince?.get(code)?.name,
    ].find((name) => name !== undefined && name !== '') ?? '';
  const { differences: lists, provinceOnly } = listDifferencesOf({ agencies, national, province: ofProvince, nameOf });

  const fields: ComparedDifference[] = [];
  for (const code of new Set([...listedCodes, ...(inProvince?.keys() ?? [])])) {
    const record = national?.byCode(code);
    if (record?.state === 'withdrawn') continue;
    const differences = fieldDifferencesOf({
      code,
      agencies: agencies.flatMap(({ agency, stated }) => {
        const own = stated.get(code);
        return own === undefined ? [] : [{ agency, stated: own }];
      }),
      national: record === undefined ? undefined : nationalProcedure(record),
      province: inProvince?.get(code),
    });
    for (const difference of differences) {
      fields.push({ ...difference, doubts: record === undefined ? [] : doubtsAbout(record, difference.field) });
    }
  }
  return {
    hasNational: national !== null,
    hasProvince: ofProvince !== null,
    complete: national?.snapshot.complete ?? false,
    agencies: agencies.map(({ agency }) => agency),
    procedures: listedCodes.size,
    lists,
    fields: fields.sort(inOrder),
    provinceOnly,
  };
}

const inOrder = (a: ComparedDifference, b: ComparedDifference): number =>
  compareText(a.code, b.code) ||
  COMPARED_FIELDS.indexOf(a.field) - COMPARED_FIELDS.indexOf(b.field) ||
  compareText(a.caseText, b.caseText) ||
  compareText(a.channels.join(), b.channels.join()) ||
  PATTERNS.indexOf(a.pattern) - PATTERNS.indexOf(b.pattern) ||
  compareText(a.agency?.name ?? '', b.agency?.name ?? '') ||
  compareText(a.agencyText, b.agencyText) ||
  compareText(a.provinceText, b.provinceText);
