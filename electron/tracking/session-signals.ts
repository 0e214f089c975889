/** @file What the D-Bus of a Linux desktop tells of the session: locked, in front, asleep. */

/** What the session is told to be. Each is told of apart from the others. */
export type SessionSignal =
  | { readonly is: 'locked'; readonly on: boolean; readonly by: 'saver' | 'session' }
  | { readonly is: 'switched-away'; readonly on: boolean }
  | { readonly is: 'suspended'; readonly on: boolean };

/** A bus, and the program on it that is listened to. */
export interface SignalPlace {
  readonly bus: 'system' | 'session';
  readonly name: string;
}

/** The programs that lock the screens of desktops. Any may run on any: what a desktop is called says little. */
const SAVERS = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
];

/** The programs that tell: the system's session manager, and every screen saver. */
export const SIGNAL_PLACES: readonly SignalPlace[] = [
  { bus: 'system', name: 'org.freedesktop.login1' },
  ...SAVERS.map((name) => ({ bus: 'session', name }) as const),
];

/** The object of a session at logind, whose names take letters and digits alone, and no digit first. */
export function sessionPath(sessionId: string): string {
  const escaped = sessionId.replaceAll(
    /^\d|[^A-Za-z0-9]/g,
    (sign) => `_${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/org/freedesktop/login1/session/${escaped}`;
}

/** A call of an object on a bus, as the words of `gdbus call`. */
export interface Question {
  readonly path: string;
  readonly method: string;
  readonly args: readonly string[];
}

const SESSION = 'org.freedesktop.login1.Session';

/**
 * What a place is asked once it is there, as signals tell of changes alone.
 *
 * @param session the object of this session at logind; undefined where unknown.
 */
export function questionOf({ bus, name }: SignalPlace, session: string | undefined) {
  if (bus === 'session') {
    const path = `/${name.replaceAll('.', '/')}`;
    return { path, method: `${name}.GetActive`, args: [] } satisfies Question;
  }
  if (session === undefined) return undefined;
  const method = 'org.freedesktop.DBus.Properties.GetAll';
  return { path: session, method, args: [SESSION] } satisfies Question;
}

/**
 * What an answer to {@link questionOf} tells.
 *
 * That another session is in front is believed of one with a display alone: whoever starts the app from a
 * terminal that was opened elsewhere has the id of a session that never comes in front again.
 */
export function readAnswer({ bus }: SignalPlace, text: string): SessionSignal[] {
  if (bus === 'session') {
    const active = /^\((true|false),?\)/.exec(text)?.[1];
    return active === undefined ? [] : [{ is: 'locked', on: active === 'true', by: 'saver' }];
  }
  const signals = readProperties(text);
  const hasDisplay = /'Type': <'(?:x11|wayland|mir)'>/.test(text);
  return signals.filter(({ is, on }) => is !== 'switched-away' || !on || hasDisplay);
}

/** Whether a line of `gdbus monitor` says that the program is on the bus, or not; undefined where neither. */
export function readOwner(line: string): boolean | undefined {
  if (/^The name \S+ is owned by /.test(line)) return true;
  return /^The name \S+ does not have an owner/.test(line) ? false : undefined;
}

/** The properties of a session, as GVariant writes them. */
function readProperties(text: string): SessionSignal[] {
  const signals: SessionSignal[] = [];
  const locked = /'LockedHint': <(true|false)>/.exec(text)?.[1];
  if (locked !== undefined) signals.push({ is: 'locked', on: locked === 'true', by: 'session' });
  const active = /'Active': <(true|false)>/.exec(text)?.[1];
  if (active !== undefined) signals.push({ is: 'switched-away', on: active === 'false' });
  return signals;
}

const SAVER = /^\S+: \S+\.ScreenSaver\.ActiveChanged \((true|false),?\)/;
const SLEEP =
  /^\/org\/freedesktop\/login1: org\.freedesktop\.login1\.Manager\.PrepareForSleep \((true|false),?\)/;
const CHANGED =
  /^(\S+): org\.freedesktop\.DBus\.Properties\.PropertiesChanged \('org\.freedesktop\.login1\.Session', \{(.*)\}/;
const UNLOCK = /^(\S+): org\.freedesktop\.login1\.Session\.Unlock \(\)/;

/**
 * What a line of `gdbus monitor` tells; nothing where it tells something else.
 *
 * logind's `Lock` is a wish, to which no unlocking need follow, so only what is (`LockedHint`) is believed.
 *
 * @param path the object of this session at logind; what others do is of no matter. Undefined where unknown.
 */
export function readSignals(line: string, path: string | undefined): SessionSignal[] {
  const saver = SAVER.exec(line);
  if (saver) return [{ is: 'locked', on: saver[1] === 'true', by: 'saver' }];
  const sleep = SLEEP.exec(line);
  if (sleep) return [{ is: 'suspended', on: sleep[1] === 'true' }];
  const unlock = UNLOCK.exec(line);
  if (unlock && unlock[1] === path) return [{ is: 'locked', on: false, by: 'session' }];
  const changed = CHANGED.exec(line);
  if (!changed || changed[1] !== path) return [];
  return readProperties(changed[2] ?? '');
}
