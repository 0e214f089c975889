import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type LinuxProcess,
  autostartCommand,
  autostartEntry,
  startsApp,
} from '../../../electron/shell/autostart-entry.ts';
import {
  type LoginItemApp,
  createAutostart,
  startsHidden,
} from '../../../electron/shell/autostart.ts';

const DEB: LinuxProcess = {
  execPath: '/opt/Sweetspot/sweetspot',
  env: {},
  homeDir: '/home/someone',
};

/** Reads an Exec line as the specification has it read, from the text of the file to arguments. */
function argumentsOf(content: string): string[] {
  const line = /\nExec=([^\n]*)/.exec(content)?.[1] ?? '';
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const value = line.replace(/\\([sntr\\])/g, (_, letter: string) => escapes[letter] ?? '');
  const found: string[] = [];
  let rest = value;
  while (rest !== '') {
    const [whole, quoted, plain = ''] = /^(?:"((?:[^"\\`$]|\\["\\`$])*)"|([^\s"]+))(?: |$)/.exec(
      rest,
    ) ?? ['', undefined, undefined];
    if (whole === '') throw new Error('not an Exec line');
    const argument = quoted === undefined ? plain : quoted.replace(/\\(["\\`$])/g, '$1');
    if (/%(?!%)/.test(argument.replaceAll('%%', ''))) throw new Error('a field code');
    found.push(argument.replaceAll('%%', '%'));
    rest = rest.slice(whole.length);
  }
  return found;
}

describe('the autostart file', () => {
  test('of a deb or an rpm starts the installed binary in the tray', () => {
    expect(autostartEntry(DEB)).toEqual({
      file: '/home/someone/.config/autostart/sweetspot.desktop',
      content:
        '[Desktop Entry]\nType=Application\nName=Sweetspot\n' +
        'Exec=/opt/Sweetspot/sweetspot --hidden\nTryExec=/opt/Sweetspot/sweetspot\n' +
        'Icon=sweetspot\nTerminal=false\nStartupNotify=false\nX-GNOME-Autostart-enabled=true\n',
    });
  });

  test('of an AppImage starts the image, not the place that it is mounted at', () => {
    const own = {
      ...DEB,
      execPath: '/tmp/.mount_Sweet8x2/sweetspot',
      env: { APPIMAGE: '/home/someone/My Apps/Sweetspot.AppImage', APPDIR: '/tmp/.mount_Sweet8x2' },
    };
    expect(autostartEntry(own).content).toContain(
      'Exec="/home/someone/My Apps/Sweetspot.AppImage" --hidden\n' +
        'TryExec=/home/someone/My Apps/Sweetspot.AppImage\n',
    );
  });

  test('is not misled by the AppImage of a terminal that the app was started from', () => {
    const env = { APPIMAGE: '/home/someone/Terminal.AppImage', APPDIR: '/tmp/.mount_Termin1' };
    expect(autostartCommand({ ...DEB, env })[0]).toBe('/opt/Sweetspot/sweetspot');
  });

  test('of a Flatpak goes through flatpak, by its id, in the folder of the host', () => {
    const env = {
      FLATPAK_ID: 'nl.sweetspot.Sweetspot',
      XDG_CONFIG_HOME: '/home/someone/.var/app/nl.sweetspot.Sweetspot/config',
    };
    const own = { ...DEB, execPath: '/app/main/sweetspot', env };
    expect(autostartEntry(own)).toMatchObject({
      file: '/home/someone/.config/autostart/nl.sweetspot.Sweetspot.desktop',
      content: expect.stringContaining(
        'Exec=flatpak run nl.sweetspot.Sweetspot --hidden\nIcon=nl.sweetspot.Sweetspot\n',
      ) as string,
    });
    const moved = { ...own, env: { ...env, HOST_XDG_CONFIG_HOME: '/home/someone/cfg' } };
    expect(autostartEntry(moved).file).toBe(
      '/home/someone/cfg/autostart/nl.sweetspot.Sweetspot.desktop',
    );
  });

  test('lies where XDG_CONFIG_HOME says, where that is a path from the root', () => {
    const fileIn = (home: string) =>
      autostartEntry({ ...DEB, env: { XDG_CONFIG_HOME: home } }).file;
    expect(fileIn('/cfg')).toBe('/cfg/autostart/sweetspot.desktop');
    expect(fileIn('cfg')).toBe('/home/someone/.config/autostart/sweetspot.desktop');
    expect(fileIn('')).toBe('/home/someone/.config/autostart/sweetspot.desktop');
  });

  test('gives any path back as it was', () => {
    const anyPath = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('"', '`', '$', '\\', '%', ' ', '\n', '\t', "'", '%u', ';', '&'),
          fc.string({ unit: 'grapheme' }),
        ),
        minLength: 1,
      })
      .filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(anyPath, (name) => {
        const own = { ...DEB, execPath: `/opt/${name}/sweetspot` };
        const { content } = autostartEntry(own);
        expect(argumentsOf(content)).toEqual([own.execPath, '--hidden']);
        expect(content.split('\n')).toHaveLength(10);
      }),
    );
  });
});

test.each([
  ['no file', undefined, false],
  ['an empty file', '', false],
  ['our own', autostartEntry(DEB).content, true],
  ['Hidden=true', '[Desktop Entry]\nExec=a\nHidden=true\n', false],
  ['Hidden = true with spaces', '[Desktop Entry]\nHidden = true \nExec=a\n', false],
  ['Hidden=false', '[Desktop Entry]\nExec=a\nHidden=false\n', true],
  ['switched off in GNOME', '[Desktop Entry]\nX-GNOME-Autostart-enabled=false\nExec=a\n', false],
  ['Hidden in another group', '[Desktop Entry]\nExec=a\n[Other]\nHidden=true\n', true],
  ['Hidden in a comment', '[Desktop Entry]\n#Hidden=true\nExec=a\n', true],
])('%s', (_, content, starts) => {
  expect(startsApp(content)).toBe(starts);
});

/** Electron's app, as a login item of macOS or Windows sees it. */
function loginItemApp(isPackaged = true) {
  const calls: unknown[] = [];
  let item = { openAtLogin: false, executableWillLaunchAtLogin: false, wasOpenedAtLogin: false };
  const app: LoginItemApp = {
    isPackaged,
    getLoginItemSettings(options) {
      calls.push(['get', options]);
      return { ...item, status: 'not-registered', launchItems: [] };
    },
    setLoginItemSettings(settings) {
      calls.push(['set', settings]);
      const on = settings.openAtLogin === true;
      item = { ...item, openAtLogin: on, executableWillLaunchAtLogin: on };
    },
  };
  return { app, calls, change: (now: Partial<typeof item>) => (item = { ...item, ...now }) };
}

describe('on Linux', () => {
  let homeDir = '';
  beforeEach(() => {
    homeDir = fs.mkdtempSync(path.join(os.tmpdir(), 'sweetspot-autostart-'));
  });
  afterEach(() => {
    fs.rmSync(homeDir, { recursive: true });
  });

  const own = (execPath = '/opt/Sweetspot/sweetspot') =>
    ({ platform: 'linux', execPath, env: {}, homeDir }) as const;
  const file = () => path.join(homeDir, '.config/autostart/sweetspot.desktop');
  const folder = () => fs.readdirSync(path.dirname(file()));

  test('is off by default, and goes on and off again leaving nothing behind', () => {
    const autostart = createAutostart(loginItemApp().app, own());
    expect(autostart).toMatchObject({ available: true });
    expect(autostart.isOn()).toBe(false);
    autostart.turn(true);
    expect(autostart.isOn()).toBe(true);
    expect(fs.readFileSync(file(), 'utf8')).toBe(autostartEntry(own()).content);
    expect(folder()).toEqual(['sweetspot.desktop']);
    autostart.turn(false);
    expect(autostart.isOn()).toBe(false);
    expect(folder()).toEqual([]);
  });

  test('follows an app that was moved', () => {
    createAutostart(loginItemApp().app, own()).turn(true);
    const moved = createAutostart(loginItemApp().app, own('/usr/lib/sweetspot/sweetspot'));
    moved.refresh();
    expect(fs.readFileSync(file(), 'utf8')).toContain('Exec=/usr/lib/sweetspot/sweetspot --hidden');
  });

  test('leaves what the user switched off, and makes no file that was not there', () => {
    const autostart = createAutostart(loginItemApp().app, own());
    autostart.refresh();
    expect(fs.existsSync(file())).toBe(false);
    autostart.turn(true);
    const hidden = `${fs.readFileSync(file(), 'utf8')}Hidden=true\n`;
    fs.writeFileSync(file(), hidden);
    expect(autostart.isOn()).toBe(false);
    createAutostart(loginItemApp().app, own('/elsewhere/sweetspot')).refresh();
    expect(fs.readFileSync(file(), 'utf8')).toBe(hidden);
    autostart.turn(true);
    expect(autostart.isOn()).toBe(true);
  });

  test('says in a sentence that the file cannot be written', () => {
    fs.writeFileSync(path.join(homeDir, '.config'), 'in the way');
    const autostart = createAutostart(loginItemApp().app, own());
    expect(() => autostart.turn(true)).toThrow(/sweetspot\.desktop cannot be written/);
    expect(autostart.isOn()).toBe(false);
    autostart.refresh();
  });
});

test('Windows is asked for the same path and arguments that it was given', () => {
  const { app, calls, change } = loginItemApp();
  const execPath = 'C:\\Users\\Someone\\AppData\\Local\\Programs\\Sweetspot\\Sweetspot.exe';
  const autostart = createAutostart(app, { platform: 'win32', execPath, env: {}, homeDir: '' });
  expect(autostart.isOn()).toBe(false);
  autostart.turn(true);
  expect(autostart.isOn()).toBe(true);
  // Switched off in the Task Manager: the entry stays, but does not run.
  change({ executableWillLaunchAtLogin: false });
  expect(autostart.isOn()).toBe(false);
  autostart.turn(false);
  const entry = { path: execPath, args: ['--hidden'] };
  expect(calls).toEqual([
    ['get', entry],
    ['set', { ...entry, openAtLogin: true, enabled: true }],
    ['get', entry],
    ['get', entry],
    ['set', { ...entry, openAtLogin: false, enabled: false }],
  ]);
});

test('macOS has a login item, which starts in the menu bar', () => {
  const { app, change } = loginItemApp();
  const autostart = createAutostart(app, {
    platform: 'darwin',
    execPath: '/Applications/Sweetspot.app/Contents/MacOS/Sweetspot',
    env: {},
    homeDir: '',
  });
  expect(autostart.isOn()).toBe(false);
  autostart.turn(true);
  expect(autostart.isOn()).toBe(true);
  expect(startsHidden(app, { platform: 'darwin', argv: ['Sweetspot'] })).toBe(false);
  change({ wasOpenedAtLogin: true });
  expect(startsHidden(app, { platform: 'darwin', argv: ['Sweetspot'] })).toBe(true);
});

test('--hidden starts hidden everywhere, and asks the system nothing', () => {
  const { app, calls } = loginItemApp();
  expect(startsHidden(app, { platform: 'linux', argv: ['sweetspot', '--hidden'] })).toBe(true);
  expect(startsHidden(app, { platform: 'linux', argv: ['sweetspot'] })).toBe(false);
  expect(calls).toEqual([]);
});

test('is not available in development', () => {
  const { app, calls } = loginItemApp(false);
  const autostart = createAutostart(app, { ...DEB, platform: 'linux' });
  autostart.turn(true);
  expect(autostart).toMatchObject({ available: false });
  expect(autostart.isOn()).toBe(false);
  expect(calls).toEqual([]);
});
