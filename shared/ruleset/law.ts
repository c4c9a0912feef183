import { formatDate } from '../domain/calendarDate.ts';
import type { LegalBasis } from '../engine/finding.ts';
import { LegalRegister } from '../legal/legalRegister.ts';
import type { Fault } from '../result.ts';
import type { RuleSetProblem } from './problem.ts';
import type { RuleSetFile, SettingLine } from './ruleSetFile.ts';

const isInForce = ({ from, until }: SettingLine, today: string): boolean =>
  (from === undefined || from <= today) && (until === undefined || today <= until);

/** Legal bases that a chain of files (upper levels first) states for rules, the last word winning; dates of the settings
 *  count. */
export function statedBases(chain: readonly RuleSetFile[], today: string): ReadonlyMap<string, readonly LegalBasis[]> {
  const bases = new Map<string, readonly LegalBasis[]>();
  for (const setting of chain.flatMap(({ settings }) => settings)) {
    if (setting.legal !== undefined && setting.scope === null && isInForce(setting, today)) {
      bases.set(setting.ruleId, setting.legal);
    }
  }
  return bases;
}

/** What is wrong with the law that files state: a new text without its title; citations of texts that nobody knows or that
 *  have ended on the day of the run (warnings: the table may be behind the law). */
export function checkLaw(chain: readonly RuleSetFile[], law: LegalRegister, today: string): readonly RuleSetProblem[] {
  const problems: RuleSetProblem[] = [];
  const own = new LegalRegister();
  const titled = new Set(chain.flatMap(({ legalTexts }) => legalTexts.filter(({ title }) => title !== undefined)));
  for (const file of chain) {
    for (const text of file.legalTexts) {
      const known = own.find(text.number) !== undefined || [...titled].some(({ number }) => number === text.number);
      if (known) continue;
      const fault = { code: 'ruleset.legalTitle', params: { number: text.number } };
      problems.push({ level: 'error', file: file.file, ...text.at, fault });
    }
    for (const setting of file.settings) {
      setting.legal?.forEach(({ doc }, index) => {
        const fault = citationFault(doc, law, today);
        if (fault !== null) {
          problems.push({ level: 'warning', file: file.file, ...setting.at('legal', index, 'doc'), fault });
        }
      });
    }
  }
  return problems;
}

function citationFault(doc: string, law: LegalRegister, today: string): Fault | null {
  const text = law.find(doc);
  if (text === undefined) return { code: 'ruleset.legalUnknown', params: { doc } };
  if (law.standingOn(doc, today) !== 'ended') return null;
  const date = formatDate({ iso: text.until! });
  return text.replacedBy === undefined
    ? { code: 'ruleset.legalEnded', params: { doc, date } }
    : { code: 'ruleset.legalEndedReplaced', params: { doc, date, text: text.replacedBy } };
}
