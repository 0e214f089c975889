import { whyNoLibrary } from './session-type.ts';
import { CannotWork, type Source } from './source.ts';
import { displayAddress } from './x11/display-address.ts';
import { watchDisplay } from './x11-display.ts';

/** Asks the X server of this computer itself, over its local socket: the window, its changes, idle time and the lock. */
export const x11: Source = {
  name: 'x11',
  tells: ['window', 'idle', 'lock'],
  canWork: (environment) =>
    environment.session === 'x11' ? whyNoLibrary(environment) : 'other-session',
  async start({ env }) {
    const address = displayAddress(env['DISPLAY']);
    if (!address) throw new CannotWork('remote-display');
    const display = await watchDisplay(address, env);
    return {
      ...display,
      stop() {
        display.stop();
        return Promise.resolve();
      },
    };
  },
};
