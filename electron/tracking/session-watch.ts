import { callBus } from '../system/bus-call.ts';
import { type RunProgram, runProgram } from '../system/run-program.ts';
import { type ListenTo, listenByGdbus } from './bus-listen.ts';
import type { Holds } from './holds.ts';
import { type Ask, type SessionWatch, watchPlace } from './place-watch.ts';
import { type SignalPlace, sessionPath, SIGNAL_PLACES } from './session-signals.ts';

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

/**
 * Lets a Linux desktop start and end the time that cannot be measured, where Electron does not tell: a locked
 * screen, another user in front of it, and sleep once more. How things are is asked for once a source is there,
 * as the app may start behind a locked screen. A source that falls silent for good holds nothing up.
 */
export function watchSession(needs: SessionWatchNeeds): SessionWatch {
  const { places, sessionId, holds, listen = listenByGdbus, ask = askByGdbus } = needs;
  const path = sessionId === undefined ? undefined : sessionPath(sessionId);
  const watches = places.map((place) => watchPlace({ place, path, listen, ask, set: holds.set }));
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
