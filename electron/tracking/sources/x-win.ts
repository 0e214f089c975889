import { runProgram } from '../../system/run-program.ts';
import { runsExtension } from './gnome-extension.ts';
import { startInWorker } from './in-worker.ts';
import { whyNoLibrary } from './session-type.ts';
import type { Source } from './source.ts';
import { programName, type ReadWindow, type Sighting } from './window-reading.ts';

/** x-win's `url` on Linux is a sentence that it is not supported, not an address. */
const GIVES_URLS = process.platform !== 'linux';

/** x-win asks GNOME Shell where this is set, and the X server where it is not. */
const ASKS_GNOME = process.platform === 'linux' && Boolean(process.env['WAYLAND_DISPLAY']);

/** What x-win says under X11 where no window, or one that belongs to no process, is active. */
const NO_WINDOW = /_NET_WM_PID|_NET_ACTIVE_WINDOW/;

/**
 * Reads the active window in this process. Some of what it asks the system for is asked only when it is
 * read, and may take its time, so it runs in a worker.
 *
 * @throws where the library does not load on this system, or the extension that it asks under Wayland is
 *   not this app's: the answers of others may end the process.
 */
export async function openXWin(): Promise<ReadWindow> {
  if (ASKS_GNOME && !(await runsExtension(runProgram))) {
    throw new Error('GNOME Shell does not run the extension');
  }
  const { activeWindowAsync } = await import('@miniben90/x-win');
  return async (depth): Promise<Sighting> => {
    try {
      const window = await activeWindowAsync();
      const { info } = window;
      const app = programName(info.path, info.execName || info.name);
      if (app === '' && window.title === '') return { kind: 'no-window' };
      const url = GIVES_URLS && depth === 'address' ? window.url : '';
      return {
        kind: 'window',
        key: String(window.id),
        fullScreen: window.position.isFullScreen,
        sample: { app, title: window.title, ...(url === '' ? {} : { url }) },
      };
    } catch (error) {
      if (error instanceof Error && NO_WINDOW.test(error.message)) return { kind: 'no-window' };
      throw new Error('x-win cannot read the active window', { cause: error });
    }
  };
}

/** Reads through `x-win`: Windows and macOS, and X11 where its server cannot be asked itself. */
export const xWin: Source = {
  name: 'x-win',
  tells: ['window'],
  canWork: whyNoLibrary,
  start: ({ workerUrl }) => Promise.resolve(startInWorker('x-win', workerUrl)),
};
