import { lookAtLock } from './lock.ts';
import { type LockWatch, createLockWatch } from './lock-watch.ts';
import type { Server } from './server.ts';

/** Whether a display is locked, for who listens. */
export interface DisplayLock extends LockWatch {
  /** Tells at once, and at each change; returns what ends that. */
  watch(onLock: (locked: boolean) => void): () => void;
}

/** @param serverNow the server that is there; undefined while none is. */
export function createDisplayLock(serverNow: () => Server | undefined): DisplayLock {
  const listeners = new Set<(locked: boolean) => void>();
  let locked = false;
  const watch = createLockWatch(
    async () => {
      const server = serverNow();
      if (!server) return { locked: false, suspicious: false };
      return await lookAtLock(server.connection, server.atoms, server.xinerama);
    },
    (now) => {
      locked = now;
      for (const onLock of listeners) onLock(now);
    },
  );
  return {
    ...watch,
    watch(onLock) {
      listeners.add(onLock);
      onLock(locked);
      return () => void listeners.delete(onLock);
    },
  };
}
