/**
 * @file Runs a window source beside the main process, so that a slow system never holds the app up; or, started
 * for that, handles the extension of GNOME Shell once.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openActiveWin } from './active-win-source.ts';
import { actOnExtension, type ExtensionAction } from './gnome-extension.ts';
import type { SourceName } from './window-reading.ts';
import { openXWin } from './x-win-source.ts';

const ACTIONS: readonly ExtensionAction[] = ['look', 'install', 'enable', 'remove'];
const wanted: unknown = Reflect.get(Object(workerData), 'extension');
const action = ACTIONS.find((one) => one === wanted);

async function readOn(): Promise<void> {
  const name: SourceName = workerData === 'active-win' ? 'active-win' : 'x-win';
  const read = await (name === 'x-win' ? openXWin() : openActiveWin());
  parentPort?.on('message', (addresses: unknown) => {
    void read(addresses === true).then(
      (sighting) => parentPort?.postMessage({ sighting }),
      // The reason stays here: an error of the system may quote what was on the screen.
      () => parentPort?.postMessage({ sighting: null }),
    );
  });
}

if (action) {
  parentPort?.postMessage({
    extension: actOnExtension(action, await import('@miniben90/x-win')),
  });
} else {
  await readOn();
}
