import type { CauseKind } from './cause.ts';

/** Causes that a rule's message names by itself, per column: whoever writes `TXT-02.legacy` has seen an old font. */
export const DEFECTS = [
  'legacyFont',
  'misreadEncoding',
  'turnedToNumbers',
  'dateSerials',
  'monthFirst',
  'decomposed',
  'hiddenCharacters',
  'strayBlanks',
  'lookAlikes',
  'wrongD',
  'localCodes',
  'formerNames',
  'linkHost',
] as const satisfies readonly CauseKind[];

/** A cause that a message names. */
export type NamedDefect = (typeof DEFECTS)[number];

/** The messages that name each, as `<rule>.<message>`; `*` stands for all of a rule's. */
export const NAMING_MESSAGES: Readonly<Record<NamedDefect, readonly string[]>> = {
  legacyFont: ['TXT-02.*'],
  misreadEncoding: ['TXT-08.*'],
  turnedToNumbers: [
    'FMT-03.*',
    'FMT-06.number',
    'ACC-01.digitsLost',
    'ACC-01.date',
    'ACC-01.numberCell',
    'ACC-07.lostZero',
    'ACC-08.lostZero',
    'ACC-09.lostZero',
    'ACC-14.chapterZero',
    'ADM-03.lostZero',
    'USR-01.lostZeros',
    'USR-04.lostZero',
    'DUE-01.dateCell',
    'FEE-01.dateCell',
  ],
  dateSerials: ['FMT-15.serial'],
  monthFirst: ['FMT-15.monthFirst'],
  decomposed: ['TXT-01.*'],
  hiddenCharacters: ['TXT-03.*'],
  strayBlanks: ['TXT-04.*'],
  lookAlikes: ['TXT-05.*'],
  wrongD: ['TXT-06.*'],
  localCodes: ['FMT-02.local'],
  formerNames: [
    'ADM-01.former',
    'ADM-02.former',
    'ADM-02.split',
    'ADM-02.otherLevel',
    'ADM-03.formerCode',
    'ADM-04.*',
    'ADM-05.*',
    'ADM-06.becameCity',
    'ADM-07.*',
    'ACC-10.former',
    'ACC-12.formerUnit',
    'ROW-02.district',
    'WFL-08.*',
  ],
  linkHost: ['URL-01.notSecure', 'URL-01.foreignHost', 'URL-02.*', 'URL-06.*', 'URL-07.*', 'FMT-16.oldForm'],
};

const DEFECT_OF: ReadonlyMap<string, number> = new Map(
  DEFECTS.flatMap((kind, index) => NAMING_MESSAGES[kind].map((message): [string, number] => [message, index])),
);

/** Index into {@link DEFECTS} of what a rule's message names, or -1. */
export const namedDefect = (ruleId: string, message: string): number =>
  DEFECT_OF.get(`${ruleId}.${message}`) ?? DEFECT_OF.get(`${ruleId}.*`) ?? -1;
