/** A stretch of the text that was parsed: UTF-16 offsets, end exclusive. Lets a finding underline what it means. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a parser of `shared/domain` returns: a value, or a named reason with the first wrong stretch of the text. */
export type Parsed<T, Reason extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason; readonly span: Span };

/** A parsed value. */
export const parsed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A refusal: why, and which characters of the input are to blame. */
export const refused = <Reason extends string>(
  reason: Reason,
  start: number,
  end: number,
): { readonly ok: false; readonly reason: Reason; readonly span: Span } => ({
  ok: false,
  reason,
  span: { start, end },
});
