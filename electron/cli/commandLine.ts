import { addDays } from '../../shared/domain/calendarDate.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';
import type { Language } from '../../shared/i18n/index.ts';
import type { AnnotateCommand } from './annotateCommand.ts';
import type { BundleCommand } from './bundleCommand.ts';
import type { CheckOptions } from './checkSetUp.ts';
import type { CompareCommand } from './compareCommand.ts';
import type { ReportCommand } from './reportCommand.ts';
import type { TakeBackCommand } from './takeBackCommand.ts';

/** Machine-readable forms of a result. */
export const FORMATS = ['json', 'jsonl', 'csv', 'xlsx', 'sarif', 'junit'] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** Forms a comparison is written in, by extension. */
const COMPARISON_FORMS = ['.xlsx', '.json', '.csv'] as const;

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help'; readonly language: Language }
  | CheckCommand
  | AnnotateCommand
  | CompareCommand
  | BundleCommand
  | ReportCommand
  | TakeBackCommand
  | { readonly name: 'verify'; readonly folder: string; readonly language: Language }
  | { readonly name: 'rulesList'; readonly language: Language }
  | { readonly name: 'rulesExplain'; readonly id: string; readonly language: Language }
  | { readonly name: 'importReference'; readonly files: readonly string[]; readonly language: Language };

export interface CheckCommand extends CheckOptions {
  readonly name: 'check';
  readonly out?: string;
  readonly format?: OutputFormat;
  readonly output?: string;
  readonly quiet: boolean;
}

const SINGLE = [
  '--round',
  '--out',
  '--format',
  '--output',
  '--today',
  '--lang',
  '--previous',
  '--ruleset',
  '--office',
] as const;
const REPEATED = ['--reference', '--mapping', '--list', '--provincial', '--files'] as const;

/** Reads the arguments after the program's name. Errors: `cli.unknownCommand`, `cli.unknownOption`, `cli.missingValue`,
 *  `cli.badValue`, `cli.noFiles`. */
export function parseCommandLine(args: readonly string[]): Result<Command> {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  let quiet = false;
  let personalData = false;
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index]!;
    if (word === '--quiet') quiet = true;
    else if (word === '--personal-data') personalData = true;
    else if (word === '--help' || word === '-h') words.unshift('help');
    else if (isOption(word)) {
      const value = args[index + 1];
      if (value === undefined || value.startsWith('--')) return fail('cli.missingValue', { option: word });
      options.set(word, [...(options.get(word) ?? []), value]);
      index += 1;
    } else if (word.startsWith('-') && word !== '-') return fail('cli.unknownOption', { option: word });
    else words.push(word);
  }
  const one = (option: (typeof SINGLE)[number]): string | undefined => options.get(option)?.at(-1);
  const language = one('--lang') ?? 'vi';
  if (language !== 'vi' && language !== 'en') return badValue('--lang', language, 'vi, en');
  const [command = 'help', ...rest] = words;
  switch (command) {
    case 'help':
      return succeed({ name: 'help', language });
    case 'check': {
      const common = checkOptions(rest, options, one, language);
      return common.ok ? checkCommand(common.value, one, quiet) : common;
    }
    case 'annotate':
    case 'bundle': {
      const common = checkOptions(rest, options, one, language);
      if (!common.ok) return common;
      const out = one('--out');
      if (out === undefined) return fail('cli.missingOption', { option: '--out', command });
      return succeed({ name: command, ...common.value, out, quiet });
    }
    case 'report': {
      const common = checkOptions(rest, options, one, language);
      if (!common.ok) return common;
      const out = one('--out');
      if (out === undefined) return fail('cli.missingOption', { option: '--out', command });
      const office = one('--office');
      return succeed({
        name: 'report',
        ...common.value,
        out,
        ...(office === undefined ? {} : { office }),
        personalData,
        quiet,
      });
    }
    case 'take-back': {
      if (rest.length === 0) return fail('cli.noLists');
      const files = options.get('--files');
      if (files === undefined) return fail('cli.missingOption', { option: '--files', command });
      const common = checkOptions(files, options, one, language);
      if (!common.ok) return common;
      const out = one('--out');
      if (out === undefined) return fail('cli.missingOption', { option: '--out', command });
      return succeed({ name: 'takeBack', ...common.value, returned: rest, out, quiet });
    }
    case 'verify': {
      const [folder] = rest;
      return folder === undefined ? fail('cli.noFiles') : succeed({ name: 'verify', folder, language });
    }
    case 'compare': {
      const common = checkOptions(rest, options, one, language);
      return common.ok
        ? compareCommand(common.value, options.get('--provincial') ?? [], one('--output'), quiet)
        : common;
    }
    case 'rules':
      if (rest[0] === 'list' || rest.length === 0) return succeed({ name: 'rulesList', language });
      if (rest[0] === 'explain' && rest[1] !== undefined) {
        return succeed({ name: 'rulesExplain', id: rest[1].toUpperCase(), language });
      }
      return fail('cli.unknownCommand', { command: `rules ${rest.join(' ')}` });
    case 'import-reference':
      return rest.length === 0 ? fail('cli.noFiles') : succeed({ name: 'importReference', files: rest, language });
    default:
      return fail('cli.unknownCommand', { command });
  }
}

type One = (option: (typeof SINGLE)[number]) => string | undefined;

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;

/** What `check` and `annotate` share. */
function checkOptions(
  places: readonly string[],
  options: ReadonlyMap<string, readonly string[]>,
  one: One,
  language: Language,
): Result<CheckOptions> {
  if (places.length === 0) return fail('cli.noFiles');
  const today = one('--today');
  if (today !== undefined && !isDate(today)) return badValue('--today', today, 'NNNN-TT-NN');
  const round = one('--round');
  const previous = one('--previous');
  const ruleSet = one('--ruleset');
  return succeed({
    places,
    references: options.get('--reference') ?? [],
    lists: options.get('--list') ?? [],
    mappings: options.get('--mapping') ?? [],
    ...(previous === undefined ? {} : { previous }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    ...(round === undefined ? {} : { round }),
    ...(today === undefined ? {} : { today }),
    language,
  });
}

function checkCommand(options: CheckOptions, one: One, quiet: boolean): Result<Command> {
  const format = one('--format');
  if (format !== undefined && !(FORMATS as readonly string[]).includes(format)) {
    return badValue('--format', format, FORMATS.join(', '));
  }
  const out = one('--out');
  const output = one('--output');
  return succeed({
    name: 'check',
    ...options,
    ...(out === undefined ? {} : { out }),
    ...(format === undefined ? {} : { format: format as OutputFormat }),
    ...(output === undefined ? {} : { output }),
    quiet,
  });
}

function compareCommand(
  options: CheckOptions,
  provincial: readonly string[],
  output: string | undefined,
  quiet: boolean,
): Result<Command> {
  if (output !== undefined && !COMPARISON_FORMS.some((form) => output.toLowerCase().endsWith(form))) {
    return badValue('--output', output, COMPARISON_FORMS.join(', '));
  }
  return succeed({ name: 'compare', ...options, provincial, ...(output === undefined ? {} : { output }), quiet });
}

const isOption = (word: string): boolean =>
  (SINGLE as readonly string[]).includes(word) || (REPEATED as readonly string[]).includes(word);

const badValue = (option: string, value: string, allowed: string) => fail('cli.badValue', { option, value, allowed });
