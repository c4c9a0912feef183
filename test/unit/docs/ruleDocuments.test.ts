import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleDocuments, rulesOfDemand } from '../../../scripts/rule-documents.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { LETTER_DEMANDS, LETTERS } from '../../../shared/rules/letterDemands.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../docs/rules');

describe('the rule pages', () => {
  test('are what the rules say today (npm run docs writes them)', () => {
    const wanted = ruleDocuments();
    expect(readdirSync(FOLDER).sort()).toEqual([...wanted.keys()].sort());
    const stale = [...wanted].filter(([name, text]) => readFileSync(path.join(FOLDER, name), 'utf8') !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });
});

describe('the demands of the five letters', () => {
  test('each have a rule, or a reason why data cannot answer them', () => {
    const unanswered = LETTER_DEMANDS.filter(
      (demand) => rulesOfDemand(demand).length === 0 && demand.notByData === undefined,
    );
    expect(unanswered.map(({ letter, paragraph }) => `${letter} ${paragraph}`)).toEqual([]);
  });

  test('name rules and letters that exist', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    const prefixes = new Set(RULES.map(({ id }) => id.slice(0, id.indexOf('-'))));
    const unknown = LETTER_DEMANDS.flatMap(({ rules }) => rules).filter(
      (name) => !ids.has(name) && !prefixes.has(name),
    );
    expect([...new Set(unknown)]).toEqual([]);
    expect(LETTER_DEMANDS.filter(({ letter }) => LETTERS[letter] === undefined)).toEqual([]);
  });

  test('cover every paragraph that a rule cites', () => {
    const letters = new Set(LETTER_DEMANDS.map(({ letter }) => letter));
    const cited = RULES.flatMap(({ asks }) => asks.map((ask) => ask.slice(0, 3)));
    expect(cited.filter((letter) => !letters.has(letter))).toEqual([]);
  });
});
