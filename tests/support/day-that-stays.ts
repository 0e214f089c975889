import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll } from 'vitest';

/** Longer than a file of tests takes on a busy machine, in milliseconds. */
const LONG_MS = 150_000;

/**
 * Begins the tests of a file with the next day where this one is about to end: for those that compare what is shown
 * of today with what was read of it before.
 */
export function useDayThatStays(): void {
  beforeAll(async () => {
    const day = () => new Date().getDate();
    const before = day();
    const isAboutToEnd = new Date(Date.now() + LONG_MS).getDate() !== before;
    while (isAboutToEnd && day() === before) await wait(500);
  }, 2 * LONG_MS);
}
