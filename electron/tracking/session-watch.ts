import { callBus } from '../system/bus-call.ts';
import { type RunProgram, runProgram } from '../system/run-program.ts';
import { type ListenTo, listenByGdbus } from './bus-listen.ts';
import type { Holds } from './holds.ts';
import {
  type Question,
  type SessionSignal,
  type SignalPlace,
  questionOf,
  readAnswer,
  readOwner,
  readSignals,
  sessionPath,
  SIGNAL_PLACES,
} from './session-signals.ts';
import type { Stop } from './sources/source.ts';

/** Asks a program on a bus; rejects where it does not answer. */
export type Ask = (place: SignalPlace, question: Question) => Promise<string>;

/** Calls through `gdbus`. */
const askByGdbus: Ask = (place, { path, method, args }) =>
  callBus(runProgram, { ...place, path }, method, args);

/**
 * The id of this process's session at logind: from the environment, else the one with the display, which is
 * also taken where the environment names a session without one, as that of a terminal.
 */
export async function findSessionId(
  env: NodeJS.ProcessEnv = process.env,
  run: RunProgram = runProgram,
): Promise<string | undefined> {
  const tell = async (...args: string[]) => {
    const text = await run('loginctl', [...args, '--value']).catch(() => '');
    return text.trim() === '' ? undefined : text.trim();
  };
  const own = env['XDG_SESSION_ID'] === '' ? undefined : env['XDG_SESSION_ID'];
  const kind = own === undefined ? undefined : await tell('show-session', own, '--property=Type');
  if (/^(?:x11|wayland|mir)$/.test(kind ?? '')) return own;
  const user = String(process.getuid?.() ?? '');
  return (await tell('show-user', user, '--property=Display')) ?? own;
}

/** A socket of this computer; a bus may have other addresses, which are none of ours. */
const isHere = (address: string | undefined) => address?.startsWith('unix:') === true;

/** The places on the buses that there are. */
export function placesHere(env: NodeJS.ProcessEnv = process.env): readonly SignalPlace[] {
  const system = env['DBUS_SYSTEM_BUS_ADDRESS'];
  return SIGNAL_PLACES.filter(({ bus }) =>
    bus === 'system'
      ? system === undefined || isHere(system)
      : isHere(env['DBUS_SESSION_BUS_ADDRESS']),
  );
}

/** What the watch takes. */
export interface SessionWatchNeeds {
  readonly places: readonly SignalPlace[];
  /** Id of this session at logind; undefined where it has none. */
  readonly sessionId: string | undefined;
  readonly holds: Holds;
  readonly listen?: ListenTo;
  readonly ask?: Ask;
}

/** The watch at work. */
export interface SessionWatch {
  /** Resolves once every place has told how things are, or cannot; it never rejects. */
  readonly known: Promise<void>;
  readonly stop: Stop;
}

/** A source that ended is listened to again after this long, each time four times as long. */
const AGAIN_MS = 2_000;
const LONGEST_AGAIN_MS = 10 * 60_000;
/** One that went on for this long had not failed. */
const LASTED_MS = 60_000;

/** Watches one place. @param set told what holds there now, or no longer. */
function watchPlace(
  place: SignalPlace,
  path: string | undefined,
  { listen, ask }: { readonly listen: ListenTo; readonly ask: Ask },
  set: (is: SessionSignal['is'], by: string, on: boolean) => void,
): SessionWatch {
  /** What holds, by who said it. */
  const holding = new Map<string, SessionSignal>();
  /** How often something was told, so that an answer which is older than that does not count. */
  const heard = new Map<SessionSignal['is'], number>();
  let stopped = false;
  let stopListening: Stop = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = AGAIN_MS;
  let resolve: () => void;
  const known = new Promise<void>((done) => (resolve = done));

  function take(signal: SessionSignal): void {
    const by = `${place.name} ${signal.is === 'locked' ? signal.by : ''}`;
    const key = `${signal.is} ${by}`;
    if (signal.on) holding.set(key, signal);
    else holding.delete(key);
    set(signal.is, by, signal.on);
  }

  function letGo(is?: SessionSignal['is']): void {
    for (const signal of [...holding.values()]) {
      if (is === undefined || signal.is === is) take({ ...signal, on: false });
    }
  }

  async function askNow(): Promise<void> {
    const before = new Map(heard);
    const question = questionOf(place, path);
    const answer = question && (await ask(place, question).catch(() => ''));
    if (stopped) return;
    const signals = readAnswer(place, answer ?? '');
    for (const is of ['locked', 'switched-away', 'suspended'] as const) {
      if (before.get(is) !== heard.get(is)) continue;
      // Whatever held before the source was lost does not, unless it is said again.
      if (!signals.some((signal) => signal.is === is && signal.on)) letGo(is);
      for (const signal of signals) if (signal.is === is) take(signal);
    }
  }

  function start(): void {
    const startedMs = performance.now();
    let told = false;
    stopListening = listen(
      place,
      (line) => {
        const isThere = readOwner(line);
        if (isThere !== undefined) told = true;
        if (isThere === false) {
          letGo();
          resolve();
        } else if (isThere) void askNow().then(resolve);
        for (const signal of readSignals(line, path)) {
          heard.set(signal.is, (heard.get(signal.is) ?? 0) + 1);
          take(signal);
        }
      },
      (isWorthAgain) => {
        if (stopped) return;
        // What held is asked for again at once; a bus that is gone holds nothing up.
        if (!told || !isWorthAgain) {
          letGo();
          resolve();
        }
        if (!isWorthAgain) return;
        if (performance.now() - startedMs >= LASTED_MS) waitMs = AGAIN_MS;
        timer = setTimeout(start, waitMs).unref();
        waitMs = Math.min(waitMs * 4, LONGEST_AGAIN_MS);
      },
    );
  }
  start();

  return {
    known,
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopListening();
      resolve();
    },
  };
}

/**
 * Lets a Linux desktop start and end the time that cannot be measured, where Electron does not tell: a locked
 * screen, another user in front of it, and sleep once more. How things are is asked for once a source is there,
 * as the app may start behind a locked screen. A source that falls silent for good holds nothing up.
 */
export function watchSession(needs: SessionWatchNeeds): SessionWatch {
  const { places, sessionId, holds, listen = listenByGdbus, ask = askByGdbus } = needs;
  const path = sessionId === undefined ? undefined : sessionPath(sessionId);
  const watches = places.map((place) => watchPlace(place, path, { listen, ask }, holds.set));
  return {
    known: Promise.all(watches.map(({ known }) => known)).then(() => undefined),
    stop() {
      for (const { stop } of watches) stop();
    },
  };
}

/** So long is waited for what a desktop tells, and no longer. */
const KNOWN_MS = 1_500;

/** Watches the session that this process is in, on Linux; `known` takes 1.5 s at most. */
export function watchThisSession(holds: Holds): SessionWatch {
  let watch: SessionWatch | undefined;
  let stopped = false;
  const told =
    process.platform === 'linux'
      ? findSessionId().then((sessionId) => {
          if (stopped) return;
          watch = watchSession({ places: placesHere(), sessionId, holds });
          return watch.known;
        })
      : Promise.resolve();
  const enough = new Promise<void>((resolve) => setTimeout(resolve, KNOWN_MS).unref());
  return {
    known: Promise.race([told, enough]),
    stop() {
      stopped = true;
      watch?.stop();
    },
  };
}
