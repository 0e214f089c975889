import type { LockLook } from './lock.ts';

/** Looks come no closer to each other, whatever happens on the display. */
const BETWEEN_LOOKS_MS = 200;
/** While something covers the screen, or it is locked, what may change without a word is looked at this often. */
const WATCHFUL_MS = 700;
/** Lockers let go of keyboard and pointer for a moment, between their parts: so many looks in a row without are an end. */
const LOOKS_WITHOUT = 2;

/** Follows whether a display is locked. */
export interface LockWatch {
  /** Something changed that may be a lock, or its end. */
  hint(): void;
  /** Nothing can be told any more. */
  reset(): void;
}

/**
 * Watches for a lock.
 *
 * @param look looks now; rejects where the display is gone.
 * @param onLock told when the screen is locked, or no more.
 */
export function createLockWatch(
  look: () => Promise<LockLook>,
  onLock: (locked: boolean) => void,
): LockWatch {
  let locked = false;
  let without = 0;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isHinted = false;
  let lookedMs = -Infinity;
  /** Counts resets: what was asked for before one is of no matter. */
  let era = 0;

  function set(next: boolean): void {
    without = 0;
    if (next === locked) return;
    locked = next;
    onLock(next);
  }

  function plan(waitMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(run, waitMs).unref();
  }

  function take({ locked: now, suspicious }: LockLook): void {
    if (now || !suspicious) set(now);
    else if (locked && (without += 1) >= LOOKS_WITHOUT) set(false);
    if (isHinted) plan(BETWEEN_LOOKS_MS);
    else if (locked || suspicious) plan(WATCHFUL_MS);
  }

  function run(): void {
    isLooking = true;
    isHinted = false;
    lookedMs = performance.now();
    const asked = era;
    const done = (found: LockLook) => {
      isLooking = false;
      if (asked === era) take(found);
    };
    look().then(done, () => done({ locked: false, suspicious: false }));
  }

  return {
    hint() {
      isHinted = true;
      if (!isLooking) plan(Math.max(0, lookedMs + BETWEEN_LOOKS_MS - performance.now()));
    },
    reset() {
      era += 1;
      clearTimeout(timer);
      isHinted = false;
      set(false);
    },
  };
}
