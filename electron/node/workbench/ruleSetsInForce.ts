import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import { RULES } from '../../../shared/rules/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadRuleSet, type LoadedRuleSet } from '../ruleSetFiles.ts';
import type { RoundSetting } from './roundSession.ts';

/** Name under which the text that is being edited is loaded. */
const DRAFT = 'dang-soan.yaml';

/** Resolves the text of a rule set with the kept ones as what it may build on. Decision tables beside it are not available
 *  here; a set that names one says so as a problem. */
export async function resolveText(workspace: Workspace, yaml: string, today: string): Promise<LoadedRuleSet> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ra-soat-quy-tac-'));
  try {
    for (const { version, yaml: kept, id } of workspace.knowledge.ruleSets()) {
      await writeFile(path.join(folder, `${setIdOf(id)}@${version}.yaml`), kept);
    }
    await writeFile(path.join(folder, DRAFT), yaml);
    return await loadRuleSet(path.join(folder, DRAFT), { rules: RULES, today });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Longest id that the contract knows. */
const LONGEST_ID = 64;

/** Workspace ids of rule sets are `<id>--<version>`, so that every saved version stands by itself; null for names that
 *  together are too long for one. */
export function storedIdOf(id: string, version: string): string | null {
  const stored = `${id}--${version.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
  return stored.length > LONGEST_ID ? null : stored;
}
const setIdOf = (storedId: string): string => storedId.slice(0, storedId.lastIndexOf('--'));

/** Rules of a round: those of its rule set, or all rules with the law of the day. @param set  one that has no errors */
export function rulesInForce(
  set: LoadedRuleSet | null,
  today: string,
): Pick<RoundSetting, 'rules' | 'ruleSet' | 'ruleSetFiles'> {
  if (set === null || !set.ok) return { rules: rulesOnDay(RULES, today) };
  const { id, version, rules, settingOf, hash, waivers } = set.value;
  const ruleSetFiles = set.sources.map((source) =>
    source.name === DRAFT ? { ...source, name: `${id}@${version}.yaml` } : source,
  );
  return { rules, ruleSet: { settingOf, ruleSet: hash, waivers }, ruleSetFiles };
}
