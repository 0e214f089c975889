import { FAILURE_CODES, type FailureCode } from '../../shared/ipc/reply.ts';

/**
 * Something that the main process owns, as far as it is known here. `changing` still shows the last
 * value while one for another range is on its way; `failed` may have a last value too.
 */
export type Remote<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'changing'; readonly value: T }
  | { readonly status: 'failed'; readonly code: FailureCode; readonly value: T | undefined };

export const LOADING = { status: 'loading' } as const satisfies Remote<never>;

/** The value that is known, be it an older one. */
export function valueOf<T>(remote: Remote<T>): T | undefined {
  return remote.status === 'loading' ? undefined : remote.value;
}

/**
 * A value that has just been fetched. Where it says what is known already, it is the very same object as
 * before, so that nothing is drawn anew; so is each part of it, so that nothing is but what has changed.
 */
export function ready<T>(before: Remote<T>, value: T): Remote<T> {
  const isSame = keepEqualParts(valueOf(before), value);
  return isSame && before.status === 'ready' ? before : { status: 'ready', value };
}

/**
 * Puts the parts of an older value in place of those in a new one that are equal to them.
 *
 * @returns whether the whole is equal.
 */
function keepEqualParts(before: unknown, value: unknown): boolean {
  if (Object.is(before, value)) return true;
  if (!isStructure(before) || !isStructure(value)) return false;
  if (Array.isArray(before) !== Array.isArray(value)) return false;
  const keys = Object.keys(value);
  let isSame = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const part: unknown = Reflect.get(before, key);
    if (!Object.hasOwn(before, key) || !keepEqualParts(part, Reflect.get(value, key))) {
      isSame = false;
    } else if (isStructure(part)) Reflect.set(value, key, part);
  }
  return isSame;
}

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The same value, marked as being replaced by one for another range. */
export function changing<T>(remote: Remote<T>): Remote<T> {
  const value = valueOf(remote);
  return value === undefined ? LOADING : { status: 'changing', value };
}

/** A failure that keeps the last value. */
export function failed<T>(remote: Remote<T>, error: unknown): Remote<T> {
  return { status: 'failed', code: failureCode(error), value: valueOf(remote) };
}

/** Why a call failed; `internal` where the error does not say. */
export function failureCode(error: unknown): FailureCode {
  const name: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'name') : undefined;
  return FAILURE_CODES.find((code) => code === name) ?? 'internal';
}

/**
 * Runs a task at most once at a time. A call while it runs makes it run once more afterwards, so
 * that many signals in a row cost two runs and the last state is always the one that is fetched.
 */
export function coalesce(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const start = (): Promise<void> => {
    again = false;
    running = task()
      .finally(() => {
        running = undefined;
      })
      .then(() => (again ? start() : undefined));
    return running;
  };
  return () => {
    if (!running) return start();
    again = true;
    return running;
  };
}
