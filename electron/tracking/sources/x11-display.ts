/** @file Follows one X11 display: the window in front, idle time and the lock, over one connection that comes back by itself. */
import type { ChangeWatch, OnHint, Reading, Stop } from './source.ts';
import type { DisplayAddress } from './x11/display-address.ts';
import { readChange } from './x11/display-events.ts';
import { createDisplayIdle } from './x11/display-idle.ts';
import { createDisplayLock } from './x11/display-lock.ts';
import { linkServer } from './x11/server.ts';
import { createFrontWindow } from './x11-front.ts';

/** One display, as it is followed. */
export interface DisplayWatch {
  read(): Promise<Reading>;
  watch(onHint: OnHint): ChangeWatch;
  askIdle(): Promise<void>;
  idleMs(): number | undefined;
  watchLock(onLock: (locked: boolean) => void): Stop;
  stop(): void;
}

/** Follows a display; rejects where it cannot be reached now. */
export async function watchDisplay(
  address: DisplayAddress,
  env: NodeJS.ProcessEnv,
): Promise<DisplayWatch> {
  const listeners = new Set<OnHint>();
  const hint = (agoMs = 0) => {
    for (const onHint of listeners) onHint(true, agoMs);
  };

  const link = linkServer({
    address,
    env,
    onEvent(event, { connection, atoms }) {
      const change = readChange(event, connection.root, atoms);
      if (change.manager) front.forgetManager();
      if (change.front) front.change();
      if (change.lock) lock.hint();
    },
    async onThere() {
      front.reset();
      idle.reset();
      await idle.ask();
      lock.hint();
      front.change();
    },
    onGone() {
      idle.reset();
      lock.reset();
      hint();
    },
  });
  const front = createFrontWindow(link.now, hint);
  const idle = createDisplayIdle(link.now);
  const lock = createDisplayLock(link.now);

  await link.open();
  return {
    read: front.read,
    watch(onHint) {
      listeners.add(onHint);
      return {
        isSure: () => link.now() !== undefined && front.isTold(),
        stop: () => void listeners.delete(onHint),
      };
    },
    askIdle: idle.ask,
    idleMs: idle.idleMs,
    watchLock: lock.watch,
    stop() {
      link.stop();
      front.stop();
      idle.reset();
      lock.reset();
    },
  };
}
