import { createPresence } from './presence.ts';
import { idleOf, queryIdle } from './requests.ts';
import type { Server } from './server.ts';

/** When the user of a display was last there. */
export interface DisplayIdle {
  /** Asks the display; what it says is known once this resolves. Never rejects. */
  ask(): Promise<void>;
  /** Milliseconds since the last input, by the latest answer; undefined where there is none. */
  idleMs(): number | undefined;
  /** Forgets what was before, as at another server or at the end. */
  reset(): void;
}

/** @param serverNow the server that is there; undefined while none is. */
export function createDisplayIdle(serverNow: () => Server | undefined): DisplayIdle {
  let presence = createPresence();
  let inputMs: number | undefined;
  let asking: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;

  async function askNow(): Promise<void> {
    const { connection, saver } = serverNow() ?? {};
    if (!connection || saver === undefined) return;
    try {
      const answer = await connection.ask(queryIdle(saver, connection.root));
      // What a program does to the counter is no input.
      inputMs = presence.see(performance.now() - idleOf(answer));
      const nextMs = presence.nextLookMs(performance.now());
      if (nextMs !== undefined) again = setTimeout(() => void ask(), nextMs).unref();
    } catch {
      inputMs = undefined;
    }
  }

  function ask(): Promise<void> {
    clearTimeout(again);
    return (asking ??= askNow().finally(() => (asking = undefined)));
  }

  return {
    ask,
    idleMs: () => (inputMs === undefined ? undefined : Math.max(1, performance.now() - inputMs)),
    reset() {
      clearTimeout(again);
      presence = createPresence();
      inputMs = undefined;
    },
  };
}
