import { createHash } from 'node:crypto';
import { Findings, waivedFindings } from '../../../shared/engine/findings.ts';
import type { Check } from '../../../shared/reports/check.ts';

/** A number of findings and the SHA-256 of their JSON lines. */
export interface FindingsDigest {
  readonly count: number;
  readonly sha256: string;
}

/** What a check found, in all and by file; findings that decisions accept count in. Two checks with the same digest have
 *  the same findings byte for byte. */
export function digestFindings(check: Check): {
  readonly all: FindingsDigest;
  readonly byFile: ReadonlyMap<string, FindingsDigest>;
} {
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
    }
  }
  return {
    all: { count, sha256: all.digest('hex') },
    byFile: new Map([...files].map(([file, own]) => [file, { count: own.count, sha256: own.hash.digest('hex') }])),
  };
}
