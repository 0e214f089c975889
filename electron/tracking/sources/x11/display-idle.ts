import { createPresence } from './presence.ts';
import { idleOf, queryIdle } from './requests.ts';
import type { Server } from './server.ts';

/** When the user of a display was last there. */
export interface DisplayIdle {
  /** Asks the display; what it says is known once this resolves. Never rejects. */
  ask(): Promise<void>;
  /** Milliseconds since the last input, by the latest answer; undefined where there is none. */
  idleMs(): number | undefined;
  /** Forgets what was before, as at another server. */
  reset(): void;
}

/** @param serverNow the server that is there; undefined while none is. */
export function createDisplayIdle(serverNow: () => Server | undefined): DisplayIdle {
  let presence = createPresence();
  let inputMs: number | undefined;
  let asking: Promise<void> | undefined;

  async function askNow(): Promise<void> {
    const { connection, saver } = serverNow() ?? {};
    if (!connection || saver === undefined) return;
    try {
      const answer = await connection.ask(queryIdle(saver, connection.root));
      // What a program does to the counter is no input.
      inputMs = presence.see(performance.now() - idleOf(answer));
    } catch {
      inputMs = undefined;
    }
  }

  return {
    ask: () => (asking ??= askNow().finally(() => (asking = undefined))),
    idleMs: () => (inputMs === undefined ? undefined : Math.max(1, performance.now() - inputMs)),
    reset() {
      presence = createPresence();
      inputMs = undefined;
    },
  };
}
