/** @file Runs a window source beside the main process, so that a slow system never holds the app up. */
import { parentPort, workerData } from 'node:worker_threads';
import { openActiveWin } from './active-win.ts';
import type { Library } from './in-worker.ts';
import { DEPTHS } from './window-reading.ts';
import { openXWin } from './x-win.ts';

const library: Library = workerData === 'active-win' ? 'active-win' : 'x-win';
const read = await (library === 'x-win' ? openXWin() : openActiveWin());
parentPort?.on('message', (message: unknown) => {
  void read(DEPTHS.find((depth) => depth === message) ?? 'program').then(
    (sighting) => parentPort?.postMessage({ sighting }),
    // The reason stays here: an error of the system may quote what was on the screen.
    () => parentPort?.postMessage({ sighting: null }),
  );
});
