import { defineMessages } from '../messages.ts';

/** Words of the reports place. */
export const reportsScreenMessages = defineMessages({
  vi: {},
  en: {},
});
