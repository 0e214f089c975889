/** Counts the attempts to reach anything but the app's own files. No word of what they were is kept. */
export interface Refusals {
  /** Attempts refused since the app started. */
  readonly count: () => number;
  /** Notes one more. */
  readonly add: () => void;
}

export function createRefusals(): Refusals {
  let refused = 0;
  return {
    count: () => refused,
    add: () => {
      refused += 1;
    },
  };
}
