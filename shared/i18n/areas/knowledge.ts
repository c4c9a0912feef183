import { defineMessages } from '../messages.ts';

/** Words of catalogues, rules and rule sets. */
export const knowledgeMessages = defineMessages({
  vi: {},
  en: {},
});
