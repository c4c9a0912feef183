/** A stretch of a text that the other text has too, or hasn't. */
export interface DiffPart {
  readonly text: string;
  readonly same: boolean;
}

/** Two texts side by side, each cut into parts that both have and parts of its own. */
export interface CharacterDiff {
  readonly left: readonly DiffPart[];
  readonly right: readonly DiffPart[];
  /** How much of the longer text both have, 0 … 1. */
  readonly likeness: number;
}

/** Above this many pairs of characters the middle of two texts is taken as wholly different: nobody reads marks in it. */
const MOST_PAIRS = 250_000;

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Characters as a person counts them: a letter with its marks is one. */
export const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Compares two texts by the longest sequence of characters that both have. Spellings of a letter with different code points
 *  (composed, decomposed, look-alikes) are different characters. */
export function characterDiff(left: string, right: string): CharacterDiff {
  const a = graphemes(left);
  const b = graphemes(right);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const shared = commonPlaces(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const isSame = (size: number, own: ReadonlySet<number>) => (at: number) =>
    at < head || at >= size - tail || own.has(at - head);
  const longer = Math.max(a.length, b.length);
  return {
    left: joined(a, isSame(a.length, shared.left)),
    right: joined(b, isSame(b.length, shared.right)),
    likeness: longer === 0 ? 1 : (head + tail + shared.left.size) / longer,
  };
}

function commonPlaces(
  a: readonly string[],
  b: readonly string[],
): { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> } {
  const left = new Set<number>();
  const right = new Set<number>();
  if (a.length * b.length > MOST_PAIRS) return { left, right };
  const width = b.length + 1;
  // lengths[i * width + j]: longest common sequence of a from i and b from j.
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      left.add(i++);
      right.add(j++);
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return { left, right };
}

function joined(characters: readonly string[], isSame: (at: number) => boolean): DiffPart[] {
  const parts: { text: string; same: boolean }[] = [];
  characters.forEach((character, at) => {
    const same = isSame(at);
    const last = parts.at(-1);
    if (last?.same === same) last.text += character;
    else parts.push({ text: character, same });
  });
  return parts;
}
