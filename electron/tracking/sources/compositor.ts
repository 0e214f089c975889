import type { ChangeWatch, OnHint, Reading, Source, SourceAtWork, Stop } from './source.ts';
import { CannotWork } from './source.ts';
import { type Compositor, compositorPath, openCompositor } from './wayland/compositor.ts';
import { isLockerAtWork } from './wayland/lockers.ts';

/** libwayland sends no longer message: a longer title was cut on its way, and its end tells what it is. */
const LONGEST_TITLE_BYTES = 4_000;

/** While nothing is in front, it is looked this often whether the screen is locked. */
const LOCK_LOOK_MS = 1_000;

function read(compositor: Compositor): Reading {
  if (compositor.state() !== 'tells') return { kind: 'failed', why: 'throws' };
  const front = compositor.front();
  if (!front) return { kind: 'no-window' };
  const { id, title, appId, fullScreen } = front;
  if (Buffer.byteLength(title) >= LONGEST_TITLE_BYTES) return { kind: 'unmeasured' };
  const names = appId === '' ? [] : [appId];
  return { kind: 'window', key: String(id), fullScreen, sample: { app: appId, names, title } };
}

/** Tells of a locked screen: nothing is in front, and a program that locks is at work. */
function watchLock(
  compositor: Compositor,
  isLocker: () => boolean,
  onLock: (locked: boolean) => void,
): Stop {
  let timer: NodeJS.Timeout | undefined;
  let told: boolean | undefined;
  const look = () => {
    clearTimeout(timer);
    const mayBe = compositor.state() === 'tells' && compositor.front() === undefined;
    const locked = mayBe && isLocker();
    if (locked !== told) onLock((told = locked));
    // What is locked on an empty workspace, and what is unlocked there, is no change of the window.
    if (mayBe) timer = setTimeout(look, LOCK_LOOK_MS).unref();
  };
  const unwatch = compositor.watch(look);
  look();
  return () => {
    clearTimeout(timer);
    unwatch();
  };
}

/** What a compositor that tells of windows gives. */
export function sourceOf(compositor: Compositor, isLocker = () => isLockerAtWork()): SourceAtWork {
  return {
    read: () => Promise.resolve(read(compositor)),
    watch: (onHint: OnHint): ChangeWatch => ({
      isSure: () => compositor.state() === 'tells',
      stop: compositor.watch(() => onHint(true)),
    }),
    idleMs: compositor.idleMs,
    sign: compositor.sign,
    watchLock: (onLock) => watchLock(compositor, isLocker, onLock),
    stop() {
      compositor.stop();
      return Promise.resolve();
    },
  };
}

/**
 * Asks the compositor itself over its socket: sway, labwc, wayfire, phoc, cage from 0.3, niri, Hyprland and COSMIC tell
 * of windows there.
 */
export const compositor: Source = {
  name: 'wayland-compositor',
  tells: ['window', 'idle', 'lock'],
  canWork: ({ session, env }) =>
    session === 'wayland' && compositorPath(env) !== undefined ? null : 'other-session',
  async start({ env }) {
    const opened = openCompositor({ path: compositorPath(env) ?? '' });
    await opened.known;
    if (opened.state() === 'tells') return sourceOf(opened);
    const reason = opened.state() === 'silent' ? 'tells-nothing' : 'throws';
    opened.stop();
    throw new CannotWork(reason);
  },
};
