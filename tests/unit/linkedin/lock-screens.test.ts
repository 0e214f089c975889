import { describe, expect, it } from 'vitest';
import { compileApps } from '../../../shared/linkedin/apps.ts';
import { TABLES } from '../../../shared/linkedin/tables.ts';

const resolveApp = compileApps(TABLES.apps, []);

describe('lock screens, greeters and screen savers', () => {
  const byDesktop: Readonly<Record<string, readonly string[]>> = {
    Windows: [
      'LockApp.exe',
      'LOCKAPP.EXE',
      'C:\\Windows\\SystemApps\\Microsoft.LockApp_cw5n1h2txyewy\\LockApp.exe',
      'Windows Default Lock Screen',
      'LogonUI.exe',
      'C:\\WINDOWS\\System32\\LOGONUI.EXE',
      'Windows Logon User Interface Host',
      'C:\\Windows\\System32\\Mystify.scr',
      'BUBBLES.SCR',
      'PhotoScreensaver.scr',
      'PhotoScreensaver',
      'ssText3d.scr',
      'scrnsave.scr',
    ],
    macOS: [
      'loginwindow',
      '/System/Library/CoreServices/loginwindow.app',
      'ScreenSaverEngine',
      '/System/Library/CoreServices/ScreenSaverEngine.app/',
      'com.apple.ScreenSaver.Engine',
      'legacyScreenSaver',
      'legacyScreenSaver-x86_64',
    ],
    GNOME: ['gnome-screensaver', '/usr/libexec/gnome-screensaver-dialog', 'gdm3'],
    KDE: [
      'kscreenlocker_greet',
      '/usr/lib/x86_64-linux-gnu/libexec/kscreenlocker_greet',
      'plasma-lockscreen',
      'sddm',
      'sddm-greeter-qt6',
    ],
    'other desktops': [
      'cinnamon-screensaver-main.py',
      'mate-screensaver-dialog',
      'xfce4-screensaver',
      'budgie-screensaver',
      'budgie-screensaver-dialog',
      'ukui-screensaver-dialog',
      'dde-lock',
      'cosmic-greeter',
      'io.elementary.greeter',
      'io.elementary.screen-locker',
      'pantheon-greeter',
      'slick-greeter',
      'lightdm-gtk-greeter',
      '/usr/sbin/LIGHTDM-GTK-GREETER',
      'light-locker',
    ],
    'no desktop': [
      'xscreensaver',
      'xscreensaver-auth',
      'i3lock',
      'i3lock-color',
      'swaylock',
      'swaylock-effects',
      'hyprlock',
      'gtklock',
      'waylock',
      'slock',
      'xsecurelock',
      'xlock',
      'xlockmore',
      'xtrlock',
      'alock',
      'physlock',
      'nwg-hello',
      'gtkgreet',
      'regreet',
    ],
  };
  for (const [desktop, apps] of Object.entries(byDesktop)) {
    it.each(apps)(`of ${desktop} are told: %s`, (app) => {
      expect(resolveApp(app).kind).toBe('lock-screen');
    });
  }

  it.each([
    'descr',
    'Transcr',
    'Screen Saver Studio',
    'Bubbles',
    'lockdown',
    'blocks',
    'Greetings',
  ])('are not any program that is called like one: %s', (app) =>
    expect(resolveApp(app).kind).toBe('other'),
  );
});
