/** @file Follows one X11 display: the window in front, idle time and the lock, over one connection that comes back by itself. */
import type { ChangeWatch, OnHint, Reading, Stop } from './source.ts';
import { type Atoms, readAtoms } from './x11/atoms.ts';
import { type Connection, type ConnectionNeeds, connect } from './x11/connection.ts';
import { type DisplayAddress, readCookie } from './x11/display-address.ts';
import { readChange } from './x11/display-events.ts';
import { lookAtLock } from './x11/lock.ts';
import { createLockWatch } from './x11/lock-watch.ts';
import { createPresence } from './x11/presence.ts';
import {
  EVENTS,
  extensionOpcode,
  idleOf,
  queryExtension,
  queryIdle,
  selectEvents,
} from './x11/requests.ts';
import { findInFront, tellsActive } from './x11/window-in-front.ts';
import { readTexts } from './x11-texts.ts';

/** However much happens on a display, it is looked at no oftener than this. */
const BETWEEN_READS_MS = 100;
/** A display that is gone is looked for again after this long, each time twice as long. */
const AGAIN_MS = 500;
const LONGEST_AGAIN_MS = 30_000;

/** One display, as it is followed. */
export interface DisplayWatch {
  read(): Promise<Reading>;
  watch(onHint: OnHint): ChangeWatch;
  idleMs(): number | undefined;
  watchLock(onLock: (locked: boolean) => void): Stop;
  stop(): void;
}

/** What is known of a server that is there. */
interface Server {
  readonly connection: Connection;
  readonly atoms: Atoms;
  readonly saver: number | undefined;
  readonly xinerama: number | undefined;
}

async function openServer(needs: ConnectionNeeds): Promise<Server> {
  const connection = await connect(needs);
  const extension = async (name: string) =>
    extensionOpcode(await connection.ask(queryExtension(name)));
  const [atoms, saver, xinerama] = await Promise.all([
    readAtoms(connection),
    extension('MIT-SCREEN-SAVER'),
    extension('XINERAMA'),
  ]);
  connection.send(selectEvents(connection.root, EVENTS.property | EVENTS.substructure));
  return { connection, atoms, saver, xinerama };
}

/** Follows a display; rejects where it cannot be reached now. */
export async function watchDisplay(
  address: DisplayAddress,
  env: NodeJS.ProcessEnv,
): Promise<DisplayWatch> {
  let server: Server | undefined;
  let stopped = false;
  let waitMs = AGAIN_MS;
  let again: NodeJS.Timeout | undefined;
  /** Whether a window manager tells which window is active; unknown until it was asked. */
  let isTold: boolean | undefined;
  let watched: readonly number[] = [];
  let reading: Promise<Reading> | undefined;
  let known = '';
  let planned: NodeJS.Timeout | undefined;
  let readMs = -Infinity;
  const listeners = new Set<OnHint>();
  const lockListeners = new Set<(locked: boolean) => void>();
  let locked = false;
  let presence = createPresence();
  let inputMs: number | undefined;
  let isAskingIdle = false;

  const lock = createLockWatch(
    async () => {
      if (!server) return { locked: false, suspicious: false };
      return await lookAtLock(server.connection, server.atoms, server.xinerama);
    },
    (now) => {
      locked = now;
      for (const onLock of lockListeners) onLock(now);
    },
  );

  async function open(): Promise<void> {
    const opened = await openServer({
      address,
      cookie: await readCookie(address.display, env),
      onEvent: takeEvent,
      onEnd: lose,
    });
    if (stopped) return opened.connection.close();
    server = opened;
    isTold = undefined;
    watched = [];
    waitMs = AGAIN_MS;
    presence = createPresence();
    await askIdle();
    lock.hint();
    change();
  }

  /** The server went. It is looked for until it is back. */
  function lose(): void {
    if (server === undefined) return;
    server = undefined;
    inputMs = undefined;
    lock.reset();
    for (const onHint of listeners) onHint(true);
    lookAgain();
  }

  function lookAgain(): void {
    if (stopped) return;
    again = setTimeout(() => void open().catch(lookAgain), waitMs).unref();
    waitMs = Math.min(waitMs * 2, LONGEST_AGAIN_MS);
  }

  function takeEvent(event: Buffer): void {
    if (!server) return;
    const {
      front,
      manager,
      lock: mayLock,
    } = readChange(event, server.connection.root, server.atoms);
    if (manager) isTold = undefined;
    if (front) change();
    if (mayLock) lock.hint();
  }

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

  async function readNow(at: Server): Promise<Reading> {
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
  }

  async function readAndTell(): Promise<Reading> {
    readMs = performance.now();
    const found: Reading = server
      ? await readNow(server).catch(() => ({ kind: 'failed', why: 'throws' }) as const)
      : { kind: 'failed', why: 'throws' };
    const now = JSON.stringify(found);
    if (now !== known) {
      known = now;
      for (const onHint of listeners) onHint(true);
    }
    return found;
  }

  function read(): Promise<Reading> {
    reading ??= readAndTell().finally(() => (reading = undefined));
    return reading;
  }

  /** Something changed: it is looked at soon, once for all that changes until then. */
  function change(): void {
    if (planned) return;
    const soonMs = Math.max(0, readMs + BETWEEN_READS_MS - performance.now());
    planned = setTimeout(() => {
      planned = undefined;
      // What is being read may be from before the change.
      void (reading ?? Promise.resolve()).then(read);
    }, soonMs).unref();
  }

  /** Asks when the last input was; what a program does to it is none. */
  async function askIdle(): Promise<void> {
    const { connection, saver } = server ?? {};
    if (!connection || saver === undefined || isAskingIdle) return;
    isAskingIdle = true;
    try {
      const answer = await connection.ask(queryIdle(saver, connection.root));
      inputMs = presence.see(performance.now() - idleOf(answer));
    } catch {
      inputMs = undefined;
    } finally {
      isAskingIdle = false;
    }
  }

  await open();
  return {
    read,
    watch(onHint) {
      listeners.add(onHint);
      return {
        isSure: () => server !== undefined && isTold === true,
        stop: () => void listeners.delete(onHint),
      };
    },
    idleMs() {
      const knownMs = inputMs;
      void askIdle();
      return knownMs === undefined ? undefined : Math.max(1, performance.now() - knownMs);
    },
    watchLock(onLock) {
      lockListeners.add(onLock);
      onLock(locked);
      return () => void lockListeners.delete(onLock);
    },
    stop() {
      stopped = true;
      clearTimeout(again);
      clearTimeout(planned);
      lock.reset();
      const closing = server;
      server = undefined;
      closing?.connection.close();
    },
  };
}
