import { distance } from 'fastest-levenshtein';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import { keyOfHeading } from './headingKeys.ts';
import { OPERATION_HEADINGS } from './operationHeadings.ts';
import { PROCEDURE_HEADINGS } from './procedureHeadings.ts';
import type { MappingEvidence } from './reading.ts';

/** A field that a heading may mean. */
export interface HeadingCandidate {
  readonly field: FieldKey;
  /** 0 … 1, from the heading alone. */
  readonly confidence: number;
  readonly evidence: MappingEvidence;
  /** Whether the heading stands for several fields, so that kind and content must decide. */
  readonly ambiguous: boolean;
}

interface Entry {
  readonly field: FieldKey;
  readonly general: boolean;
}

/** Confidence of a heading that is in the list, names one field, or is general or shared by several fields. */
const CERTAIN = 0.95;
const SHARED = 0.85;
const GENERAL = 0.7;
/** Confidence lost by leaving something of the heading out, and by reading only its first words. */
const TRIMMED = 0.9;
const FIRST_WORDS = 0.65;

/** Longer headings are sentences; comparing them letter by letter would only cost time. */
const LONGEST_KEY = 80;
const LONGEST_HEADING = 200;
const LONGEST_WITH_KNOWN_START = 60;

let index: ReadonlyMap<string, readonly Entry[]> | undefined;

function headingIndex(): ReadonlyMap<string, readonly Entry[]> {
  if (index !== undefined) return index;
  const entries = new Map<string, Entry[]>();
  for (const list of [PROCEDURE_HEADINGS, OPERATION_HEADINGS]) {
    for (const [field, spellings] of Object.entries(list)) {
      // The field's own key and name are headings too: exports of other programs use them, and so do ours.
      for (const spelling of [...spellings.split(/[|\n]/), field, FIELDS[field as FieldKey].vi]) {
        const key = keyOfHeading(spelling);
        const fields = entries.get(key) ?? [];
        if (key === '' || fields.some((entry) => entry.field === field)) continue;
        fields.push({ field: field as FieldKey, general: spelling.trimEnd().endsWith('?') });
        entries.set(key, fields);
      }
    }
  }
  index = entries;
  return entries;
}

const toCandidates = (entries: readonly Entry[], evidence: MappingEvidence, factor = 1): HeadingCandidate[] =>
  entries.map(({ field, general }) => ({
    field,
    confidence: factor * (general ? GENERAL : entries.length > 1 ? SHARED : CERTAIN),
    evidence,
    ambiguous: entries.length > 1,
  }));

/** Fields whose list holds exactly this heading key (see `keyOfHeading`), best first; empty when none does. */
export const fieldsOfKey = (key: string, evidence: MappingEvidence = 'heading'): HeadingCandidate[] =>
  toCandidates(headingIndex().get(key) ?? [], evidence);

/** Fields that a heading means by its spelling. `path` is the heading with its parents, parents first, e.g.
 *  `['Quyết định công bố', 'Ngày']`; a child that says little alone is read together with its parent. */
export function fieldsOfHeading(path: readonly string[]): HeadingCandidate[] {
  // A part in brackets is a unit or a remark: "Thời hạn" over "(ngày làm việc)".
  const told = path.filter((part) => !/^\([^()]*\)$/.test(part));
  const keys = (told.length > 0 ? told : path)
    .map(keyOfHeading)
    .filter((key) => key !== '' && key.length <= LONGEST_KEY);
  const leaf = keys.at(-1);
  if (leaf === undefined) return [];
  const own = fieldsOfKey(leaf);
  const joined = keys
    .slice(0, -1)
    .flatMap((parent) => [leaf + parent, parent + leaf])
    .flatMap((key) => fieldsOfKey(key, 'parentHeading'));
  return best([...joined, ...own]);
}

/** Fields that a heading not in the list resembles: the same without its brackets or number, one or two letters off, or
 *  a listed heading followed by more words. Never as sure as the listed heading itself. */
export function fieldsResembling(heading: string): HeadingCandidate[] {
  const key = keyOfHeading(heading);
  if (key.length < 4 || key.length > LONGEST_KEY || heading.length > LONGEST_HEADING) return [];
  const bare = keyOfHeading(heading.replace(/\([^()]*\)|^trong đó\s*:?/gi, ' ').replace(/[\s\d.:*]+$/, ''));
  const trimmed = bare === key ? [] : (headingIndex().get(bare) ?? []);
  if (trimmed.length > 0) return best(toCandidates(trimmed, 'similarHeading', TRIMMED));
  return best([...misspelled(bare === '' ? key : bare), ...eitherOf(heading), ...startingWith(heading)]);
}

function misspelled(key: string): HeadingCandidate[] {
  if (key.length < 6) return [];
  const allowed = key.length < 12 ? 1 : 2;
  const found: HeadingCandidate[] = [];
  for (const [listed, entries] of headingIndex()) {
    if (Math.abs(listed.length - key.length) > allowed || listed.length < 6) continue;
    const edits = distance(listed, key);
    if (edits > allowed) continue;
    const specific = entries.filter((entry) => !entry.general);
    found.push(...toCandidates(specific, 'similarHeading', SHARED - edits / key.length));
  }
  return found;
}

/** "CCCD/Số định danh": one of several names written beside each other. */
function eitherOf(heading: string): HeadingCandidate[] {
  const names = heading.split('/');
  if (names.length < 2) return [];
  return names.flatMap((name) => {
    const specific = (headingIndex().get(keyOfHeading(name)) ?? []).filter((entry) => !entry.general);
    return toCandidates(specific, 'similarHeading', TRIMMED);
  });
}

function startingWith(heading: string): HeadingCandidate[] {
  // A short start of a long sentence says nothing of what the sentence is about.
  if (heading.length > LONGEST_WITH_KNOWN_START) return [];
  let key = '';
  let found: HeadingCandidate[] = [];
  for (const word of heading.split(/[\s/,;:()–-]+/)) {
    key += keyOfHeading(word);
    const specific = (headingIndex().get(key) ?? []).filter((entry) => !entry.general);
    if (key.length >= 6 && specific.length > 0) found = toCandidates(specific, 'similarHeading', FIRST_WORDS);
  }
  return found;
}

/** One candidate per field, the surest first; equals keep their order. */
export function best(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const byField = new Map<FieldKey, HeadingCandidate>();
  for (const candidate of candidates) {
    const known = byField.get(candidate.field);
    if (known === undefined || known.confidence < candidate.confidence) byField.set(candidate.field, candidate);
  }
  return [...byField.values()].sort((a, b) => b.confidence - a.confidence);
}
