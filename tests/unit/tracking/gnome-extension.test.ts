import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  actOnExtension,
  type ExtensionCalls,
  extensionFolder,
} from '../../../electron/tracking/gnome-extension.ts';
import {
  createShellExtension,
  isForExtension,
} from '../../../electron/tracking/shell-extension.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A GNOME Shell that loads what lies in the home when a session begins. */
function shell() {
  const folder = extensionFolder(tempDir());
  const calls: string[] = [];
  let loaded = false;
  let enabled = false;
  const known = () => {
    if (!loaded) throw new Error('org.freedesktop.DBus.Error.ServiceUnknown');
  };
  const functions: ExtensionCalls = {
    installExtension() {
      calls.push('install');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'metadata.json'), '{}');
      return true;
    },
    uninstallExtension() {
      calls.push('uninstall');
      rmSync(join(folder, 'metadata.json'));
      // As x-win does where GNOME Shell does not know of it.
      throw new Error('No such file or directory');
    },
    enableExtension() {
      calls.push('enable');
      known();
      return (enabled = true);
    },
    disableExtension() {
      calls.push('disable');
      known();
      enabled = false;
      return true;
    },
    isEnabledExtension() {
      known();
      return enabled;
    },
  };
  return {
    act: (action: Parameters<typeof actOnExtension>[0]) =>
      actOnExtension(action, functions, folder),
    beginSession: () => (loaded = true),
    calls,
  };
}

describe('the extension of GNOME Shell', () => {
  test('is not touched by a look', () => {
    const { act, calls } = shell();
    expect(act('look')).toBe('absent');
    expect(calls).toEqual([]);
  });

  test('is installed, waits for a session, is switched on, and is removed whole', () => {
    const { act, beginSession, calls } = shell();
    expect(act('install')).toBe('off');
    expect(act('enable')).toBe('off');
    beginSession();
    expect(act('look')).toBe('off');
    expect(act('enable')).toBe('on');
    expect(act('look')).toBe('on');
    expect(act('remove')).toBe('absent');
    expect(calls).toEqual(['install', 'enable', 'enable', 'enable', 'disable', 'uninstall']);
  });

  test('says so where it cannot be put into the home', () => {
    const { act } = shell();
    const refuse = { installExtension: () => false } as ExtensionCalls;
    expect(() => actOnExtension('install', refuse, extensionFolder(tempDir()))).toThrow();
    expect(act('look')).toBe('absent');
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

describe('its worker', () => {
  const running = (code: string) =>
    createShellExtension(new URL(`data:text/javascript,${encodeURIComponent(code)}`), 2_000);
  const answer = (code: string) =>
    `import { parentPort, workerData } from 'node:worker_threads'; ${code}`;

  test('is told what to do, and tells what has become of it', async () => {
    const extension = running(
      answer(
        "parentPort.postMessage({ extension: workerData.extension === 'install' ? 'off' : 'absent' })",
      ),
    );
    expect(await extension.act('install')).toBe('off');
    expect(await extension.act('look')).toBe('absent');
  });

  test.for([
    ['throws', "throw new Error('no')"],
    ['ends', ''],
    ['says something else', "parentPort.postMessage({ extension: 'perhaps' })"],
  ] as const)('that %s is an error', async ([, code]) => {
    await expect(running(answer(code)).act('look')).rejects.toThrow('gave no answer');
  });
});
