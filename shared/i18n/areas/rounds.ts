import { defineMessages } from '../messages.ts';

/** Words of the list of rounds. */
export const roundsMessages = defineMessages({
  vi: { 'rounds.newName': 'Đợt rà soát ngày {day}' },
  en: { 'rounds.newName': 'Round of {day}' },
});
