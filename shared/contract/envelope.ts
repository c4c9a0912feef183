import type { Fault } from '../result.ts';

/** What an answer says when it is no: a key of the message catalogue, and whether the same call may succeed later. */
export interface ContractFault extends Fault {
  readonly retryable: boolean;
}

/** Every answer is a value; no exception crosses a boundary. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ContractFault };

export const replied = <T>(value: T): Reply<T> => ({ ok: true, value });

/** @param retryable  the same call may succeed later without anything being changed */
export const refused = (
  code: string,
  params: Fault['params'] = {},
  retryable = false,
): { readonly ok: false; readonly error: ContractFault } => ({ ok: false, error: { code, params, retryable } });
