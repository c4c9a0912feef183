import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Packed content of one part of an archive. */
export interface PackedContent {
  readonly pieces: readonly Uint8Array[];
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
}

const BLOCK = 1 << 20;

/** Packs a part that is written piece by piece, holding one block of it unpacked. Blocks are deflated on their own and end
 *  on a byte, so that their concatenation is one deflate stream (RFC 1951, 3.2.4; zlib's sync flush). */
export class DeflatedPart {
  readonly #block = new Uint8Array(BLOCK);
  readonly #pieces: Uint8Array[] = [];
  #filled = 0;
  #packedSize = 0;
  #size = 0;
  #crc = 0;

  /** Appends bytes; they are copied. */
  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const length = Math.min(BLOCK - this.#filled, bytes.length - from);
      this.#block.set(bytes.subarray(from, from + length), this.#filled);
      this.#filled += length;
      from += length;
      if (this.#filled === BLOCK) this.#flush(constants.Z_SYNC_FLUSH);
    }
  }

  /** Appends text as UTF-8. */
  writeText(text: string): void {
    this.write(Buffer.from(text, 'utf8'));
  }

  /** Ends the part. */
  finish(): PackedContent {
    this.#flush(constants.Z_FINISH);
    return { pieces: this.#pieces, packedSize: this.#packedSize, size: this.#size, crc: this.#crc };
  }

  #flush(finishFlush: number): void {
    const block = this.#block.subarray(0, this.#filled);
    const packed = deflateRawSync(block, { finishFlush });
    this.#crc = crc32(block, this.#crc);
    this.#size += block.length;
    this.#packedSize += packed.length;
    this.#pieces.push(packed);
    this.#filled = 0;
  }
}

/** Packs a part that is there as a whole. */
export function packed(content: Uint8Array | string): PackedContent {
  const part = new DeflatedPart();
  if (typeof content === 'string') part.writeText(content);
  else part.write(content);
  return part.finish();
}
