import type { WindowSample } from '../../shared/domain/window-sample.ts';
import { appFile } from '../../shared/linkedin/apps.ts';

/** So long after it was last asked for, a window is forgotten and the watch ends by itself. */
export const WATCH_LEASE_MS = 120_000;

/** What a watch needs from around it. */
export interface WindowWatchNeeds {
  readonly nowMs: () => number;
  /** Names of the app's own program, as the system may tell them. */
  readonly ownApps: readonly string[];
  /** Calls a function later; returns what calls it off. */
  readonly later: (ms: number, callback: () => void) => () => void;
}

/**
 * Remembers the latest window that is not the app's own, in memory, while the user watches what their
 * rules make of it. While the user looks at the page, the active window is ours; so the one before is kept.
 */
export interface WindowWatch {
  /** Told of every window that is seen. Keeps nothing while no one watches. */
  see(sample: WindowSample): void;
  /** Begins to watch, or ends it and forgets at once. */
  watch(on: boolean): void;
  /** The latest window; asking for it makes the watch last. */
  ask(): { readonly watching: boolean; readonly sample: WindowSample | undefined };
}

export function createWindowWatch({ nowMs, ownApps, later }: WindowWatchNeeds): WindowWatch {
  const own = new Set(ownApps.map(appFile));
  let endsAtMs = -Infinity;
  let latest: WindowSample | undefined;
  let cancel: (() => void) | undefined;

  function end(): void {
    cancel?.();
    cancel = undefined;
    endsAtMs = -Infinity;
    latest = undefined;
  }

  function lease(): void {
    cancel?.();
    endsAtMs = nowMs() + WATCH_LEASE_MS;
    cancel = later(WATCH_LEASE_MS, end);
  }

  function isOver(): boolean {
    // A clock that jumped, or a timer that slept, must not keep a title.
    const leftMs = endsAtMs - nowMs();
    const over = leftMs <= 0 || leftMs > WATCH_LEASE_MS;
    if (over) end();
    return over;
  }

  return {
    see(sample) {
      if (isOver() || own.has(appFile(sample.app))) return;
      latest = sample;
    },
    watch(on) {
      end();
      if (on) lease();
    },
    ask() {
      if (isOver()) return { watching: false, sample: undefined };
      lease();
      return { watching: true, sample: latest };
    },
  };
}
