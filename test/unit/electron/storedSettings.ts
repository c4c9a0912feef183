/** Settings files as every version of their form was written, so that none is ever lost: [version, content]. */
export const STORED_SETTINGS: readonly (readonly [version: number, content: unknown])[] = [
  [1, { version: 1, language: 'en', theme: 'dark', density: 'comfortable', reopenLastRound: false }],
];
