import type { PushChannel, Pushes } from '../../shared/ipc/contract.ts';

/** The part of a window that can be told something. */
export interface PushTarget {
  isDestroyed(): boolean;
  readonly webContents: { send(channel: string, payload: unknown): void };
}

/** Tells the windows something unasked. */
export type Push = <C extends PushChannel>(channel: C, payload: Pushes[C]) => void;

/** @param windows the windows open at the moment of a push. */
export function createPush(windows: () => readonly PushTarget[]): Push {
  return (channel, payload) => {
    for (const window of windows()) {
      if (!window.isDestroyed()) window.webContents.send(channel, payload);
    }
  };
}
