// What `shared` takes from the runtime beyond the language itself. Node and every browser have it; declared here in its
// smallest form, because the layer is compiled without the types of either.

interface TextDecoderLike {
  decode(bytes: Uint8Array): string;
}

interface TextEncoderLike {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare const TextDecoder: new (
  encoding: string,
  options?: { readonly ignoreBOM?: boolean; readonly fatal?: boolean },
) => TextDecoderLike;

declare const TextEncoder: new () => TextEncoderLike;

/** Says that something is not wanted any more. */
interface AbortSignal {
  readonly aborted: boolean;
}
