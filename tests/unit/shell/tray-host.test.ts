import { expect, test } from 'vitest';
import { showsTrayIcons } from '../../../electron/shell/tray-host.ts';

const never = () => Promise.reject(new Error('Not to be asked'));

test('Windows and macOS always show the tray', async () => {
  expect(await showsTrayIcons('win32', never)).toBe(true);
  expect(await showsTrayIcons('darwin', never)).toBe(true);
});

test('on Linux the one who watches the trays is asked', async () => {
  const asked: string[] = [];
  const answering = (answer: string) => (program: string, args: readonly string[]) => {
    asked.push([program, ...args].join(' '));
    return Promise.resolve(answer);
  };
  expect(await showsTrayIcons('linux', answering('   variant       boolean true\n'))).toBe(true);
  expect(await showsTrayIcons('linux', answering('   variant       boolean false\n'))).toBe(false);
  expect(asked[0]).toMatch(/^dbus-send --session .*IsStatusNotifierHostRegistered$/);
});

test('where nobody answers there is no tray to be reached by', async () => {
  expect(await showsTrayIcons('linux', never)).toBe(false);
});
