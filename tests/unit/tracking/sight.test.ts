import { describe, expect, test } from 'vitest';
import { createPermissions, PANES } from '../../../electron/tracking/permissions.ts';
import type { ShellExtension } from '../../../electron/tracking/sources/gnome-extension.ts';
import { createSight } from '../../../electron/tracking/sight.ts';
import { createWindowReader } from '../../../electron/tracking/sources/window-reader.ts';
import { choiceOf } from '../../support/source-choice.ts';

/** A Mac whose user has given nothing yet. */
function mac() {
  const status = { screen: 'not-determined', trusted: false };
  const asked: string[] = [];
  const permissions = createPermissions({
    screenStatus: () => status.screen,
    isTrusted(prompt) {
      if (prompt) asked.push('accessibility');
      return status.trusted;
    },
    askForScreen() {
      asked.push('screen');
      return Promise.resolve();
    },
    openPane: (pane) => asked.push(pane),
  });
  let changes = 0;
  const sight = createSight({
    session: 'macos',
    extension: null,
    kwin: null,
    accessibility: null,
    desktop: null,
    permissions,
    onChanged: () => (changes += 1),
  });
  const reads: string[] = [];
  let choices = 0;
  const reader = createWindowReader({
    choose: () => {
      choices += 1;
      return Promise.resolve(
        choiceOf({
          read: (depth = 'program') => {
            reads.push(depth);
            return Promise.resolve({ kind: 'no-window' });
          },
          stop: () => Promise.resolve(),
        }),
      );
    },
    monoMs: () => 0,
    session: 'macos',
    permissions: sight.permissions,
  });
  return {
    status,
    asked,
    sight,
    reader,
    reads,
    changes: () => changes,
    choices: () => choices,
  };
}

describe('on macOS', () => {
  test('nothing is looked at and nobody is asked before the user permits it', async () => {
    const { asked, reader, reads, choices, sight } = mac();
    for (let sample = 0; sample < 50; sample += 1) expect(await reader.read()).toBe('permission');
    await sight.handlers['sight:get']();
    expect(asked).toEqual([]);
    expect(reads).toEqual([]);
    expect(choices()).toBe(0);
    await reader.stop();
  });

  test('a click asks, and opens the pane where the switch is', async () => {
    const { asked, sight, status } = mac();
    await sight.handlers['sight:act']('ask-screen');
    expect(asked.splice(0)).toEqual(['screen', PANES.screen]);
    await sight.handlers['sight:act']('ask-addresses');
    expect(asked.splice(0)).toEqual(['accessibility', PANES.addresses]);
    status.screen = 'granted';
    await sight.handlers['sight:act']('ask-screen');
    expect(asked).toEqual([]);
  });

  test('a permission that is given or taken back is noticed at the next look', async () => {
    const { status, sight, reader, reads, changes } = mac();
    const tick = () => sight.see({ atMs: 0, monoMs: 0, idleMs: 0 }, false);
    tick();
    expect(changes()).toBe(0);
    status.screen = 'granted';
    tick();
    expect(changes()).toBe(1);
    expect(await reader.read()).toEqual({ kind: 'no-window' });
    status.trusted = true;
    expect(await reader.read()).toEqual({ kind: 'no-window' });
    expect(changes()).toBe(2);
    // Addresses only with the permission, so that macOS asks nobody of itself.
    expect(reads).toEqual(['title', 'address']);
    status.screen = 'denied';
    expect(await reader.read()).toBe('permission');
    expect(changes()).toBe(3);
    expect((await sight.handlers['sight:get']()).permissions).toEqual({
      screen: false,
      addresses: true,
    });
    status.screen = 'granted';
    expect(await reader.read()).toEqual({ kind: 'no-window' });
  });

  test('the panes are two of its own settings', () => {
    for (const pane of Object.values(PANES)) {
      expect(pane).toMatch(
        /^x-apple\.systempreferences:com\.apple\.preference\.security\?Privacy_\w+$/,
      );
    }
  });
});

describe('on GNOME under Wayland', () => {
  function gnome(extension: ShellExtension | null) {
    let changes = 0;
    const { handlers } = createSight({
      session: 'wayland',
      kwin: null,
      accessibility: null,
      desktop: 'GNOME',
      extension,
      permissions: null,
      onChanged: () => (changes += 1),
    });
    return { handlers, changes: () => changes };
  }

  test('the extension is looked at, and done with only what is asked', async () => {
    const acts: string[] = [];
    const { handlers, changes } = gnome({
      act(action) {
        acts.push(action);
        return Promise.resolve(action === 'install' ? 'waiting' : 'absent');
      },
    });
    expect(await handlers['sight:get']()).toEqual({
      session: 'wayland',
      idle: 'unknown',
      desktop: 'GNOME',
      kwin: null,
      accessibility: null,
      extension: 'absent',
      permissions: null,
    });
    expect(acts).toEqual(['look']);
    expect((await handlers['sight:act']('install-extension')).extension).toBe('waiting');
    expect(acts).toEqual(['look', 'install']);
    expect(changes()).toBe(1);
  });

  test('a shell that does not answer has none; one that refuses says so', async () => {
    const { handlers } = gnome({ act: () => Promise.reject(new Error('no answer')) });
    expect((await handlers['sight:get']()).extension).toBeNull();
    await expect(handlers['sight:act']('install-extension')).rejects.toThrow('did not take it');
  });

  test('elsewhere there is nothing of the kind to do', async () => {
    const { handlers } = gnome(null);
    await expect(handlers['sight:act']('install-extension')).rejects.toThrow('no such shell');
    await expect(handlers['sight:act']('ask-screen')).rejects.toThrow('no permission');
  });
});

describe('under KDE Plasma', () => {
  test('KWin runs nothing before the user agrees, and nothing after they no longer do', async () => {
    const said: boolean[] = [];
    const { handlers } = createSight({
      session: 'wayland',
      extension: null,
      kwin: {
        state: () => (said.at(-1) ? 'on' : 'off'),
        allow(may) {
          said.push(may);
          return Promise.resolve();
        },
      },
      accessibility: null,
      desktop: 'KDE Plasma',
      permissions: null,
      onChanged: () => undefined,
    });
    expect(await handlers['sight:get']()).toMatchObject({ kwin: 'off', desktop: 'KDE Plasma' });
    expect(said).toEqual([]);
    expect(await handlers['sight:act']('allow-kwin')).toMatchObject({ kwin: 'on' });
    expect(await handlers['sight:act']('forbid-kwin')).toMatchObject({ kwin: 'off' });
    expect(said).toEqual([true, false]);
  });
});
