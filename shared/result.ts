/** An error as a value: a key of the message catalogue (`shared/i18n`) and the values its text needs.
 *  Text is drawn at the edge, in the user's language. */
export interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Outcome of an operation that can fail for a reason the user should read. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Fault };

/** A successful outcome. */
export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failed outcome, named by a message key such as `file.encrypted`. */
export const fail = (code: string, params: Fault['params'] = {}): { readonly ok: false; readonly error: Fault } => ({
  ok: false,
  error: { code, params },
});
