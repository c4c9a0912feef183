import { defineMessages } from '../messages.ts';

/** Words of taking files in. */
export const intakeScreenMessages = defineMessages({
  vi: {},
  en: {},
});
