import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callBus } from '../../system/bus-call.ts';
import { type RunProgram, runProgram } from '../../system/run-program.ts';
import { createFront } from './front.ts';
import { kwinScript, type KwinWindow, readTold, rulesFor, SCRIPT_NAME } from './kwin-script.ts';
import { CannotWork, type Reading, type Source, type Stop, type WindowSource } from './source.ts';

/** Lets the session's bus tell what the rules take, a line each; `onEnd` once it tells no more. */
export type MonitorBus = (
  rules: readonly string[],
  on: {
    readonly ready: () => void;
    readonly line: (line: string) => void;
    readonly end: () => void;
  },
) => Stop;

/** A line of the bus is not longer; a title has 64 KiB at most. */
const LONGEST_LINE = 1024 * 1024;

/** Monitors through systemd's `busctl`, which holds the connection, so that the app itself opens none. */
const monitorByBusctl: MonitorBus = (rules, on) => {
  const matches = rules.map((rule) => `--match=${rule}`);
  const child = spawn('busctl', ['--user', '--json=short', ...matches, 'monitor'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // It says in the user's language that it begins.
    env: { ...process.env, LC_ALL: 'C' },
  });
  let ended = false;
  const end = () => {
    if (!ended) on.end();
    ended = true;
  };
  child.on('error', end);
  child.on('exit', end);
  child.stderr.once('data', on.ready);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) on.line(line);
    if (rest.length > LONGEST_LINE) child.kill();
  });
  child.unref();
  return () => {
    ended = true;
    child.kill();
  };
};

const SCRIPTING = { bus: 'session', name: 'org.kde.KWin', path: '/Scripting' } as const;
const METHODS = 'org.kde.kwin.Scripting';

/** So long KWin has to run the script, which tells at once which window is in front. */
const LOAD_MS = 3_000;
/** Without anyone who watches, the script goes again after this long. */
const UNWATCHED_MS = 10_000;
/** Where KWin did not take it, it is tried again after this long. */
const AGAIN_MS = 5_000;

/** What it takes to let KWin tell. */
export interface KwinNeeds {
  readonly run?: RunProgram;
  readonly monitor?: MonitorBus;
  /** Where the script lies while KWin reads it: a folder that is the user's alone. */
  readonly folder?: string;
  readonly monoMs?: () => number;
  readonly times?: Partial<Record<keyof typeof TIMES, number>>;
}

const TIMES = { loadMs: LOAD_MS, unwatchedMs: UNWATCHED_MS, againMs: AGAIN_MS } as const;

/**
 * Lets KWin tell by its script, which is there while someone watches the window, and goes when nobody does: while paused,
 * locked or away, and at the end.
 */
export function openKwin(needs: KwinNeeds = {}): WindowSource {
  const { run = runProgram, monitor = monitorByBusctl, monoMs = () => performance.now() } = needs;
  const folder = needs.folder ?? process.env['XDG_RUNTIME_DIR'] ?? tmpdir();
  const times = { ...TIMES, ...needs.times };
  const watchers = new Set<() => void>();
  const front = createFront<KwinWindow>(() => {
    for (const watcher of watchers) watcher();
  });
  /** Ends what listens to the bus; the script is loaded, or being so, while it is there. */
  let stopMonitor: Stop | undefined;
  /** Resolves once KWin has told, or did not in time. */
  let loading: Promise<boolean> | undefined;
  let unloading: Promise<unknown> = Promise.resolve();
  let tells = false;
  let wanted = false;
  let failedMs = -Infinity;
  let unwatched: NodeJS.Timeout | undefined;

  const call = (method: string, ...args: readonly string[]) =>
    callBus(run, SCRIPTING, `${METHODS}.${method}`, args);

  /** Lets KWin read the script and start it. One of an earlier run goes first. */
  async function putScript(address: string): Promise<void> {
    const dir = mkdtempSync(join(folder, 'sweetspot-'));
    try {
      await call('unloadScript', SCRIPT_NAME).catch(() => '');
      const file = join(dir, 'window-in-front.js');
      writeFileSync(file, kwinScript(address), { mode: 0o600 });
      const number = await call('loadScript', file, SCRIPT_NAME);
      if (!/^\(\d+,\)/.test(number)) throw new Error('KWin does not take the script');
      await call('start');
      // KWin 5 reads it beside its other work.
      await firstWord;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }

  let firstWord: Promise<void> = Promise.resolve();

  async function load(): Promise<boolean> {
    await unloading;
    // Whoever wanted it has gone meanwhile.
    if (!wanted) return false;
    const address = `nl.sweetspot.Front${randomBytes(8).toString('hex')}`;
    let onReady: () => void = () => undefined;
    let onWord: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (onReady = resolve));
    const late = new Promise<void>((resolve) => setTimeout(resolve, times.loadMs).unref());
    firstWord = Promise.race([late, new Promise<void>((resolve) => (onWord = resolve))]);
    const stop = monitor(rulesFor(address), {
      ready: onReady,
      line(line) {
        const told = readTold(line, address);
        if (!told) return;
        if (told.is === 'kwin') {
          lose();
          // A KWin that has just begun takes the script of whoever asks next.
          if (told.isThere && watchers.size > 0) void ensure();
          return;
        }
        tells = true;
        front.see(told.is === 'window' ? told.window : undefined);
        onWord();
      },
      end: () => {
        lose();
        onReady();
        onWord();
      },
    });
    stopMonitor = stop;
    try {
      await Promise.race([ready, late]);
      await putScript(address);
    } catch {
      tells = false;
    }
    if (!tells) {
      failedMs = monoMs();
      lose();
    }
    return tells;
  }

  /** Nothing tells any more. */
  function lose(): void {
    stopMonitor?.();
    stopMonitor = undefined;
    loading = undefined;
    tells = false;
    front.forget();
  }

  function ensure(): Promise<boolean> {
    wanted = true;
    if (loading === undefined && monoMs() - failedMs < times.againMs) return Promise.resolve(false);
    return (loading ??= load());
  }

  function unload(): void {
    clearTimeout(unwatched);
    wanted = false;
    const loaded = loading;
    if (loaded === undefined) return;
    lose();
    unloading = Promise.resolve(loaded).then(() =>
      call('unloadScript', SCRIPT_NAME).catch(() => ''),
    );
  }

  async function read(): Promise<Reading> {
    clearTimeout(unwatched);
    if (watchers.size === 0) unwatched = setTimeout(unload, times.unwatchedMs).unref();
    if (!(await ensure())) return { kind: 'failed', why: 'throws' };
    const window = front.now();
    if (!window) return { kind: 'no-window' };
    const { id, title, names, fullScreen } = window;
    const [app = ''] = names;
    return { kind: 'window', key: id, fullScreen, sample: { app, names, title } };
  }

  return {
    read,
    watch(onHint) {
      const watcher = () => {
        onHint(true);
      };
      watchers.add(watcher);
      clearTimeout(unwatched);
      void ensure();
      return {
        isSure: () => tells,
        stop() {
          watchers.delete(watcher);
          if (watchers.size === 0) unload();
        },
      };
    },
    async stop() {
      watchers.clear();
      unload();
      await unloading;
    },
  };
}

/** Asks KWin under Wayland, by a script that the user let it run. */
export const kwin: Source = {
  name: 'kwin-script',
  tells: ['window'],
  canWork: ({ session, env, mayScriptKwin }) => {
    if (session !== 'wayland' || !isKwinHere(env)) return 'other-session';
    return mayScriptKwin ? null : 'no-consent';
  },
  async start() {
    const opened = openKwin();
    const reading = await opened.read();
    if (reading.kind !== 'failed') return opened;
    await opened.stop();
    throw new CannotWork('throws');
  },
};

/** Whether this is KDE Plasma. */
export function isKwinHere(env: NodeJS.ProcessEnv): boolean {
  return (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase().split(':').includes('KDE');
}
