import type { NameCandidate, ProcedureIndex } from '../engine/references.ts';
import type { CatalogueSnapshot } from './catalogue.ts';
import { buildNameIndex, type NameIndex } from './nameMatching.ts';

/** Indexes a snapshot for rules and screens. The name index is built at the first search: a run that only looks up codes
 *  does not pay for it. */
export function indexProcedures(snapshot: CatalogueSnapshot): ProcedureIndex {
  const byCode = new Map(snapshot.procedures.map((procedure) => [procedure.ma_tthc, procedure]));
  let names: NameIndex | undefined;
  return {
    snapshot,
    byCode: (code) => byCode.get(code),
    byName(name, limit): readonly NameCandidate[] {
      names ??= buildNameIndex(snapshot.procedures.map((procedure) => procedure.ten_tthc));
      return names.search(name, limit).map(({ index, score }) => ({ procedure: snapshot.procedures[index]!, score }));
    },
  };
}
