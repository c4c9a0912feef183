import { defineMessages } from '../messages.ts';

/** Words of the results. */
export const resultsMessages = defineMessages({
  vi: {},
  en: {},
});
