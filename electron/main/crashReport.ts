/** What happened, as far as it may be told. */
export interface Crash {
  readonly what: 'window' | 'process' | 'program';
  /** Words of Chromium or Node for it: `oom`, `crashed`, exit code … */
  readonly reason: string;
  readonly error?: unknown;
}

export interface CrashSurroundings {
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly system: string;
  /** ISO time. */
  readonly time: string;
}

const MAX_FRAMES = 30;

/** A report that can be sent to whoever cares for the program. It holds versions, the kind of fault and where in our code
 *  it happened. The error's message stays out: it may quote a cell. Of paths only the file's name stays: a path holds the
 *  user's name. */
export function crashReport(crash: Crash, { version, versions, system, time }: CrashSurroundings): string {
  const shown = ['electron', 'chrome', 'node', 'sqlite'].map((name) => `${name} ${versions[name] ?? '-'}`).join(' · ');
  return [
    `Rà soát TTHC ${version}`,
    shown,
    system,
    time,
    '',
    `${crash.what}: ${plainWord(crash.reason)}`,
    ...describeError(crash.error),
    '',
  ].join('\n');
}

function describeError(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? ` (${plainWord(error.code)})` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MAX_FRAMES)
    .flatMap(frameOf);
  return [`${plainWord(error.name)}${code}`, ...frames];
}

/** `at read (C:\Users\…\out\main\index.js:10:5)` → `  at read index.js:10:5`. A line that is not of this shape, such as one
 *  of a message that happens to begin with "at ", is left out. */
function frameOf(line: string): readonly string[] {
  const [, place] = /([\w.-]{1,80}:\d{1,9}:\d{1,9})\)?$/.exec(line) ?? [];
  if (place === undefined) return [];
  const [, name] = /^at (?:async )?(?:new )?([\w$.#<>]{1,80}) \(/.exec(line) ?? [];
  return [`  at ${name ?? '?'} ${place}`];
}

/** Words of the system as they are; anything else in them is cut. */
const plainWord = (text: string): string => text.replace(/[^\w .:-]/g, '').slice(0, 80);
