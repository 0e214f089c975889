import { runProgram } from '../../system/run-program.ts';
import { isForExtension, runsExtension } from './gnome-extension.ts';
import { startInWorker } from './in-worker.ts';
import { CannotWork, type Source } from './source.ts';

/** Asks GNOME Shell under Wayland, through the extension that the user let Sweetspot install there. */
export const gnomeShell: Source = {
  name: 'gnome-extension',
  tells: ['window'],
  // x-win asks the compositor where WAYLAND_DISPLAY is set, and the X server where it is not.
  canWork: ({ session, env }) =>
    session === 'wayland' && isForExtension(env) ? null : 'other-session',
  async start({ workerUrl }) {
    if (!(await runsExtension(runProgram))) throw new CannotWork('no-extension');
    return startInWorker('x-win', workerUrl);
  },
};
