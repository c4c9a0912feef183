import { z } from '../zod.ts';
import type { StoredFormat } from './storedVersion.ts';

// zod tries `new Function` otherwise, which the screen's content security policy rightly reports.
z.config({ jitless: true });

/** What a person chose for this computer. Data of a round never stands here, nor any path or name of a person. */
export const settingsSchema = z.object({
  version: z.literal(1),
  language: z.enum(['vi', 'en']),
  /** `system` follows Windows; high contrast is Windows' own and always wins. */
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Goes on with the last round at start instead of showing the list of rounds. */
  reopenLastRound: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** A change: only what changes; anything else is refused. */
export const settingsChangeSchema = settingsSchema.omit({ version: true }).partial().strict();

export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  language: 'vi',
  theme: 'system',
  density: 'compact',
  reopenLastRound: true,
};

/** Settings as they are stored. A change of form raises `version` here and in the schema, adds one upgrader, and adds a
 *  fixture of the form that was left to test/unit/electron/storedSettings.ts. */
export const SETTINGS_FORMAT: StoredFormat<Settings> = { version: 1, upgraders: [], schema: settingsSchema };
