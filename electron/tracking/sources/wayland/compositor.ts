import { join } from 'node:path';
import { createFront } from '../front.ts';
import { type Connection, connectTo } from './connection.ts';
import { followIdle, type SeatIdle } from './idle.ts';
import { followToplevels, type Toplevel, type Toplevels } from './toplevels.ts';

/** How a compositor can be looked at now. */
export type CompositorState =
  /** It has not answered yet, or no longer does. */
  | 'unreachable'
  /** It tells programs nothing of windows. */
  | 'silent'
  | 'tells';

/** The compositor of this session, at work: it is connected to again where the connection ends. */
export interface Compositor {
  /** Resolves when it is known for the first time how it can be looked at. */
  readonly known: Promise<void>;
  state(): CompositorState;
  /** The window in front; undefined where none is, or nothing is told. */
  front(): Toplevel | undefined;
  /** Milliseconds without input; undefined where it does not tell. */
  idleMs(): number | undefined;
  /** Whether an idle time is told that nothing on the screen holds back; undefined where none is told. */
  isInputAlone(): boolean | undefined;
  /** The user did what only input can do. */
  sign(): void;
  /** Tells of each change of the window in front and of its own state; returns what ends that. */
  watch(onChange: () => void): () => void;
  stop(): void;
}

/** What it takes. */
export interface CompositorNeeds {
  /** Path of its socket. */
  readonly path: string;
  readonly monoMs?: () => number;
  readonly times?: Partial<Record<keyof typeof TIMES, number>>;
}

const TIMES = {
  /** A connection that has ended is tried again after this long, each time twice as long up to a minute. */
  againMs: 1_000,
  longestAgainMs: 60_000,
  /** So often it is asked whether it is still there: a connection may fall silent and stay open. */
  pulseMs: 60_000,
  /** So long it has for any answer. */
  answerMs: 5_000,
} as const;

/**
 * The socket of this session's compositor; undefined where none is named. It lies in the user's runtime folder unless
 * its name is a path.
 */
export function compositorPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const name = env['WAYLAND_DISPLAY'] ?? '';
  const folder = env['XDG_RUNTIME_DIR'] ?? '';
  if (name === '') return undefined;
  if (name.startsWith('/')) return name;
  return folder === '' ? undefined : join(folder, name);
}

type Times = Readonly<Record<keyof typeof TIMES, number>>;

/** What a lasting connection takes. */
interface LastingNeeds {
  readonly path: string;
  readonly times: Times;
  /** Told of each new connection, before the compositor has told what there is. */
  readonly onOpen: (connection: Connection) => void;
  /** Told that all was told that there was at first. */
  readonly onTold: () => void;
  readonly onLost: () => void;
}

/** Connects, feels whether the compositor is still there, and connects anew where the connection ends. */
function stayConnected({ path, times, onOpen, onTold, onLost }: LastingNeeds) {
  let connection: Connection | undefined;
  let again: NodeJS.Timeout | undefined;
  let pulse: NodeJS.Timeout | undefined;
  let waitMs = times.againMs;
  let stopped = false;

  function connectAgain(): void {
    if (stopped) return;
    again = setTimeout(() => void start(), waitMs).unref();
    waitMs = Math.min(waitMs * 2, times.longestAgainMs);
  }

  function feelPulse(of: Connection): void {
    pulse = setTimeout(() => {
      of.sync(times.answerMs).then(
        () => {
          waitMs = times.againMs;
          feelPulse(of);
        },
        // It has ended, which was told.
        () => undefined,
      );
    }, times.pulseMs).unref();
  }

  async function start(): Promise<void> {
    let opened: Connection | undefined;
    const onEnd = () => {
      if (connection !== undefined && connection === opened) {
        clearTimeout(pulse);
        connection = undefined;
        onLost();
      }
      if (opened !== undefined) connectAgain();
    };
    try {
      opened = await connectTo(path, onEnd, times.answerMs);
      if (stopped) return opened.end();
      connection = opened;
      onOpen(opened);
      // After it every window that is there was told of.
      await opened.sync(times.answerMs);
      feelPulse(opened);
      onTold();
    } catch {
      if (opened === undefined) connectAgain();
    }
  }

  return {
    known: start(),
    isConnected: () => connection !== undefined,
    stop() {
      stopped = true;
      clearTimeout(again);
      connection?.end();
    },
  };
}

/** Connects to a compositor, and stays so. */
export function openCompositor(needs: CompositorNeeds): Compositor {
  const { path, monoMs = () => performance.now() } = needs;
  const watchers = new Set<() => void>();
  let toplevels: Toplevels | undefined;
  let idle: SeatIdle | undefined;

  const front = createFront<Toplevel>(() => {
    for (const watcher of watchers) watcher();
  });
  const see = () => front.see(toplevels?.front());
  const connection = stayConnected({
    path,
    times: { ...TIMES, ...needs.times },
    onOpen(opened) {
      toplevels = followToplevels(opened, see);
      idle = followIdle(opened, monoMs);
    },
    onTold: see,
    onLost() {
      toplevels = idle = undefined;
      front.forget();
    },
  });

  return {
    known: connection.known,
    state: () => (!connection.isConnected() ? 'unreachable' : toplevels ? 'tells' : 'silent'),
    front: front.now,
    idleMs: () => idle?.idleMs(),
    isInputAlone: () => idle?.isInputAlone,
    sign: () => idle?.sign(),
    watch(onChangeOf) {
      watchers.add(onChangeOf);
      return () => watchers.delete(onChangeOf);
    },
    stop: connection.stop,
  };
}
