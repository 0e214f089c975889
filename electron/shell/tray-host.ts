import type { RunProgram } from '../system/run-program.ts';

/**
 * Whether the desktop shows the icons that are put into its tray. Linux alone has desktops that do not, as
 * GNOME without an extension, and putting one there fails nowhere: the session's bus is asked who shows them.
 *
 * @returns false where that cannot be told.
 */
export async function showsTrayIcons(platform: string, run: RunProgram): Promise<boolean> {
  if (platform !== 'linux') return true;
  try {
    const answer = await run('dbus-send', [
      '--session',
      '--print-reply=literal',
      '--dest=org.kde.StatusNotifierWatcher',
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      'string:org.kde.StatusNotifierWatcher',
      'string:IsStatusNotifierHostRegistered',
    ]);
    return /\btrue\b/.test(answer);
  } catch {
    return false;
  }
}
