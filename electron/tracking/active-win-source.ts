import { programName, type ReadWindow, type Sighting } from './window-reading.ts';

/**
 * Reads the active window by helper programs of the system (`active-win`, now published as get-windows).
 *
 * @throws where the optional dependency is not installed.
 */
export async function openActiveWin(): Promise<ReadWindow> {
  const { activeWindow } = await import('active-win');
  return async (): Promise<Sighting> => {
    // Either permission would make macOS ask at each sample; the app asks for them itself, after a click.
    const window = await activeWindow({
      accessibilityPermission: false,
      screenRecordingPermission: false,
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

/** Lets macOS ask for Screen Recording, where it never has; the app comes on its list by that. */
export async function askForScreenRecording(): Promise<void> {
  const { activeWindow } = await import('active-win');
  // What it sees, or that it may not, is of no matter here.
  await activeWindow({ accessibilityPermission: false, screenRecordingPermission: true }).catch(
    () => undefined,
  );
}
