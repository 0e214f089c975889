import { UserError } from '../../shared/domain/user-error.ts';

/**
 * Why the stored data cannot be worked with: `damaged` is a database with bytes that are not right,
 * `foreign` one of another program, `newer` one of a later version of the product, and `unavailable`
 * something that may pass: a full disk, a folder closed to writing, a file that another program holds.
 */
export type StorageProblem = 'damaged' | 'foreign' | 'newer' | 'unavailable';

/** The stored data cannot be worked with, told in one sentence that says what to do. */
export class StorageError extends UserError {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** SQLite's primary result codes that tell of a file with wrong bytes: CORRUPT and NOTADB. */
const DAMAGED: readonly number[] = [11, 26];

/** SQLite's primary result codes for a lock that another connection has: BUSY and LOCKED. */
const HELD: readonly number[] = [5, 6];

/** The primary result code of an error of SQLite; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Whether SQLite found that a file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  return DAMAGED.includes(sqliteCode(error) ?? 0);
}

/** Whether another connection holds the lock that was asked for. */
export function isHeld(error: unknown): boolean {
  return HELD.includes(sqliteCode(error) ?? 0);
}

/**
 * Whether what failed may work later, as with a full disk: every error of the disk or of SQLite but
 * damage. A mistake in the program is none.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StorageError) return error.problem === 'unavailable';
  if (sqliteCode(error) !== undefined) return !isDamage(error);
  return error instanceof Error && 'syscall' in error;
}
