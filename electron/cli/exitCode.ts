/** What the process tells a scheduler (DESIGN: command line). */
export const EXIT = { clean: 0, errorsFound: 1, usage: 2, unreadable: 3, internal: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
