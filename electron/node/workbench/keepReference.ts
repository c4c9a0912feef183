import { selfCheckReport } from '../../../shared/reference/selfCheck.ts';
import { succeed, type Result } from '../../../shared/result.ts';
import { loadReference } from '../referenceFile.ts';
import type { StoredReference } from '../workspace/knowledgeStore.ts';
import { packSnapshot } from './storedReference.ts';
import type { Surroundings } from './surroundings.ts';

/** Reads a national catalogue out of files and keeps it. Errors: those of `loadReference`. */
export async function keepReference(
  { workspace, emit }: Surroundings,
  paths: readonly string[],
  sample: boolean,
): Promise<Result<StoredReference>> {
  const loaded = await loadReference(paths);
  if (!loaded.ok) return loaded;
  const snapshot = loaded.value;
  const reference: StoredReference = {
    id: snapshot.id,
    title: snapshot.title,
    date: snapshot.date,
    records: snapshot.procedures.length,
    complete: snapshot.complete,
    doubts: selfCheckReport(snapshot).length,
    sample,
  };
  workspace.knowledge.saveReference(reference, packSnapshot(snapshot));
  emit({ type: 'references' });
  return succeed(reference);
}
