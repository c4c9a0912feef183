import type { Rule } from '../engine/rule.ts';
import type { Fault } from '../result.ts';
import type { Position, RuleSetProblem } from './problem.ts';
import type { RuleSetFile, SettingLine } from './ruleSetFile.ts';
import { isLaxer, type Weight } from './severity.ts';

/** What an upper level has fixed of a rule. */
interface Lock {
  /** Who locked it, and why, for the message. */
  readonly by: string;
  readonly severity: Weight;
}

/** What lower levels do to locked rules although they may not: make them laxer, change their parameters or dates, unlock
 *  or waive them. Whether other parameters are stricter can't be told, so none are allowed. `chain` has upper levels first. */
export function checkLocks(chain: readonly RuleSetFile[], rules: ReadonlyMap<string, Rule>): readonly RuleSetProblem[] {
  const problems: RuleSetProblem[] = [];
  const locks = new Map<string, Lock>();
  const severities = new Map<string, Weight>();
  for (const file of chain) {
    const report = (code: string, params: Fault['params'], { line, column }: Position): void => {
      problems.push({ level: 'error', file: file.file, line, column, fault: { code, params } });
    };
    for (const setting of file.settings) {
      const lock = locks.get(setting.ruleId);
      if (lock !== undefined) checkSetting(setting, lock, report);
    }
    for (const { ruleId, source } of file.waivers) {
      const lock = locks.get(ruleId);
      if (lock !== undefined) report('ruleset.lockedWaiver', { rule: ruleId, by: lock.by }, source);
    }
    for (const { ruleId, severity, scope, from, until } of file.settings) {
      // A setting for a time or a part of the tables is no floor for the rest.
      if (severity !== undefined && scope === null && from === undefined && until === undefined) {
        severities.set(ruleId, severity);
      }
    }
    for (const { ruleId, locked, reason } of file.settings) {
      const severity = severities.get(ruleId) ?? rules.get(ruleId)?.severity;
      const earlier = locks.get(ruleId);
      // The first to lock is named; a stricter level below raises the floor for those below it.
      if (severity !== undefined && (locked === true || earlier !== undefined)) {
        const by = reason === undefined ? file.id : `${file.id} (${reason})`;
        locks.set(ruleId, { by: earlier?.by ?? by, severity });
      }
    }
  }
  return problems;
}

function checkSetting(
  { ruleId, severity, params, from, until, locked, at }: SettingLine,
  lock: Lock,
  report: (code: string, params: Fault['params'], at: Position) => void,
): void {
  const about = { rule: ruleId, by: lock.by };
  if (severity !== undefined && isLaxer(severity, lock.severity)) {
    report('ruleset.lockedSeverity', { ...about, severity, floor: lock.severity }, at('severity'));
  }
  if (params !== undefined) report('ruleset.lockedParams', about, at('params'));
  if ((from !== undefined || until !== undefined) && severity === undefined) {
    report('ruleset.lockedDates', about, at('effective'));
  }
  if (locked === false) report('ruleset.lockedUnlock', about, at('locked'));
}
