import type { RuleSetProblem } from './problem.ts';
import { LEVELS } from './fileSchema.ts';
import type { Pin, RuleSetFile } from './ruleSetFile.ts';

/** The files that a rule set is made of, upper levels first and each once, or why they don't fit together: a missing file,
 *  another version than the pinned one, a cycle, an upper level that builds on a lower one. */
export function inheritance(
  main: RuleSetFile,
  available: readonly RuleSetFile[],
): { readonly chain: readonly RuleSetFile[]; readonly problems: RuleSetProblem[] } {
  const walk = new Walk(available);
  walk.visit(main, []);
  return { chain: walk.chain.toSorted((a, b) => walk.rank(a) - walk.rank(b)), problems: walk.problems };
}

class Walk {
  readonly chain: RuleSetFile[] = [];
  readonly problems: RuleSetProblem[] = [];
  readonly #available: readonly RuleSetFile[];
  readonly #ranks = new Map<RuleSetFile, number>();

  constructor(available: readonly RuleSetFile[]) {
    this.#available = available;
  }

  /** 0 national … 3 agency; a file that does not say stands as low as the lowest it builds on. */
  rank(file: RuleSetFile): number {
    return this.#ranks.get(file) ?? 0;
  }

  visit(file: RuleSetFile, above: readonly RuleSetFile[]): void {
    if (this.chain.includes(file)) return;
    const path = [...above, file];
    let rank = 0;
    for (const pin of file.extends) {
      const base = this.#find(file, pin);
      if (base === null) continue;
      if (path.includes(base)) {
        const cycle = [...path.slice(path.indexOf(base)), base].map(({ id }) => id).join(' → ');
        this.#report(file, pin, 'ruleset.cycle', { cycle });
        continue;
      }
      this.visit(base, path);
      this.#checkTwoVersions(file, pin, base);
      rank = Math.max(rank, this.rank(base));
      if (file.level !== undefined && this.rank(base) > LEVELS.indexOf(file.level)) {
        this.#report(file, pin, 'ruleset.levelOrder', { id: base.id });
      }
    }
    this.#ranks.set(file, file.level === undefined ? rank : LEVELS.indexOf(file.level));
    this.chain.push(file);
  }

  #find(file: RuleSetFile, pin: Pin): RuleSetFile | null {
    const named = this.#available.filter(({ id }) => id === pin.id);
    const found = named.find(({ version }) => version === pin.version);
    if (found !== undefined) return found;
    const [other] = named;
    if (other === undefined) this.#report(file, pin, 'ruleset.missingBase', { id: pin.id, version: pin.version });
    else this.#report(file, pin, 'ruleset.otherVersion', { id: pin.id, version: pin.version, found: other.version });
    return null;
  }

  #checkTwoVersions(file: RuleSetFile, pin: Pin, base: RuleSetFile): void {
    const other = this.chain.find(({ id, version }) => id === base.id && version !== base.version);
    if (other === undefined) return;
    this.#report(file, pin, 'ruleset.twoVersions', { id: base.id, version: base.version, found: other.version });
  }

  #report(file: RuleSetFile, pin: Pin, code: string, params: Readonly<Record<string, string>>): void {
    this.problems.push({ level: 'error', file: file.file, ...pin.at, fault: { code, params } });
  }
}
