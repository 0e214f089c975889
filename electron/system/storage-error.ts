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

/** SQLite's extended result code for a file that ends before what it should hold: IOERR_SHORT_READ. */
const CUT_SHORT = 522;

function extendedCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** The primary result code of an error of SQLite; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  return code === undefined ? undefined : code & 0xff;
}

/** Whether a file was found to be damaged, or no database of ours at all. */
export function isDamage(error: unknown): boolean {
  if (error instanceof StorageError) return ['damaged', 'foreign'].includes(error.problem);
  return extendedCode(error) === CUT_SHORT || DAMAGED.includes(sqliteCode(error) ?? 0);
}

/** SQLite's primary result code where the disk itself fails: IOERR. */
const DISK_FAILED = 10;

/** Whether the disk failed to read or write, as where it was pulled out. */
export function isDiskFailure(error: unknown): boolean {
  return sqliteCode(error) === DISK_FAILED;
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
