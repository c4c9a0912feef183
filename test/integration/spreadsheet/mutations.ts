import { buildZip } from '../../workbooks.ts';

/** A stream of random numbers that a seed repeats (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b_79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** A file as its parts, so that a part can be changed and the archive around it stays sound. */
export interface Package {
  readonly parts: readonly (readonly [name: string, content: Uint8Array])[];
}

/** One damaged or hostile variant of a package. */
export function mutatePackage({ parts }: Package, chance: Chance): Uint8Array {
  const changed = parts.map(([name, content]) => ({ name, content }));
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const part = chance.pick(changed);
    part.content = chance.pick(PART_MUTATIONS)(Buffer.from(part.content), chance);
  }
  if (chance.below(8) === 0) changed.splice(chance.below(changed.length), 1);
  if (chance.below(8) === 0) changed.push({ ...chance.pick(changed), name: chance.pick(changed).name });
  if (chance.below(8) === 0) chance.pick(changed).name = chance.pick(ODD_NAMES);
  const bytes = buildZip(
    changed.map((part) => ({
      ...part,
      ...(chance.below(80) === 0 ? { declaredSize: chance.pick(ODD_SIZES) } : {}),
      ...(chance.below(100) === 0 ? { crc: 1 } : {}),
    })),
    { stored: chance.below(2) === 0 },
  );
  return chance.below(8) === 0 ? mutateBytes(bytes, chance) : bytes;
}

/** One damaged variant of any bytes: changed, cut, doubled, with the numbers of its headers replaced. */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  let changed: Buffer = Buffer.from(bytes);
  for (let times = 1 + chance.below(4); times > 0; times--) changed = chance.pick(BYTE_MUTATIONS)(changed, chance);
  return changed;
}

type Mutation = (bytes: Buffer, chance: Chance) => Buffer;

const ODD_NAMES = ['../../x', 'C:\\x', '/xl/workbook.xml', 'XL/WORKBOOK.XML', '', '\0', 'xl/worksheets/', '%2e%2e/x'];
const ODD_SIZES = [0, 1, 1000, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff];
const ODD_VALUES = [
  '', '0', '-1', '1', '99', '16384', '16385', '65536', '1048576', '1048577', '2147483648', '4294967296', '1e999', 'NaN',
  '9'.repeat(400), 'A0', 'A1', 'XFD1048576', 'XFE1', 'AAAAAAAAA1', 'A1:XFD1048576', '$A$1:$B$2', '#REF!', 's', 'inlineStr',
  'str', 'd', 'true', '../../../etc/passwd', 'http://example.invalid/', '&#0;', '&#x110000;', '&a;', '_x0000_', '_xD800_',
  '\uFFFE', 'dd/mm/yyyy', '0'.repeat(300), '[h]:mm', ';;;', '"', '[',
]; // prettier-ignore
const ODD_MARKUP = [
  '<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a>', '&', '</row>', '<row>', '<c>', '</c>',
  '<v>', '</v>', '<f>', '<is><t>', '</t></is>', '</sheetData>', '<sheetData>', '<si>', '</si>', '</worksheet>', '"', "'", '=',
  '\0', '\r', '\uFEFF', '<x:c>', '<c r="A1" t="s"><v>999999999999</v></c>', '<mergeCell ref="A1:XFD1048576"/>',
]; // prettier-ignore

const put = (bytes: Buffer, at: number, length: number, text: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), text, bytes.subarray(at + length)]);

const changeByte: Mutation = (bytes, chance) => {
  if (bytes.length > 0) bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
};
const cutSlice: Mutation = (bytes, chance) =>
  put(bytes, chance.below(bytes.length + 1), chance.below(200), Buffer.alloc(0));
const cutEnd: Mutation = (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1));
const doubleSlice: Mutation = (bytes, chance) => {
  const at = chance.below(bytes.length + 1);
  const slice = bytes.subarray(at, at + 1 + chance.below(400));
  const times = chance.pick([1, 2, 1000]);
  return put(bytes, at, 0, Buffer.concat(Array.from({ length: times }, () => slice)));
};
const moveSlice: Mutation = (bytes, chance) => {
  const at = chance.below(bytes.length + 1);
  return put(bytes, chance.below(bytes.length + 1), 0, bytes.subarray(at, at + chance.below(200)));
};
const insertMarkup: Mutation = (bytes, chance) =>
  put(bytes, chance.below(bytes.length + 1), 0, Buffer.from(chance.pick(ODD_MARKUP)));

/** Puts an odd value where an attribute or a `<v>` has one. */
const replaceValue: Mutation = (bytes, chance) => {
  const values = [...bytes.toString('latin1').matchAll(/="([^"]*)"|<v>([^<]*)</g)];
  if (values.length === 0) return bytes;
  const found = chance.pick(values);
  const value = found[1] ?? found[2] ?? '';
  const at = found.index + found[0].indexOf(value, 2);
  return put(bytes, at, value.length, Buffer.from(chance.pick(ODD_VALUES)));
};

/** Writes a number of two or four bytes over one in a header of an archive, or anywhere. */
const replaceNumber: Mutation = (bytes, chance) => {
  const signature = chance.pick(['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', '']);
  const header = signature === '' ? chance.below(bytes.length + 1) : bytes.lastIndexOf(signature, undefined, 'latin1');
  const at = header + chance.below(46);
  if (header < 0 || at + 4 > bytes.length) return bytes;
  if (chance.below(2) === 0) bytes.writeUInt16LE(chance.pick([0, 1, 8, 9, 0xffff]), at);
  else bytes.writeUInt32LE(chance.pick(ODD_SIZES), at);
  return bytes;
};

const BYTE_MUTATIONS: readonly Mutation[] = [
  changeByte,
  cutSlice,
  cutEnd,
  doubleSlice,
  moveSlice,
  replaceNumber,
  replaceNumber,
];
const PART_MUTATIONS: readonly Mutation[] = [
  changeByte,
  cutSlice,
  cutEnd,
  doubleSlice,
  moveSlice,
  insertMarkup,
  insertMarkup,
  replaceValue,
  replaceValue,
  replaceValue,
];
