/**
 * @file Which browsers aw-watcher-web calls by another's name. It tells Brave, Opera, Firefox, Chrome and Safari apart by
 * what a page may ask of the browser (`detectBrowser` of aw-watcher-web, August 2026), and every fork says there that it is what it
 * was made from.
 */

/** Browsers made from Firefox: the watcher calls them `firefox`. */
const FROM_FIREFOX = [
  'firefox',
  'zen',
  'librewolf',
  'waterfox',
  'floorp',
  'tor browser',
  'mullvad browser',
  'pale moon',
  'seamonkey',
  'basilisk',
  'icecat',
  'k-meleon',
  'mercury',
  'pulse browser',
  'midori',
  'ghostery',
];

/** Browsers made from neither, in which no extension says `chrome`. */
const FROM_OTHERS = [
  'safari',
  'internet explorer',
  'gnome web',
  'epiphany',
  'konqueror',
  'falkon',
  'angelfish',
  'qutebrowser',
  'nyxt',
  'min',
  'ladybird',
  'otter browser',
  'vieb',
];

/** The watcher cannot tell Chromium from Chrome. */
const CHROME = ['chrome', 'chromium'];

/** Tells for which browsers a web watcher may speak. */
export interface WatchedBrowsers<Browser extends object> {
  /** The browsers that have this name themselves; none where it is no browser's. */
  named(watched: string): Browser[];
  /** Whether another browser may go by this name. */
  mayHide(watched: string, browser: Browser): boolean;
}

/** @param browserOf the browser of a name; undefined where it is no browser's. */
export function createWatchedBrowsers<Browser extends object>(
  browserOf: (name: string) => Browser | undefined,
): WatchedBrowsers<Browser> {
  const all = (names: readonly string[]) =>
    names.map(browserOf).filter((browser) => browser !== undefined);
  const fromFirefox = new Set(all(FROM_FIREFOX));
  const fromOthers = new Set(all(FROM_OTHERS));
  return {
    named: (watched) => all(watched === 'chrome' ? CHROME : [watched]),
    mayHide(watched, browser) {
      if (watched === 'firefox') return fromFirefox.has(browser);
      return watched === 'chrome' && !fromFirefox.has(browser) && !fromOthers.has(browser);
    },
  };
}
