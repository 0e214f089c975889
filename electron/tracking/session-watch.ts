import { execFile, spawn } from 'node:child_process';
import type { Tracker } from './tracker.ts';
import {
  type SessionSignal,
  type SignalPlace,
  readSignals,
  sessionPath,
  signalPlaces,
} from './session-signals.ts';
import type { Stop } from './x11-changes.ts';

/** Lets a program on a bus tell what it does, a line each. `onEnd` is told when nothing more will come. */
export type ListenTo = (
  place: SignalPlace,
  onLine: (line: string) => void,
  onEnd: () => void,
) => Stop;

/**
 * Listens through glib's `gdbus`, which holds the connection to the bus, a socket of this computer, so that
 * the app itself opens none. Where it is not installed, nothing is told.
 */
export const listenByGdbus: ListenTo = ({ bus, name }, onLine, onEnd) => {
  const child = spawn('gdbus', ['monitor', `--${bus}`, '--dest', name], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let ended = false;
  const end = () => {
    if (!ended) onEnd();
    ended = true;
  };
  child.on('error', end);
  child.on('exit', end);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  child.unref();
  return () => {
    ended = true;
    child.kill();
  };
};

/** The id of this process's session at logind: from the environment, else the one with the display. */
async function findSessionId(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  if (env['XDG_SESSION_ID']) return env['XDG_SESSION_ID'];
  const user = String(process.getuid?.() ?? '');
  return await new Promise((resolve) => {
    execFile('loginctl', ['show-user', user, '--property=Display', '--value'], (error, stdout) => {
      resolve(error ? undefined : stdout.trim() || undefined);
    });
  });
}

/** A socket of this computer; a bus may have other addresses, which are none of ours. */
const isHere = (address: string | undefined) => address?.startsWith('unix:') === true;

/** The places of this process's desktop on the buses that there are. */
export function placesHere(env: NodeJS.ProcessEnv = process.env): readonly SignalPlace[] {
  const system = env['DBUS_SYSTEM_BUS_ADDRESS'];
  return signalPlaces(env['XDG_CURRENT_DESKTOP'] ?? '').filter(({ bus }) =>
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
  readonly tracker: Pick<Tracker, 'halt' | 'release'>;
  readonly listen?: ListenTo;
}

/**
 * Lets a Linux desktop start and end the time that cannot be measured, where Electron does not tell: a locked
 * screen, another user in front of it, and sleep once more. A source that falls silent for good holds nothing up.
 */
export function watchSession(needs: SessionWatchNeeds): Stop {
  const { places, sessionId, tracker, listen = listenByGdbus } = needs;
  const path = sessionId === undefined ? undefined : sessionPath(sessionId);
  /** What holds, by the place that told it. */
  const holding = new Map<SessionSignal['is'], Set<string>>();

  function set(is: SessionSignal['is'], by: string, on: boolean): void {
    const holders = holding.get(is) ?? new Set<string>();
    holding.set(is, holders);
    const before = holders.size > 0;
    if (on) holders.add(by);
    else holders.delete(by);
    const after = holders.size > 0;
    if (after && !before) tracker.halt(is);
    else if (before && !after) tracker.release(is);
  }

  const stops = places.map((place) => {
    const key = (signal: SessionSignal) =>
      `${place.bus} ${signal.is === 'locked' ? signal.by : ''}`;
    return listen(
      place,
      (line) => {
        for (const signal of readSignals(line, path)) set(signal.is, key(signal), signal.on);
      },
      () => {
        for (const [is, holders] of holding) {
          for (const by of [...holders]) if (by.startsWith(place.bus)) set(is, by, false);
        }
      },
    );
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Watches the session that this process is in, on Linux. */
export function watchThisSession(tracker: SessionWatchNeeds['tracker']): Stop {
  let stop: Stop | undefined;
  let stopped = process.platform !== 'linux';
  if (!stopped) {
    void findSessionId().then((sessionId) => {
      if (!stopped) stop = watchSession({ places: placesHere(), sessionId, tracker });
    });
  }
  return () => {
    stopped = true;
    stop?.();
  };
}
