import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../../shared/settings/settings.ts';

export type { Settings } from '../../../shared/settings/settings.ts';

/** Settings as the services gave them; the defaults until they came. */
export function readSettings(given: unknown): Settings {
  const read = settingsSchema.safeParse(given);
  return read.success ? read.data : DEFAULT_SETTINGS;
}
