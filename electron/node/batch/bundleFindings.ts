import { createHash } from 'node:crypto';
import { Findings, waivedFindings } from '../../../shared/engine/findings.ts';
import type { Check } from '../../../shared/reports/check.ts';
import type { Steps } from '../../../shared/steps.ts';
import { stepByStep } from '../workbench/stepByStep.ts';

/** A number of findings and the SHA-256 of their JSON lines. */
export interface FindingsDigest {
  readonly count: number;
  readonly sha256: string;
}

/** What a check found, in all and by file. */
export interface CheckDigest {
  readonly all: FindingsDigest;
  readonly byFile: ReadonlyMap<string, FindingsDigest>;
}

/** Findings that are rendered in one step. */
const STEP = 256;

/** What a check found; findings that decisions accept count in. Two checks with the same digest have the same findings byte
 *  for byte. Calls are answered meanwhile.
 *  @throws the reason of the signal */
export async function digestFindings(check: Check, signal?: AbortSignal): Promise<CheckDigest> {
  const digest = await stepByStep(digestInSteps(check), () => signal?.aborted !== true);
  if (digest === undefined) throw signal!.reason;
  return digest;
}

function* digestInSteps(check: Check): Steps<CheckDigest> {
  const all = createHash('sha256');
  const files = new Map<string, { count: number; readonly hash: ReturnType<typeof createHash> }>();
  let count = 0;
  for (const list of [new Findings(check.result.log, 'vi'), waivedFindings(check.result.log, 'vi')]) {
    for (const finding of list) {
      const line = `${JSON.stringify(finding)}\n`;
      let own = files.get(finding.file);
      if (own === undefined) files.set(finding.file, (own = { count: 0, hash: createHash('sha256') }));
      all.update(line);
      own.hash.update(line);
      own.count += 1;
      count += 1;
      if (count % STEP === 0) yield;
    }
  }
  return {
    all: { count, sha256: all.digest('hex') },
    byFile: new Map([...files].map(([file, own]) => [file, { count: own.count, sha256: own.hash.digest('hex') }])),
  };
}
