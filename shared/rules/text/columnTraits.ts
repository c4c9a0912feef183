import { encodingOfFont, legacyEncodingOf, type FoundEncoding } from '../../domain/legacyEncoding.ts';
import { legacyFontOf } from '../../domain/legacyFonts.ts';
import { mayBeMojibake } from '../../domain/mojibake.ts';
import { findToneStyles } from '../../domain/tonePlacement.ts';
import { cleanLines, mayNeedCleaning } from '../../domain/vietnameseText.ts';
import type { RuleContext } from '../../engine/rule.ts';
import type { TableColumn } from '../../table/table.ts';
import { onceFor } from '../onceFor.ts';
import { findConfusedPhrase } from './confusedPhrases.ts';

// One bit per trait, because every distinct text of a run keeps its traits.
const BITS = {
  /** A character, or a place of a blank, that clean text seldom has. */
  unusual: 1,
  /** A sequence of letters as UTF-8 shows in another encoding. */
  misread: 2,
  /** A phrase that recognition or a slip of the mark leaves. */
  confused: 4,
  /** Tone marks in the old place (hòa), in the new one (hoà), both within one text. */
  oldTones: 8,
  newTones: 16,
  mixedTones: 32,
  beyondAscii: 64,
} as const;

/** What a text rule looks for; where no text has it, the rule has nothing to do. */
export type TextTrait = keyof typeof BITS;

/** What the distinct texts of a column are like. */
export interface ColumnTraits {
  /** Whether any text has the trait. */
  has(trait: TextTrait): boolean;
  /** Number of distinct texts that keep to one place of the tone mark. */
  readonly tones: { readonly old: number; readonly new: number };
  /** Old encoding that the column is in. */
  readonly legacy: ColumnEncoding | undefined;
}

/** The one decision about a column's encoding. */
export interface ColumnEncoding extends FoundEncoding {
  /** The font that told it; null where only the readable syllables did. */
  readonly font: string | null;
  /** Whether it holds for all texts, or only for those that wear a font of the encoding: the rest is in Unicode. */
  readonly of: 'column' | 'font';
}

/** A distinct text with letters beyond ASCII, and its font where that is one of before Unicode. */
interface OddText {
  readonly text: string;
  readonly font: string | undefined;
}

/** Looks through a column once, for all text rules; a text that other tables hold too is looked at once per run. */
export function traitsOf(column: TableColumn, context: Pick<RuleContext, 'memo'>): ColumnTraits {
  return context.memo(traitsOf, () => {
    const known = new Map<string, number>();
    return onceFor((asked: TableColumn) => lookThrough(asked, known));
  })(column);
}

/** Whether a column is in a one-byte encoding of before Unicode. UTF-8 read as Windows-1252 is told cell by cell. */
export function isLegacyColumn(column: TableColumn, context: Pick<RuleContext, 'memo'>): boolean {
  const { legacy } = traitsOf(column, context);
  return legacy !== undefined && legacy.encoding !== 'utf8as1252' && legacy.of === 'column';
}

function lookThrough(column: TableColumn, known: Map<string, number>): ColumnTraits {
  const tones = { old: 0, new: 0 };
  const beyondAscii: OddText[] = [];
  let all = 0;
  for (let code = 1; code < column.distinct; code += 1) {
    if (!column.isText(code)) continue;
    const { text, font } = column.value(code);
    let traits = known.get(text);
    if (traits === undefined) known.set(text, (traits = readTraits(text)));
    all |= traits;
    if ((traits & BITS.beyondAscii) !== 0) beyondAscii.push({ text, font });
    if ((traits & (BITS.oldTones | BITS.newTones)) !== 0 && (traits & BITS.mixedTones) === 0) {
      tones[(traits & BITS.oldTones) === 0 ? 'new' : 'old'] += 1;
    }
  }
  return {
    has: (trait) => (all & BITS[trait]) !== 0,
    tones,
    legacy: legacyOf(beyondAscii),
  };
}

function readTraits(typed: string): number {
  const clean = cleanLines(typed);
  const styles = findToneStyles(clean);
  const old = styles.some(({ style }) => style === 'old');
  const modern = styles.some(({ style }) => style === 'new');
  return (
    (mayNeedCleaning(typed) ? BITS.unusual : 0) |
    (mayBeMojibake(typed) ? BITS.misread : 0) |
    (findConfusedPhrase(clean) === undefined ? 0 : BITS.confused) |
    (old ? BITS.oldTones : 0) |
    (modern ? BITS.newTones : 0) |
    (old && modern ? BITS.mixedTones : 0) |
    (/[^\0-\x7F]/.test(typed) ? BITS.beyondAscii : 0)
  );
}

const SAMPLE = 200;
const MOST_VALUES = 3000;

/** The font that most texts wear is looked at first; what the texts read as decides where no font does. */
function legacyOf(texts: readonly OddText[]): ColumnEncoding | undefined {
  const byFont = encodingByFont(texts);
  if (byFont !== undefined) return byFont;
  const found = encodingBySyllables(texts.map(({ text }) => text));
  return found === undefined ? undefined : { ...found, font: null, of: 'column' };
}

function encodingByFont(texts: readonly OddText[]): ColumnEncoding | undefined {
  const dressed = texts.filter(({ font }) => font !== undefined);
  if (dressed.length === 0) return undefined;
  const byEncoding = [...Map.groupBy(dressed, ({ font }) => legacyFontOf(font!)?.encoding)];
  const [encoding, own] = byEncoding.reduce((most, one) => (one[1].length > most[1].length ? one : most));
  if (encoding === undefined) return undefined;
  const values = own.slice(0, MOST_VALUES).map(({ text }) => text);
  const found = encodingOfFont(values, encoding);
  if (found === undefined) return undefined;
  return { ...found, font: own[0]!.font!, of: own.length * 2 >= texts.length ? 'column' : 'font' };
}

/** A few hundred values, taken all over the column, show that it is in Unicode, as nearly all are; only where they do not
 *  is the encoding worked out of thousands. */
function encodingBySyllables(texts: readonly string[]): FoundEncoding | undefined {
  if (texts.length > SAMPLE) {
    const step = texts.length / SAMPLE;
    const sample = Array.from({ length: SAMPLE }, (_, index) => texts[Math.floor(index * step)]!);
    if (legacyEncodingOf(sample) === undefined) return undefined;
  }
  return legacyEncodingOf(texts.slice(0, MOST_VALUES));
}
