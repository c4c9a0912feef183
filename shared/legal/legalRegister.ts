import { formatDate } from '../domain/calendarDate.ts';
import type { LegalBasis } from '../engine/finding.ts';
import { translate, type Language } from '../i18n/index.ts';
import { LEGAL_TEXTS, type LegalText } from './legalTexts.ts';

/** How a text stands on a day. */
export type Standing = 'inForce' | 'predecessor' | 'ended' | 'notYet';

/** A change that a rule set makes to the table: a new text, or fields of a known one. */
export type LegalTextChange = Partial<LegalText> & Pick<LegalText, 'number'>;

/** Number of a document as the table has it, however it is cited: "NĐ 63/2010/NĐ-CP" → `63/2010/nđ-cp`. */
const keyOf = (doc: string): string => {
  const from = doc.search(/\d/);
  return (from < 0 ? doc : doc.slice(from)).trim().toLowerCase();
};

/** The legal texts that are known to a run. */
export class LegalRegister {
  readonly #texts = new Map<string, LegalText>();

  /** @param changes  upper levels first; the last writer wins per field */
  constructor(texts: readonly LegalText[] = LEGAL_TEXTS, changes: readonly LegalTextChange[] = []) {
    for (const text of texts) this.#texts.set(keyOf(text.number), text);
    for (const change of changes) {
      const key = keyOf(change.number);
      const known = this.#texts.get(key);
      this.#texts.set(
        key,
        known === undefined ? { title: '', ...change } : { ...known, ...change, number: known.number },
      );
    }
  }

  /** The text that a citation means; undefined when the table lacks it. */
  find(doc: string): LegalText | undefined {
    return this.#texts.get(keyOf(doc));
  }

  /** Every text, in the order of the table. */
  all(): Iterable<LegalText> {
    return this.#texts.values();
  }

  /** How a text stands on a day (ISO); undefined for a text that is not in the table. */
  standingOn(doc: string, day: string): Standing | undefined {
    const text = this.find(doc);
    if (text === undefined) return undefined;
    if (text.from !== undefined && day < text.from) return 'notYet';
    if (text.until !== undefined && day > text.until) return 'ended';
    return text.predecessor === true ? 'predecessor' : 'inForce';
  }

  /** The bases of a rule as they stand on a day: with a note where a text has ended, is replaced or does not hold yet. A
   *  basis that is cited because it ended keeps no note. */
  basesOn(legal: readonly LegalBasis[], day: string): readonly LegalBasis[] {
    if (legal.length === 0) return legal;
    return legal.map((basis) => {
      const text = this.find(basis.doc);
      const standing = basis.past === true ? undefined : this.standingOn(basis.doc, day);
      if (text === undefined || standing === undefined || standing === 'inForce') return basis;
      return {
        ...basis,
        standing,
        ...(standing === 'notYet' ? { since: text.from! } : {}),
        ...(standing === 'ended' ? { since: text.until! } : {}),
        ...(standing !== 'notYet' && text.replacedBy !== undefined ? { replacedBy: text.replacedBy } : {}),
      };
    });
  }
}

/** A basis as people read it: "Điều 8 khoản 2 NĐ 63/2010/NĐ-CP", with a note about a text that does not hold. */
export function formatLegalBasis(
  { doc, article, standing, since, replacedBy }: LegalBasis,
  language: Language,
): string {
  const cited = `${article} ${doc}`.trim();
  if (standing === undefined) return cited;
  const date = since === undefined ? '' : formatDate({ iso: since });
  const note =
    replacedBy === undefined
      ? translate(language, `legal.${standing}`, { date })
      : translate(language, `legal.${standing}.replaced`, { date, text: replacedBy });
  return `${cited} (${note})`;
}

/** All bases of a rule or finding in one text. */
export const formatLegalBases = (legal: readonly LegalBasis[], language: Language): string =>
  legal.map((basis) => formatLegalBasis(basis, language)).join('; ');
