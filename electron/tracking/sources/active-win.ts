import type * as ActiveWin from 'active-win';
import { startInWorker } from './in-worker.ts';
import { whyNoLibrary } from './session-type.ts';
import type { Source } from './source.ts';
import { programName, type ReadWindow, type Sighting } from './window-reading.ts';

/** Loads the package; rejects where the optional dependency is not installed. */
type LoadActiveWin = () => Promise<Pick<typeof ActiveWin, 'activeWindow'>>;

const load: LoadActiveWin = () => import('active-win');

/**
 * Reads the active window by helper programs of the system (`active-win`, now published as get-windows).
 *
 * @throws where the optional dependency is not installed.
 */
export async function openActiveWin(loadActiveWin = load): Promise<ReadWindow> {
  const { activeWindow } = await loadActiveWin();
  return async (depth): Promise<Sighting> => {
    const window = await activeWindow({
      // Where it is missing, macOS would ask at each sample.
      accessibilityPermission: false,
      // Without it every title is empty; where it is missing, macOS would ask.
      screenRecordingPermission: depth !== 'program',
    });
    // It gives nothing both where no window is active and where its helper programs are missing.
    if (!window) return { kind: 'unmeasured' };
    // On Linux a title that contains "=" comes as null, against its type.
    const title = window.title as string | null;
    if (title === null) return { kind: 'unmeasured' };
    const { name, path } = window.owner;
    const url = 'url' in window ? window.url : undefined;
    return {
      kind: 'window',
      key: String(window.id),
      sample: { app: programName(path, name), title, ...(url === undefined ? {} : { url }) },
    };
  };
}

/** Lets macOS ask for Screen Recording, where it never has; the app comes on its list by that. Never rejects. */
export async function askForScreenRecording(loadActiveWin = load): Promise<void> {
  try {
    const { activeWindow } = await loadActiveWin();
    await activeWindow({ accessibilityPermission: false, screenRecordingPermission: true });
  } catch {
    // That it may not see, or is not installed, is of no matter here: the switch is in the settings of macOS.
  }
}

/** Reads through the helper programs of `active-win`, where it is installed. */
export const activeWin: Source = {
  name: 'active-win',
  tells: ['window'],
  canWork: whyNoLibrary,
  start: ({ workerUrl }) => Promise.resolve(startInWorker('active-win', workerUrl)),
};
