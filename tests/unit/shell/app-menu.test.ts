import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { aboutPanel } from '../../../electron/shell/about-panel.ts';
import { appMenu } from '../../../electron/shell/app-menu.ts';
import { textsOf } from '../../../electron/texts/languages.ts';

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flat(item.submenu) : []),
  ]);
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  const act = vi.fn();
  const items = flat(appMenu(textsOf('nl'), platform, act));
  const shortcuts = items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));

  test('has settings, quitting and the pages under the keys that the system uses', () => {
    expect(shortcuts.map((one) => one.replace('CommandOrControl+', '')).sort()).toEqual(
      [',', '1', '2', '3', 'Q'].sort(),
    );
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    const settings = items.find(({ accelerator }) => accelerator?.endsWith(','));
    Reflect.apply(settings?.click ?? vi.fn(), undefined, []);
    expect(act).toHaveBeenLastCalledWith({ do: 'open', page: 'settings' });
  });

  test('has what every app has: about, close, edit, zoom and full screen', () => {
    const roles = items.flatMap(({ role }) => (role ? [role] : []));
    expect(roles).toEqual(
      expect.arrayContaining(['about', 'close', 'editMenu', 'zoomIn', 'togglefullscreen']),
    );
    // Nothing that would look inside the page, or load it again.
    expect(roles).not.toContain('toggleDevTools');
    expect(roles).not.toContain('reload');
  });

  test('is in the language of the app where the system has no words of its own', () => {
    const silent = items.filter(({ label, role, type }) => !label && !role && type !== 'separator');
    expect(silent).toEqual([]);
  });
});

test('macOS has its app menu first and a window menu, the others help', () => {
  const roles = (platform: string) =>
    appMenu(textsOf('en'), platform, vi.fn()).map(({ role, label }) => role ?? label);
  expect(roles('darwin')).toEqual(['appMenu', 'File', 'editMenu', 'View', 'windowMenu']);
  expect(roles('linux')).toEqual(['File', 'editMenu', 'View', 'Help']);
});

test.each(['en', 'nl'] as const)('the about box says what is inside, in %s', (language) => {
  const versions = { electron: '45.1.2', chrome: '154.0.1', node: '24.3.0', sqlite: '3.51.0' };
  const { applicationVersion, copyright = '' } = aboutPanel('1.2.3', versions, textsOf(language));
  expect(applicationVersion).toBe('1.2.3');
  expect(copyright).toContain('Electron 45.1.2, Chromium 154.0.1, Node 24.3.0, SQLite 3.51.0');
  expect(copyright).toContain('MIT');
  // On the stand-in there is no Electron to name.
  expect(aboutPanel('1.2.3', { node: '24.3.0' }, textsOf(language)).copyright).toContain(
    'Node 24.3.0.',
  );
  // No address: what looks like one would be followed.
  expect(copyright).not.toMatch(/https?:|www\./u);
});
