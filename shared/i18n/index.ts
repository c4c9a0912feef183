import type { Fault } from '../result.ts';
import { annotateMessages } from './areas/annotate.ts';
import { causeMessages } from './areas/causes.ts';
import { exceptionMessages } from './areas/exceptions.ts';
import { fileMessages } from './areas/files.ts';
import { cliMessages } from './areas/cli.ts';
import { desktopMessages } from './areas/desktop.ts';
import { comparisonMessages } from './areas/comparison.ts';
import { ownRuleMessages } from './areas/ownRules.ts';
import { referenceMessages } from './areas/reference.ts';
import { legalMessages } from './areas/legal.ts';
import { intakeMessages } from './areas/intake.ts';
import { dailyReportMessages } from './areas/dailyReport.ts';
import { leaderReportMessages } from './areas/leaderReport.ts';
import { readinessMessages } from './areas/readiness.ts';
import { readinessScreenMessages } from './areas/readinessScreen.ts';
import { batchMessages } from './areas/batch.ts';
import { reportMessages } from './areas/reports.ts';
import { returnedMessages } from './areas/returned.ts';
import { ruleMessages } from './areas/rules.ts';
import { ruleSetMessages } from './areas/ruleset.ts';
import { appMessages } from './areas/app.ts';
import { intakeScreenMessages } from './areas/intakeScreen.ts';
import { knowledgeMessages } from './areas/knowledge.ts';
import { bundleScreenMessages } from './areas/bundleScreen.ts';
import { reportsScreenMessages } from './areas/reportsScreen.ts';
import { resultsMessages } from './areas/results.ts';
import { roundsMessages } from './areas/rounds.ts';
import { helpMessages } from './areas/help.ts';
import { officeFormMessages } from './areas/officeForm.ts';
import { settingsScreenMessages } from './areas/settingsScreen.ts';
import { stoppedWorkMessages } from './areas/stoppedWork.ts';
import { workbenchMessages } from './areas/workbench.ts';
import { fillMessage, type MessageArea } from './messages.ts';

/** Languages of the program; Vietnamese is the default. */
export type Language = 'vi' | 'en';

const AREAS: readonly MessageArea[] = [
  appMessages,
  roundsMessages,
  intakeScreenMessages,
  resultsMessages,
  knowledgeMessages,
  reportsScreenMessages,
  bundleScreenMessages,
  settingsScreenMessages,
  officeFormMessages,
  helpMessages,
  stoppedWorkMessages,
  workbenchMessages,
  annotateMessages,
  causeMessages,
  exceptionMessages,
  fileMessages,
  intakeMessages,
  legalMessages,
  ruleMessages,
  ruleSetMessages,
  reportMessages,
  batchMessages,
  returnedMessages,
  leaderReportMessages,
  readinessMessages,
  readinessScreenMessages,
  dailyReportMessages,
  cliMessages,
  desktopMessages,
  comparisonMessages,
  ownRuleMessages,
  referenceMessages,
];

const texts: Record<Language, ReadonlyMap<string, string>> = {
  vi: new Map(AREAS.flatMap((area) => Object.entries(area.vi))),
  en: new Map(AREAS.flatMap((area) => Object.entries(area.en))),
};

/** Text of a message key in a language. An unknown key is shown as it is: visible, never silent. */
export function translate(language: Language, key: string, params: Fault['params'] = {}): string {
  const template = texts[language].get(key);
  return template === undefined ? key : fillMessage(template, params);
}

/** Text of an error value in a language. */
export const faultText = (language: Language, fault: Fault): string => translate(language, fault.code, fault.params);
