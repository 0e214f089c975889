import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunProgram } from '../../../../electron/system/run-program.ts';
import {
  createShellExtension,
  extensionFolder,
  isForExtension,
  runsExtension,
} from '../../../../electron/tracking/sources/gnome-extension.ts';
import { answerOf, type ShownWindow } from '../../../support/extension-code.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** A GNOME Shell that loads what lies in the home when a session begins, and answers as `gdbus` writes it. */
function gnome(version = '46.2') {
  const folder = extensionFolder(tempDir());
  const methods: string[] = [];
  const shell = {
    version: version as string | null,
    loaded: undefined as string | undefined,
    /** 1 on, 2 off, 3 failed, 4 made for another version, 6 never switched on. */
    state: 6,
    /** How often it is asked before what was switched on is on. */
    slowness: 0,
    isOff: false,
  };
  const run: RunProgram = (_program, args) => {
    const method = args[args.indexOf('--method') + 1]?.split('.').at(-1) ?? '';
    if (method !== 'Get' && method !== 'GetExtensionInfo') methods.push(method);
    if (shell.version === null) return Promise.reject(new Error('gdbus failed'));
    if (method === 'Get') return Promise.resolve(`(<'${shell.version}'>,)\n`);
    if (method === 'EnableExtension') {
      if (shell.loaded && shell.state !== 4 && !shell.isOff) shell.state = 1;
      return Promise.resolve(shell.loaded ? '(true,)\n' : '(false,)\n');
    }
    if (method === 'DisableExtension') {
      if (shell.state === 1) shell.state = 2;
      return Promise.resolve('(true,)\n');
    }
    if (!shell.loaded) return Promise.resolve('(@a{sv} {},)\n');
    const state = shell.state === 1 && shell.slowness-- > 0 ? 2 : shell.state;
    return Promise.resolve(
      `({'uuid': <'x-win@miniben90.org'>, 'version-name': <'${shell.loaded}'>, 'type': <2.0>, 'state': <${state}.0>, 'error': <''>},)\n`,
    );
  };
  return {
    shell,
    run,
    folder,
    methods,
    act: createShellExtension(run, folder, 0).act,
    /** What a user does by signing out and in. */
    beginSession() {
      const metadata = join(folder, 'metadata.json');
      const read: unknown = existsSync(metadata)
        ? JSON.parse(readFileSync(metadata, 'utf8'))
        : undefined;
      shell.loaded =
        read === undefined ? undefined : String(Reflect.get(Object(read), 'version-name'));
      shell.state = 6;
    },
    /** What another program that uses x-win puts there. */
    installForeign() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'metadata.json'), '{ "version-name": "1.8.0" }');
    },
  };
}

describe('the extension of GNOME Shell', () => {
  test('is not touched by a look', async () => {
    const { act, methods, folder } = gnome();
    expect(await act('look')).toBe('absent');
    expect(methods).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test('is installed, waits for a session, is switched on, and is removed whole', async () => {
    const { act, beginSession, run, folder, shell, methods } = gnome();
    expect(await act('install')).toBe('waiting');
    expect(readdirSync(folder).toSorted()).toEqual(['extension.js', 'metadata.json']);
    expect(await act('enable')).toBe('waiting');
    beginSession();
    expect(await act('look')).toBe('off');
    expect(await runsExtension(run)).toBe(false);
    shell.slowness = 5;
    expect(await act('enable')).toBe('on');
    expect(await runsExtension(run)).toBe(true);
    expect(await act('remove')).toBe('absent');
    expect(existsSync(folder)).toBe(false);
    expect(methods).toEqual(['EnableExtension', 'EnableExtension', 'DisableExtension']);
  });

  test('stays off where extensions are off as a whole', async () => {
    const { act, beginSession, shell } = gnome();
    await act('install');
    beginSession();
    shell.isOff = true;
    expect(await act('enable')).toBe('off');
  });

  test('is told to be of no use to a GNOME of another version, before and after', async () => {
    const { act, beginSession, folder, shell, run } = gnome('46.2');
    await act('install');
    shell.version = '99.0';
    beginSession();
    shell.state = 4;
    expect(await act('look')).toBe('refused');
    expect(await act('enable')).toBe('refused');
    expect(await runsExtension(run)).toBe(false);
    // It may be tried there.
    expect(await act('remove')).toBe('untried');
    expect(await act('install')).toBe('waiting');
    const metadata: unknown = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8'));
    expect(Reflect.get(Object(metadata), 'shell-version')).toContain('99');
    shell.version = '41.0';
    expect(await act('remove')).toBe('unfit');
  });

  test('is told to have failed where GNOME could not start it', async () => {
    const { act, beginSession, shell } = gnome();
    await act('install');
    beginSession();
    shell.state = 3;
    expect(await act('look')).toBe('failed');
  });

  test('is told from that of another program, and takes its place after a click', async () => {
    const { act, beginSession, installForeign, shell, run, folder } = gnome();
    installForeign();
    writeFileSync(join(folder, 'left.js'), '');
    beginSession();
    shell.state = 1;
    expect(await act('look')).toBe('foreign');
    expect(await runsExtension(run)).toBe(false);
    expect(await act('install')).toBe('waiting');
    expect(readdirSync(folder)).not.toContain('left.js');
    beginSession();
    expect(await act('enable')).toBe('on');
  });

  test('was removed from outside', async () => {
    const { act, beginSession, folder, shell } = gnome();
    await act('install');
    beginSession();
    await act('enable');
    await createShellExtension(() => Promise.reject(new Error('gone')), folder, 0).act('remove');
    shell.loaded = undefined;
    expect(await act('look')).toBe('absent');
  });

  test('is nothing to speak of where no GNOME Shell answers, and is not put there', async () => {
    const { act, shell, folder } = gnome();
    shell.version = null;
    expect(await act('look')).toBeNull();
    expect(await act('install')).toBeNull();
    expect(existsSync(folder)).toBe(false);
  });

  test('is written for the version that runs', async () => {
    const codeFor = async (version: string) => {
      const { act, folder } = gnome(version);
      await act('install');
      return readFileSync(join(folder, 'extension.js'), 'utf8');
    };
    expect(await codeFor('44.9')).toContain('imports.gi');
    expect(await codeFor('45.0')).toContain("from 'gi://Gio'");
  });

  test.for([
    [{ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', WAYLAND_DISPLAY: 'wayland-0' }, true],
    [{ XDG_CURRENT_DESKTOP: 'GNOME' }, false],
    [{ XDG_CURRENT_DESKTOP: 'KDE', WAYLAND_DISPLAY: 'wayland-0' }, false],
    [{}, false],
  ] as const)('is of use on GNOME under Wayland alone: %o', ([env, is]) => {
    expect(isForExtension(env)).toBe(is);
  });
});

describe.for([44, 48])('what the extension tells under GNOME %i', (version) => {
  const WINDOW: ShownWindow = {
    get_id: () => 7,
    get_pid: () => 4711,
    get_title: () => 'Feed | LinkedIn',
    get_wm_class: () => 'firefox',
    is_fullscreen: () => true,
  };
  const told = (window: ShownWindow | null) => JSON.parse(answerOf(version, window)) as unknown;

  test('is the window in front', () => {
    expect(told(WINDOW)).toMatchObject({
      id: 7,
      title: 'Feed | LinkedIn',
      info: { process_id: 4711, name: 'firefox', exec_name: 'firefox-esr' },
      position: { isFullScreen: true },
    });
  });

  test.for([
    ['no window', null],
    ['no title', { ...WINDOW, get_title: () => null }],
    ['no name', { ...WINDOW, get_wm_class: () => null }],
    ['no process', { ...WINDOW, get_pid: () => 0 }],
    ['odd numbers', { ...WINDOW, get_pid: () => -1, get_id: () => 0.5 }],
  ] as const satisfies (readonly [string, ShownWindow | null])[])(
    'has every field, of its kind, where there is %s',
    ([, window]) => {
      const isWhole = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
      const whole = expect.toSatisfy(isWhole) as number;
      expect(told(window)).toEqual({
        id: whole,
        os: 'linux',
        title: expect.any(String) as string,
        info: {
          process_id: whole,
          name: expect.any(String) as string,
          path: '',
          exec_name: expect.any(String) as string,
        },
        position: { x: 0, y: 0, width: 0, height: 0, isFullScreen: expect.any(Boolean) as boolean },
        usage: { memory: 0 },
      });
    },
  );
});
