import type { RuleLine } from '../../../../../shared/contract/knowledge.ts';
import { DATASETS, DATASET_IDS } from '../../../../../shared/domain/datasets.ts';
import { FIELD_KEYS, FIELDS } from '../../../../../shared/domain/fields.ts';
import { searchKey } from '../../../../../shared/domain/vietnameseText.ts';
import type { Language } from '../../../../../shared/i18n/index.ts';
import { EXPRESSION_FUNCTIONS } from '../../../../../shared/ruleset/expressionFunctions.ts';
import { WEIGHTS } from '../../../../../shared/ruleset/severity.ts';

/** A word that can be put into the text. */
export interface Completion {
  readonly word: string;
  readonly about: string;
}

/** The part of a word before the caret, which a completion replaces. */
export interface WordBefore {
  readonly start: number;
  readonly text: string;
}

const MOST_SHOWN = 50;

/** Keys of a rule set and what their values may be, beside rules, fields and kinds of sheets. */
const KEYS = [
  'id',
  'version',
  'title',
  'level',
  'extends',
  'rules',
  'overrides',
  'scope',
  'agencies',
  'datasets',
  'sheets',
  'waivers',
  'match',
  'reason',
  'decision',
  'by',
  'until',
  'severity',
  'params',
  'effective',
  'from',
  'locked',
  'legal',
  'doc',
  'article',
  'dataset',
  'message',
  'why',
  'howToFix',
  'when',
  'assert',
  'field',
  'fix',
  'value',
  'confidence',
  'examples',
  'valid',
  'invalid',
  'fixed',
  'decisionTable',
  'file',
  'legalTexts',
] as const;

const FUNCTIONS = [...new Set([...EXPRESSION_FUNCTIONS.map(({ name }) => name), 'has', 'khop', 'today', 'national'])];

/** Every word that a rule set may hold, rules first. */
export function completionsOf(
  rules: readonly RuleLine[],
  language: Language,
  t: (key: string) => string,
): readonly Completion[] {
  return [
    ...rules.map(({ id, title }) => ({ word: id, about: title })),
    ...WEIGHTS.map((word) => ({ word, about: t(`knowledge.weight.${word}`) })),
    ...FIELD_KEYS.map((word) => ({ word, about: FIELDS[word][language] })),
    ...DATASET_IDS.map((word) => ({ word, about: DATASETS[word][language] })),
    ...FUNCTIONS.map((word) => ({
      word,
      about: EXPRESSION_FUNCTIONS.find(({ name }) => name === word)?.[language] ?? t('knowledge.complete.function'),
    })),
    ...KEYS.map((word) => ({ word, about: t('knowledge.complete.key') })),
  ];
}

/** What stands before the caret of the word that is being written. */
export function wordBefore(text: string, caret: number): WordBefore {
  const word = /[\p{L}\p{N}_-]*$/u.exec(text.slice(Math.max(0, caret - 60), caret))![0];
  return { start: caret - word.length, text: word };
}

/** Completions that fit what was written: those that begin with it, then those that hold it, also in their explanation. */
export function fitting(completions: readonly Completion[], written: string): readonly Completion[] {
  const wanted = searchKey(written);
  const begins = written.toLowerCase();
  const rank = ({ word, about }: Completion): number => {
    const lower = word.toLowerCase();
    if (lower.startsWith(begins)) return 0;
    if (lower.includes(begins)) return 1;
    return wanted !== '' && searchKey(about).includes(wanted) ? 2 : 3;
  };
  return completions
    .map((completion) => ({ completion, rank: rank(completion) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_SHOWN)
    .map(({ completion }) => completion);
}
