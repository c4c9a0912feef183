/** What the program was started for. */
export type Launch =
  | { readonly mode: 'window'; readonly files: readonly string[] }
  /** The command line inside the package; the rest is its arguments. */
  | { readonly mode: 'headless'; readonly args: readonly string[] }
  /** Starts, checks itself, writes the result and ends. */
  | { readonly mode: 'selfTest'; readonly output?: string };

/** Reads the arguments after the program's own name. In a window only files count: Chromium's and anyone's switches are
 *  passed over, since a second start hands on arguments of whoever calls. */
export function readLaunch(args: readonly string[]): Launch {
  if (args[0] === '--headless') return { mode: 'headless', args: args.slice(1) };
  if (args[0] === '--self-test') {
    const at = args.indexOf('--output');
    const output = at < 0 ? undefined : args[at + 1];
    return output === undefined ? { mode: 'selfTest' } : { mode: 'selfTest', output };
  }
  return { mode: 'window', files: filesNamed(args) };
}

/** Longest list of files that one start may name; Windows' command line ends at 32,767 characters anyway. */
const MAX_FILES = 1000;

/** Arguments that name files; the switches that Chromium puts among those of a second start are left out. */
export const filesNamed = (args: readonly string[]): readonly string[] =>
  args.filter((arg) => arg !== '' && arg !== '.' && !arg.startsWith('-')).slice(0, MAX_FILES);
