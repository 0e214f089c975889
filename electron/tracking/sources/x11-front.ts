import type { Reading } from './source.ts';
import { EVENTS, selectEvents } from './x11/requests.ts';
import type { Server } from './x11/server.ts';
import { findInFront, tellsActive } from './x11/window-in-front.ts';
import { readTexts } from './x11-texts.ts';

/** However much happens on a display, it is looked at no oftener than this. */
const BETWEEN_READS_MS = 100;

/** The window in front of a display, as it is read and followed. */
export interface FrontWindow {
  read(): Promise<Reading>;
  /** Something changed: it is looked at soon, once for all that changes until then. */
  change(): void;
  /** Another window manager may be at work. */
  forgetManager(): void;
  /** Whether a window manager tells which window is active. */
  isTold(): boolean;
  /** Forgets what was followed, as at another server. */
  reset(): void;
  stop(): void;
}

/** Reads the window in front, and lets it tell of its changes. */
function createFrontReader() {
  /** Whether a window manager tells which window is active; unknown until it was asked. */
  let isTold: boolean | undefined;
  let watched: readonly number[] = [];

  /** Lets the windows that matter tell of their changes, and those before them no more. */
  function follow(windows: readonly number[], { connection }: Server): void {
    const events = EVENTS.property | EVENTS.structure | EVENTS.focus;
    for (const window of watched) {
      if (!windows.includes(window)) connection.send(selectEvents(window, 0));
    }
    for (const window of windows) {
      if (!watched.includes(window)) connection.send(selectEvents(window, events));
    }
    watched = windows;
  }

  return {
    async read(at: Server): Promise<Reading> {
      const { connection, atoms } = at;
      isTold ??= await tellsActive(connection, atoms);
      const front = await findInFront(connection, atoms, isTold);
      if (front === 'unknown') return { kind: 'unmeasured' };
      if (front === 'none') {
        follow([], at);
        return { kind: 'no-window' };
      }
      // What changes while it is read is told of.
      follow([front, ...watched.filter((window) => window !== front)], at);
      const { sighting, windows } = await readTexts(connection, atoms, front);
      const isNew = windows.some((window) => !watched.includes(window));
      follow(windows, at);
      return isNew ? (await readTexts(connection, atoms, front)).sighting : sighting;
    },
    forgetManager() {
      isTold = undefined;
    },
    isTold: () => isTold === true,
    reset() {
      isTold = undefined;
      watched = [];
    },
  };
}

/**
 * @param serverNow the server that is there; undefined while none is.
 * @param onChange told that something else was read than before, and how long ago the display told of it.
 */
export function createFrontWindow(
  serverNow: () => Server | undefined,
  onChange: (agoMs: number) => void,
): FrontWindow {
  const reader = createFrontReader();
  let reading: Promise<Reading> | undefined;
  let known = '';
  let planned: NodeJS.Timeout | undefined;
  let readMs = -Infinity;
  /** When the display told of the latest change that was not read yet. */
  let toldMs: number | undefined;

  async function readAndTell(): Promise<Reading> {
    readMs = performance.now();
    const sinceMs = toldMs;
    toldMs = undefined;
    const server = serverNow();
    const found: Reading = server
      ? await reader.read(server).catch(() => ({ kind: 'failed', why: 'throws' }) as const)
      : { kind: 'failed', why: 'throws' };
    const now = JSON.stringify(found);
    if (now !== known) {
      known = now;
      onChange(sinceMs === undefined ? 0 : performance.now() - sinceMs);
    }
    return found;
  }

  function read(): Promise<Reading> {
    reading ??= readAndTell().finally(() => (reading = undefined));
    return reading;
  }

  return {
    ...reader,
    read,
    change() {
      toldMs = performance.now();
      if (planned) return;
      const soonMs = Math.max(0, readMs + BETWEEN_READS_MS - performance.now());
      planned = setTimeout(() => {
        planned = undefined;
        // What is being read may be from before the change.
        void (reading ?? Promise.resolve()).then(read);
      }, soonMs).unref();
    },
    stop: () => clearTimeout(planned),
  };
}
