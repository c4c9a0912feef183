import type { Fault } from '../result.ts';
import { annotateMessages } from './areas/annotate.ts';
import { fileMessages } from './areas/files.ts';
import { cliMessages } from './areas/cli.ts';
import { referenceMessages } from './areas/reference.ts';
import { intakeMessages } from './areas/intake.ts';
import { reportMessages } from './areas/reports.ts';
import { ruleMessages } from './areas/rules.ts';
import { ruleSetMessages } from './areas/ruleset.ts';
import { fillMessage, type MessageArea } from './messages.ts';

/** Languages of the program; Vietnamese is the default. */
export type Language = 'vi' | 'en';

const AREAS: readonly MessageArea[] = [
  annotateMessages,
  fileMessages,
  intakeMessages,
  ruleMessages,
  ruleSetMessages,
  reportMessages,
  cliMessages,
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
