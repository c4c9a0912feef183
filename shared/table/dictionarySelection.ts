import { PackedDictionary, STORED, type TransferableDictionary } from './cellDictionary.ts';
import { ExtendedDictionary } from './extendedDictionary.ts';
import type { CellDictionary } from './sheet.ts';

/** Codes of a dictionary that are in use. */
export interface UsedCodes {
  readonly dictionary: CellDictionary;
  readonly codes: Uint32Array;
}

/** Some values of a dictionary as a dictionary of their own. */
export interface DictionarySelection {
  readonly dictionary: TransferableDictionary;
  /** For each list that was given, the codes of the same values in the new dictionary. */
  readonly codes: readonly Uint32Array<ArrayBuffer>[];
}

/** Copies the values that are in use out of a dictionary that one of our readers made, and out of its extensions (by
 *  intake, by edits); no cell is made for what the reader found. Values keep their order.
 *
 *  @throws TypeError  for dictionaries of another make, whose values are not bytes, or of several files */
export function selectCells(used: readonly UsedCodes[]): DictionarySelection {
  const packed = packedOf(used);
  const source = packed.toTransferable();
  const sourceEnds = new Uint32Array(source.ends);
  const { renumbered, size: chosen } = renumber(used, packed.size);
  const added = addedTexts(used, packed.size);
  const size = chosen + added.texts.length;

  const ends = new Uint32Array(size);
  const kinds = new Uint8Array(size).fill(STORED.text);
  const formats = new Uint16Array(size);
  const sourceKinds = new Uint8Array(source.kinds);
  const sourceFormats = new Uint16Array(source.formats);
  let end = 0;
  for (let code = 1; code < renumbered.length; code += 1) {
    const own = renumbered[code]!;
    if (own === 0) continue;
    end += sourceEnds[code]! - sourceEnds[code - 1]!;
    ends[own] = end;
    kinds[own] = sourceKinds[code]!;
    formats[own] = sourceFormats[code]!;
  }
  added.texts.forEach((text, at) => {
    end += text.length;
    ends[chosen + at] = end;
  });
  const arena = new Uint8Array(end);
  const bytes = new Uint8Array(source.arena);
  // Values that stand side by side, as most of them do, are copied at once.
  for (let code = 1; code < renumbered.length; code += 1) {
    if (renumbered[code] === 0) continue;
    const first = code;
    while (code + 1 < renumbered.length && renumbered[code + 1] !== 0) code += 1;
    arena.set(bytes.subarray(sourceEnds[first - 1], sourceEnds[code]), ends[renumbered[first]! - 1]);
  }
  added.texts.forEach((text, at) => arena.set(text, ends[chosen + at - 1]));

  const { formatCodes, fonts, date1904 } = source;
  const buffers = { arena: arena.buffer, ends: ends.buffer, kinds: kinds.buffer, formats: formats.buffer };
  return {
    dictionary: { ...buffers, formatCodes, fonts, date1904 },
    codes: used.map(({ dictionary, codes }) => {
      const own = new Uint32Array(codes.length);
      for (let at = 0; at < codes.length; at += 1) {
        const code = codes[at]!;
        own[at] = code < packed.size ? renumbered[code]! : chosen + added.indexOf(dictionary, code);
      }
      return own;
    }),
  };
}

/** The one dictionary of a reader below all that are given. */
function packedOf(used: readonly UsedCodes[]): PackedDictionary {
  const roots = new Set(used.map(({ dictionary }) => rootOf(dictionary)));
  const [root] = roots;
  if (roots.size !== 1 || !(root instanceof PackedDictionary)) {
    throw new TypeError('only values of one reader’s dictionary can be packed');
  }
  return root;
}

function rootOf(dictionary: CellDictionary): CellDictionary {
  let root = dictionary;
  while (root instanceof ExtendedDictionary) root = root.base;
  return root;
}

/** The new code behind each code below `size`; 0 for the blank cell and for what is not in use. */
function renumber(
  used: readonly UsedCodes[],
  size: number,
): { readonly renumbered: Uint32Array; readonly size: number } {
  const renumbered = new Uint32Array(size);
  // Codes beyond the end are of extensions; a typed array ignores them.
  for (const { codes } of used) for (const code of codes) renumbered[code] = 1;
  renumbered[0] = 0;
  let next = 1;
  for (let code = 1; code < size; code += 1) if (renumbered[code] === 1) renumbered[code] = next++;
  return { renumbered, size: next };
}

/** Texts in use that extensions hold beyond the first `size` codes. */
function addedTexts(
  used: readonly UsedCodes[],
  size: number,
): { readonly texts: readonly Uint8Array[]; indexOf(dictionary: CellDictionary, code: number): number } {
  const texts: Uint8Array[] = [];
  const indexes = new Map<CellDictionary, Map<number, number>>();
  for (const { dictionary, codes } of used) {
    if (dictionary.size === size) continue;
    let known = indexes.get(dictionary);
    if (known === undefined) indexes.set(dictionary, (known = new Map()));
    for (const code of codes) {
      if (code < size || known.has(code)) continue;
      known.set(code, texts.push(encoder.encode(dictionary.cell(code).text)) - 1);
    }
  }
  return { texts, indexOf: (dictionary, code) => indexes.get(dictionary)!.get(code)! };
}

const encoder = new TextEncoder();
