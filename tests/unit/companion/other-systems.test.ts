import { describe, expect, test } from 'vitest';
import { BROWSERS, type BrowserId } from '../../../companion/contract.ts';
import { macManifests, windowsKeys } from '../../../electron/companion/other-systems.ts';

const browsers = Object.keys(BROWSERS) as BrowserId[];
const HOST = 'app.sweetspot.companion';

describe('on Windows', () => {
  test.each([
    ['firefox', ['HKCU\\Software\\Mozilla\\NativeMessagingHosts']],
    ['chromium', ['HKCU\\Software\\Chromium\\NativeMessagingHosts']],
    ['chrome', ['HKCU\\Software\\Google\\Chrome\\NativeMessagingHosts']],
    ['edge', ['HKCU\\Software\\Microsoft\\Edge\\NativeMessagingHosts']],
    [
      'brave',
      [
        'HKCU\\Software\\BraveSoftware\\Brave-Browser\\NativeMessagingHosts',
        'HKCU\\Software\\Google\\Chrome\\NativeMessagingHosts',
      ],
    ],
  ] as const)('%s has its keys, of the user alone', (browser, keys) => {
    expect(windowsKeys(browser)).toEqual(keys.map((key) => `${key}\\${HOST}`));
  });

  test('every browser has one, and none has one for all users', () => {
    for (const browser of browsers) {
      expect(windowsKeys(browser).length).toBeGreaterThan(0);
      for (const key of windowsKeys(browser)) expect(key).toMatch(/^HKCU\\Software\\/);
    }
  });
});

describe('on macOS', () => {
  test.each([
    ['firefox', 'Mozilla'],
    ['chromium', 'Chromium'],
    ['chrome', 'Google/Chrome'],
    ['edge', 'Microsoft Edge'],
    ['brave', 'BraveSoftware/Brave-Browser'],
    ['vivaldi', 'Vivaldi'],
  ] as const)('%s looks below %s', (browser, folder) => {
    expect(macManifests(browser, '/Users/u')[0]).toBe(
      `/Users/u/Library/Application Support/${folder}/NativeMessagingHosts/${HOST}.json`,
    );
  });

  test('no two channels share a file, and all are the user’s own', () => {
    const files = browsers.flatMap((browser) => macManifests(browser, '/Users/u'));
    expect(new Set(files).size).toBe(files.length);
    expect(files.every((file) => file.startsWith('/Users/u/Library/'))).toBe(true);
  });
});
