import { formatDate } from '../../domain/calendarDate.ts';
import { translate, type Language } from '../../i18n/index.ts';
import type { OfficialDocument } from '../pages/officialDocument.ts';
import { percentText } from '../pages/wording.ts';
import type { RoundProgress } from './compareRounds.ts';
import type { Readiness } from './readiness.ts';
import { matrixTable, progressTable } from './readinessTables.ts';

/** The readiness of a round as a page of its own, landscape.
 *  @param day  ISO date of the check */
export function readinessDocument(
  readiness: Readiness,
  progress: RoundProgress | null,
  round: string,
  day: string,
  language: Language,
): OfficialDocument {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    translate(language, `readiness.${key}`, params);
  return {
    title: say('title'),
    day,
    language,
    head: null,
    kind: say('title'),
    subject: say('subject', { round, day: formatDate(day) }),
    addressees: [],
    landscape: true,
    blocks: [
      { kind: 'paragraph', text: say('overall', { ready: percentText(readiness.ready) }) },
      matrixTable(readiness, language, Number.POSITIVE_INFINITY),
      { kind: 'paragraph', text: say('howCounted'), italic: true },
      ...(progress === null ? [] : [progressTable(progress, language, Number.POSITIVE_INFINITY)]),
    ],
    closing: null,
    annexes: [],
  };
}
