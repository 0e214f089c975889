import { CannotWork, type Source } from './source.ts';
import { compositor } from './compositor.ts';
import { compositorPath, openCompositor } from './wayland/compositor.ts';

/** Asks a compositor that tells nothing of windows for the time since the last input alone, as KWin. */
export const compositorIdle: Source = {
  name: 'wayland-idle',
  tells: ['idle'],
  canWork: compositor.canWork,
  async start({ env }) {
    const opened = openCompositor({ path: compositorPath(env) ?? '' });
    await opened.known;
    if (opened.idleMs() === undefined) {
      const reason = opened.state() === 'unreachable' ? 'throws' : 'tells-nothing';
      opened.stop();
      throw new CannotWork(reason);
    }
    return {
      idleMs: opened.idleMs,
      sign: opened.sign,
      stop() {
        opened.stop();
        return Promise.resolve();
      },
    };
  },
};
