/** Why a call from the window was refused or failed. */
export const FAILURE_CODES = [
  'untrusted-sender',
  'invalid-args',
  'not-found',
  'not-saved',
  'cancelled',
  'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** What crosses from the main process: a value, or a code and a sentence without content. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode; readonly message: string };

/**
 * What a call of the window rejects with. A plain object: the bridge between preload and page copies
 * only the message of an Error.
 */
export interface CallFailure {
  readonly name: FailureCode;
  readonly message: string;
}
