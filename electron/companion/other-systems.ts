/**
 * @file Where browsers look for hosts on Windows and macOS: known from their documents and from what password managers
 * write there, and not run here. The app connects none of them until the host was seen at work there.
 */
import { posix } from 'node:path';
import { type BrowserId, HOST_NAME } from '../../companion/contract.ts';

/** Keys below `HKEY_CURRENT_USER`; Chromium's kin that have none of their own to be sure of look in Chrome's too. */
const KEYS: Readonly<Record<BrowserId, readonly string[]>> = {
  firefox: ['Mozilla'],
  chromium: ['Chromium'],
  chrome: ['Google\\Chrome'],
  edge: ['Microsoft\\Edge'],
  brave: ['BraveSoftware\\Brave-Browser', 'Google\\Chrome'],
  vivaldi: ['Vivaldi', 'Google\\Chrome'],
  opera: ['Google\\Chrome'],
};

/** Folders below `~/Library/Application Support`, one a channel. */
const FOLDERS: Readonly<Record<BrowserId, readonly string[]>> = {
  firefox: ['Mozilla'],
  chromium: ['Chromium'],
  chrome: ['Chrome', 'Chrome Beta', 'Chrome Dev', 'Chrome Canary'].map((name) => `Google/${name}`),
  edge: ['', ' Beta', ' Dev', ' Canary'].map((channel) => `Microsoft Edge${channel}`),
  brave: ['', '-Beta', '-Nightly'].map((channel) => `BraveSoftware/Brave-Browser${channel}`),
  vivaldi: ['Vivaldi'],
  opera: ['com.operasoftware.Opera'],
};

/** The keys whose default value is the path of the manifest, as Windows writes them. */
export function windowsKeys(browser: BrowserId): readonly string[] {
  return KEYS[browser].map((own) => `HKCU\\Software\\${own}\\NativeMessagingHosts\\${HOST_NAME}`);
}

/** The files that a browser of macOS reads, one a channel. */
export function macManifests(browser: BrowserId, homeDir: string): readonly string[] {
  const base = posix.join(homeDir, 'Library/Application Support');
  return FOLDERS[browser].map((own) =>
    posix.join(base, own, 'NativeMessagingHosts', `${HOST_NAME}.json`),
  );
}
