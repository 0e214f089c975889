import { SHIELDED_ACTIVITIES, isLinkedIn } from '../../shared/domain/activity.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { WindowSample } from '../../shared/domain/window-sample.ts';
import { LONGEST } from '../../shared/linkedin/fold.ts';

/** So long after it was last in front, a window is forgotten. */
export const REMEMBER_MS = 120_000;
/** So many spans have their window remembered. */
export const MOST_REMEMBERED = 5;

/** A window as it is remembered: its address is not needed. */
export type RememberedWindow = Pick<WindowSample, 'app' | 'title'>;

/** What the memory needs from around it. */
export interface WindowMemoryNeeds {
  readonly nowMs: () => number;
  /** Calls a function later; returns what calls it off. */
  readonly later: (ms: number, callback: () => void) => () => void;
}

/**
 * Remembers the latest window of each of the few latest LinkedIn spans, in memory alone and for two minutes at
 * most, so that correcting one can offer the rule that would have done it.
 */
export interface WindowMemory {
  /** Told of a window, and of the span that it is part of. Where that is of a job search, everything is forgotten. */
  see(sample: WindowSample, span: Pick<Span, 'startedAtMs' | 'activity'>): void;
  /** The latest window of a span, where it is still known. */
  of(startedAtMs: number): RememberedWindow | undefined;
  /** Forgets all of them at once. */
  clear(): void;
}

export function createWindowMemory({ nowMs, later }: WindowMemoryNeeds): WindowMemory {
  /** By the start of their spans, the one that was seen last at the end. */
  const windows = new Map<number, RememberedWindow & { readonly seenMs: number }>();
  let cancel: (() => void) | undefined;

  function clear(): void {
    cancel?.();
    cancel = undefined;
    windows.clear();
  }

  /** Forgets what is too old. A clock that jumped, or a timer that slept, must not keep a title. */
  function prune(): void {
    for (const [startedAtMs, { seenMs }] of windows) {
      const agoMs = nowMs() - seenMs;
      if (agoMs < 0 || agoMs >= REMEMBER_MS) windows.delete(startedAtMs);
    }
    const [oldest] = windows.values();
    if (!oldest) clear();
    else {
      cancel ??= later(oldest.seenMs + REMEMBER_MS - nowMs(), () => {
        cancel = undefined;
        prune();
      });
    }
  }

  return {
    see({ app, title }, { startedAtMs, activity }) {
      const isShielded = SHIELDED_ACTIVITIES.includes(activity);
      if (isShielded) clear();
      if (isShielded || !isLinkedIn(activity)) return;
      windows.delete(startedAtMs);
      // Of a title that is cut before it is compared, no words could be offered that are sure to be found.
      if (title.length <= LONGEST) windows.set(startedAtMs, { app, title, seenMs: nowMs() });
      const [first] = windows.keys();
      if (windows.size > MOST_REMEMBERED && first !== undefined) windows.delete(first);
      prune();
    },
    of(startedAtMs) {
      prune();
      const known = windows.get(startedAtMs);
      return known && { app: known.app, title: known.title };
    },
    clear,
  };
}
