import type { UndoOffer } from '../shared/ipc/corrections.ts';
import type { Pushes } from '../shared/ipc/contract.ts';
import type { TrackerStatus } from '../shared/ipc/views.ts';
import type { Settings } from '../shared/settings/settings.ts';

/** What the parts of the running app tell each other; never anything that was on the screen. */
export interface AllNews {
  /** Stored spans are others, by the tracker or by anything else: then any day may be another one. */
  readonly 'spans-changed': 'tracker' | 'others';
  readonly 'settings-changed': Settings;
  readonly 'status-changed': TrackerStatus;
  /** There are other things that the user should know. */
  readonly 'notices-changed': null;
  /** The database was put back, or made anew, while the app ran. */
  readonly 'database-renewed': null;
  /** Something was deleted for good, and the copies of the database went with it. */
  readonly 'copies-gone': null;
  /** The user erased everything. */
  readonly 'all-erased': null;
  /** Spans can be stored, or no longer. */
  readonly 'storing-changed': boolean;
  /** Something else can be seen. */
  readonly 'sight-changed': null;
  /** A browser's companion said something else, or is gone. */
  readonly 'companion-changed': null;
  /** Other changes can be undone now. */
  readonly 'offers-changed': readonly UndoOffer[];
  /** How much is done of something that takes long, 0 to 1. */
  readonly progress: { readonly of: 'report' | 'history'; readonly share: number };
  /** The window is to come to the front. */
  readonly 'window-wanted': null;
  readonly 'window-closed': null;
  /** The window is out of sight, and may end. */
  readonly 'window-rests': null;
  /** The page of a window out of sight let go of it. */
  readonly 'window-left': null;
  /** A page was chosen in a menu. */
  readonly 'page-chosen': Pushes['page:open'];
  /** Some seconds went by: time to look at what nobody tells of. */
  readonly round: null;
}

/** Where news is told and listened to. */
export interface News {
  /** Tells it to all who listen, in the order in which they began to, before it returns. */
  tell<N extends keyof AllNews>(name: N, what: AllNews[N]): void;
  /** Listens until what it returns is called. */
  on<N extends keyof AllNews>(name: N, listener: (what: AllNews[N]) => void): () => void;
}

type Listeners = { readonly [N in keyof AllNews]: Set<(what: AllNews[N]) => void> };

export function createNews(): News {
  const listeners: Listeners = {
    'spans-changed': new Set(),
    'settings-changed': new Set(),
    'status-changed': new Set(),
    'notices-changed': new Set(),
    'database-renewed': new Set(),
    'copies-gone': new Set(),
    'all-erased': new Set(),
    'storing-changed': new Set(),
    'sight-changed': new Set(),
    'companion-changed': new Set(),
    'offers-changed': new Set(),
    progress: new Set(),
    'window-wanted': new Set(),
    'window-closed': new Set(),
    'window-rests': new Set(),
    'window-left': new Set(),
    'page-chosen': new Set(),
    round: new Set(),
  };
  return {
    tell(name, what) {
      for (const listener of listeners[name]) listener(what);
    },
    on(name, listener) {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
  };
}

/** A part of the running app. */
export interface Part {
  /** Ends it; what it has begun runs no more. */
  readonly stop: () => void;
}

/** The parts that run. */
export interface Parts {
  /** Takes up a part that was started. */
  keep<P extends Part>(part: P): P;
  /** Stops all of them, the latest first: each before what it was built upon. */
  stop(): void;
}

/** @param onError told of a part that could not stop; all others are stopped all the same. */
export function createParts(onError: (error: unknown) => void): Parts {
  const kept: Part[] = [];
  return {
    keep(part) {
      kept.push(part);
      return part;
    },
    stop() {
      for (let part = kept.pop(); part; part = kept.pop()) {
        try {
          part.stop();
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}

/** Lets go of all that was listened to, for the `stop` of a part. */
export function stopAll(stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop();
  };
}
