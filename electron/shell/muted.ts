import type { RunProgram } from '../system/run-program.ts';

/**
 * Whether the desktop holds notifications back now: the user muted them, or it does so by itself, as KDE's Plasma
 * while the screen is shared. Elsewhere than on Linux the system itself keeps a notification for later.
 *
 * @returns false where that cannot be told.
 */
export async function holdsNotificationsBack(platform: string, run: RunProgram): Promise<boolean> {
  if (platform !== 'linux') return false;
  const answers = await Promise.allSettled([
    run('dbus-send', [
      '--session',
      '--print-reply=literal',
      '--dest=org.freedesktop.Notifications',
      '/org/freedesktop/Notifications',
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Notifications',
      'string:Inhibited',
    ]),
    run('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners']),
  ]);
  const [inhibited, banners] = answers.map((one) => (one.status === 'fulfilled' ? one.value : ''));
  return /\btrue\b/.test(inhibited ?? '') || banners?.trim() === 'false';
}
