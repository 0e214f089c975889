/**
 * @file x-win itself over a real bus, on which a program stands for GNOME Shell. x-win 3.2.0 ends the process
 * that asked where an answer lacks a field; so the command line asks here, in a process of its own.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EXTENSION_VERSION } from '../../electron/tracking/sources/gnome-extension-files.ts';
import {
  createShellExtension,
  extensionFolder,
  runsExtension,
} from '../../electron/tracking/sources/gnome-extension.ts';
import { programRunner } from '../../electron/system/run-program.ts';
import { startInWorker } from '../../electron/tracking/sources/in-worker.ts';
import { BUS_LACKS, setEnv, startBus } from '../support/bus.ts';
import { joinBus, properties, property, text, truth } from '../support/bus-client.ts';
import { runCli } from '../support/cli.ts';
import { answerOf, type ShownWindow } from '../support/extension-code.ts';
import { tempDir } from '../support/temp-dir.ts';

const PATH = '/org/gnome/Shell/Extensions/XWinWaylandExtension';

/** What x-win's own extension answers where no window is in front: it leaves the name out. */
const FOREIGN_ANSWER = JSON.stringify({
  id: 0,
  os: 'linux',
  title: '',
  info: { process_id: 0, path: '', exec_name: '' },
  position: { width: 0, height: 0, x: 0, y: 0, isFullScreen: false },
  usage: { memory: 0 },
});

interface Shell {
  /** The extension that it has loaded; undefined where it has none. */
  loaded: string | undefined;
  isOn: boolean;
  answer: string;
}

/** Puts a GNOME Shell on a bus of its own, and this process and its children into its session. */
async function startShell(): Promise<Shell> {
  const { address } = await startBus();
  const shell: Shell = { loaded: undefined, isOn: false, answer: FOREIGN_ANSWER };
  const bus = await joinBus(address, ({ path, member, args }) => {
    const isMine = args[0] === 'x-win@miniben90.org';
    if (path === PATH && member === 'get_active_window') {
      return shell.isOn ? text(shell.answer) : undefined;
    }
    if (path !== '/org/gnome/Shell') return undefined;
    if (member === 'Get' && args[1] === 'ShellVersion') return property('46.2');
    if (member === 'EnableExtension' && isMine) {
      shell.isOn = shell.loaded !== undefined;
      return truth(shell.isOn);
    }
    if (member === 'DisableExtension' && isMine) {
      shell.isOn = false;
      return truth(true);
    }
    if (member !== 'GetExtensionInfo' || !isMine) return undefined;
    const { loaded, isOn } = shell;
    return properties(loaded ? { 'version-name': loaded, state: isOn ? 1 : 2 } : {});
  });
  onTestFinished(() => bus.close());
  bus.own('org.gnome.Shell');
  for (const [name, value] of [
    ['DBUS_SESSION_BUS_ADDRESS', address],
    ['XDG_SESSION_TYPE', 'wayland'],
    ['XDG_CURRENT_DESKTOP', 'GNOME'],
    ['WAYLAND_DISPLAY', 'wayland-0'],
  ] as const) {
    setEnv(name, value);
  }
  return shell;
}

/** What the command line says of the windows here. */
async function examine(): Promise<unknown> {
  const { status, stdout, stderr } = await runCli(['doctor', '--data', tempDir()]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

const WINDOW: ShownWindow = {
  get_id: () => 7,
  get_pid: () => 4711,
  get_title: () => 'Feed | LinkedIn — Mozilla Firefox',
  get_wm_class: () => 'firefox',
  is_fullscreen: () => false,
};

test.skipIf(BUS_LACKS !== '')(
  `the window in front is read through the extension, and its lack ends nothing${BUS_LACKS}`,
  async () => {
    const shell = await startShell();
    Object.assign(shell, { loaded: EXTENSION_VERSION, isOn: true, answer: answerOf(46, null) });
    expect(await examine()).toMatchObject({
      session: 'wayland',
      windowSource: { source: 'gnome-extension' },
    });

    const source = startInWorker(
      'x-win',
      new URL('../../electron/tracking/sources/window-worker.ts', import.meta.url),
      20_000,
    );
    onTestFinished(() => source.stop());
    expect(await source.read()).toEqual({ kind: 'no-window' });
    shell.answer = answerOf(46, WINDOW);
    expect(await source.read()).toMatchObject({
      kind: 'window',
      sample: { app: 'firefox-esr', title: 'Feed | LinkedIn — Mozilla Firefox' },
    });
    shell.answer = answerOf(46, { ...WINDOW, get_title: () => null });
    expect(await source.read()).toMatchObject({ sample: { app: 'firefox-esr', title: '' } });
    // As behind a locked screen, or removed from outside.
    shell.isOn = false;
    expect(await source.read()).toEqual({ kind: 'failed', why: 'throws' });
  },
  60_000,
);

test.skipIf(BUS_LACKS !== '')(
  `an extension of another program is not asked, and the command line says what is missing${BUS_LACKS}`,
  async () => {
    const shell = await startShell();
    Object.assign(shell, { loaded: '1.8.0', isOn: true });
    const reason = "sees nothing under Wayland without Sweetspot's extension of GNOME Shell";
    const windowSource: unknown = Reflect.get(Object(await examine()), 'windowSource');
    expect(windowSource).toMatchObject({ source: null });
    expect(Reflect.get(Object(windowSource), 'tried')).toContainEqual({
      name: 'gnome-extension',
      works: false,
      reason,
    });
  },
  60_000,
);

test.skipIf(BUS_LACKS !== '')(
  `the extension is installed, switched on and removed by calls of GNOME Shell${BUS_LACKS}`,
  async () => {
    const shell = await startShell();
    const run = programRunner(20_000);
    const folder = extensionFolder(tempDir());
    const { act } = createShellExtension(run, folder);
    expect(await act('look')).toBe('absent');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'metadata.json'), '{ "version-name": "1.8.0" }');
    expect(await act('look')).toBe('foreign');
    expect(await act('install')).toBe('waiting');
    shell.loaded = EXTENSION_VERSION;
    expect(await act('look')).toBe('off');
    expect(await act('enable')).toBe('on');
    expect(await runsExtension(run)).toBe(true);
    expect(await act('remove')).toBe('absent');
    expect(shell.isOn).toBe(false);
  },
  60_000,
);
