import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callBus } from '../../system/bus-call.ts';
import { type RunProgram, runProgram } from '../../system/run-program.ts';
import { createFront } from './front.ts';
import { type MonitorBus, monitorByBusctl } from './bus-monitor.ts';
import { kwinScript, type KwinWindow, readTold, rulesFor, SCRIPT_NAME } from './kwin-script.ts';
import { CannotWork, type Reading, type Source, type Stop, type WindowSource } from './source.ts';

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

type Times = Readonly<Record<keyof typeof TIMES, number>>;

/** Puts the script into KWin, and takes it out. */
function createScripting(run: RunProgram, folder: string) {
  const call = (method: string, ...args: readonly string[]) =>
    callBus(run, SCRIPTING, `${METHODS}.${method}`, args);
  const unload = () => call('unloadScript', SCRIPT_NAME).catch(() => '');
  return {
    unload,
    /**
     * Lets KWin read the script and start it. One of an earlier run goes first.
     *
     * @param firstWord resolves once KWin has told, or is late: so long the file stays.
     */
    async put(address: string, firstWord: Promise<void>): Promise<void> {
      const dir = mkdtempSync(join(folder, 'sweetspot-'));
      try {
        await unload();
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
    },
  };
}

/** What a KWin that is listened to does. */
interface KwinSays {
  readonly onWindow: (window: KwinWindow | undefined) => void;
  /** It went, or another one came. */
  readonly onKwin: (isThere: boolean) => void;
  /** Nothing more will be told. */
  readonly onEnd: () => void;
}

/** Listens at an address that nobody else knows. */
function listenAt(address: string, monitor: MonitorBus, lateMs: number, says: KwinSays) {
  const late = new Promise<void>((resolve) => setTimeout(resolve, lateMs).unref());
  let onReady: () => void = () => undefined;
  let onWord: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  const word = new Promise<void>((resolve) => (onWord = resolve));
  const stop = monitor(rulesFor(address), {
    ready: () => onReady(),
    line(line) {
      const told = readTold(line, address);
      if (!told) return;
      if (told.is === 'kwin') return says.onKwin(told.isThere);
      says.onWindow(told.is === 'window' ? told.window : undefined);
      onWord();
    },
    end() {
      says.onEnd();
      onReady();
      onWord();
    },
  });
  return { stop, ready: Promise.race([ready, late]), firstWord: Promise.race([word, late]) };
}

/** What a teller takes. */
interface TellerNeeds {
  readonly scripting: ReturnType<typeof createScripting>;
  readonly monitor: MonitorBus;
  readonly monoMs: () => number;
  readonly times: Times;
  readonly onWindow: (window: KwinWindow | undefined) => void;
  /** Told that nothing tells any more. */
  readonly onLost: () => void;
  /** Whether a KWin that has just begun is to take the script. */
  readonly isWanted: () => boolean;
}

/** Has KWin tell, while it is wanted. */
function createTeller({ scripting, monitor, monoMs, times, ...needs }: TellerNeeds) {
  /** Ends what listens to the bus; the script is loaded, or being so, while it is there. */
  let stopListening: Stop | undefined;
  /** Resolves once KWin has told, or did not in time. */
  let loading: Promise<boolean> | undefined;
  let unloading: Promise<unknown> = Promise.resolve();
  let tells = false;
  let wanted = false;
  let failedMs = -Infinity;

  /** Nothing tells any more. */
  function lose(): void {
    stopListening?.();
    stopListening = loading = undefined;
    tells = false;
    needs.onLost();
  }

  async function load(): Promise<boolean> {
    await unloading;
    // Whoever wanted it has gone meanwhile.
    if (!wanted) return false;
    const address = `nl.sweetspot.Front${randomBytes(8).toString('hex')}`;
    const listening = listenAt(address, monitor, times.loadMs, {
      onWindow(window) {
        tells = true;
        needs.onWindow(window);
      },
      onKwin(isThere) {
        lose();
        if (isThere && needs.isWanted()) void ensure();
      },
      onEnd: lose,
    });
    stopListening = listening.stop;
    try {
      await listening.ready;
      await scripting.put(address, listening.firstWord);
    } catch {
      tells = false;
    }
    if (!tells) {
      failedMs = monoMs();
      lose();
    }
    return tells;
  }

  function ensure(): Promise<boolean> {
    wanted = true;
    if (loading === undefined && monoMs() - failedMs < times.againMs) return Promise.resolve(false);
    return (loading ??= load());
  }

  return {
    ensure,
    tells: () => tells,
    /** Takes the script out of KWin. @returns once that is done, as all that was asked for before. */
    unload(): Promise<unknown> {
      wanted = false;
      const loaded = loading;
      if (loaded !== undefined) {
        lose();
        unloading = loaded.then(scripting.unload);
      }
      return unloading;
    },
  };
}

/**
 * Lets KWin tell by its script, which is there while someone watches the window, and goes when nobody does: while paused,
 * locked or away, and at the end.
 */
export function openKwin(needs: KwinNeeds = {}): WindowSource {
  const { run = runProgram, monitor = monitorByBusctl, monoMs = () => performance.now() } = needs;
  const times = { ...TIMES, ...needs.times };
  const watchers = new Set<() => void>();
  const front = createFront<KwinWindow>(() => {
    for (const watcher of watchers) watcher();
  });
  const teller = createTeller({
    scripting: createScripting(run, needs.folder ?? process.env['XDG_RUNTIME_DIR'] ?? tmpdir()),
    monitor,
    monoMs,
    times,
    onWindow: front.see,
    onLost: front.forget,
    isWanted: () => watchers.size > 0,
  });
  let unwatched: NodeJS.Timeout | undefined;

  function unload(): Promise<unknown> {
    clearTimeout(unwatched);
    return teller.unload();
  }

  async function read(): Promise<Reading> {
    clearTimeout(unwatched);
    if (watchers.size === 0) unwatched = setTimeout(() => void unload(), times.unwatchedMs).unref();
    if (!(await teller.ensure())) return { kind: 'failed', why: 'throws' };
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
      void teller.ensure();
      return {
        isSure: teller.tells,
        stop() {
          watchers.delete(watcher);
          if (watchers.size === 0) void unload();
        },
      };
    },
    async stop() {
      watchers.clear();
      await unload();
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
