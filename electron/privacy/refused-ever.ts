/** The count of refused requests over all starts. */
export interface RefusedEver {
  readonly count: () => number;
  /** Stores the count, where it is another one than was stored. */
  readonly save: () => void;
}

/** The key beside the settings. It is no setting: nobody sets it, and the settings leave it alone. */
export const REFUSED_KEY = 'refusedRequestsEver';

/** A whole number from 0; anything else that a file may hold is none. */
function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/**
 * Adds the refusals of this start to those of the earlier ones.
 *
 * @param stored reads what is stored under {@link REFUSED_KEY}.
 * @param sinceStart the refusals of this start.
 */
export function createRefusedEver(
  stored: () => unknown,
  store: (count: number) => void,
  sinceStart: () => number,
): RefusedEver {
  const before = countOf(stored());
  let saved = before;
  const count = () => before + sinceStart();
  return {
    count,
    save() {
      if (count() === saved) return;
      try {
        store(count());
        saved = count();
      } catch {
        // A full disk: it is tried again a little later.
      }
    },
  };
}
