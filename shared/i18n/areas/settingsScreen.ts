import { defineMessages } from '../messages.ts';

/** Words of settings. */
export const settingsScreenMessages = defineMessages({
  vi: {},
  en: {},
});
