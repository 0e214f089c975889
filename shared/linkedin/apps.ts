import { fold } from './fold.ts';
import { compileWords, matches, type Pattern } from './pattern.ts';
import type { AppTable } from './tables.ts';

/** What a program is to the classification. */
export type App =
  | { readonly kind: 'other' }
  | { readonly kind: 'lock-screen' }
  /** Shows pages of any site, and writes nothing behind them. */
  | { readonly kind: 'web-view' }
  /** LinkedIn's own app, or LinkedIn installed as one; `section` is the product it is for. */
  | { readonly kind: 'linkedin'; readonly section: string | undefined }
  | { readonly kind: 'browser'; readonly titles: BrowserTitles };

/** What a browser writes behind a page, folded. */
export interface BrowserTitles {
  /** The names it has itself. */
  readonly own: ReadonlySet<string>;
  /** These, and those of others that are no words of a page; forks keep such names. */
  readonly any: ReadonlySet<string>;
}

/** Tells what a program is by its name or executable. */
export type ResolveApp = (app: string) => App;

/** How many names are remembered; a system has fewer, a hostile one can have any number. */
const REMEMBERED = 500;

/**
 * The name of a program without folder, ending and separators: `google chrome` for both
 * `/opt/google/chrome/google-chrome` and `Google Chrome.app`.
 */
export function appName(app: string): string {
  const folder = Math.max(app.lastIndexOf('/', app.length - 2), app.lastIndexOf('\\'));
  return fold(app.slice(folder + 1))
    .replace(/\.(?:exe|app|desktop|appimage|bin)\/?$/, '')
    .replace(/[._+-]+/g, ' ')
    .trim();
}

/** A name without version numbers, the words of `channels` and words that are repeated. */
function withoutChannel(name: string, channels: ReadonlySet<string>): string {
  return name
    .split(' ')
    .filter((word) => !channels.has(word) && !/^\d+$/.test(word))
    .filter((word, index, words) => word !== words[index - 1])
    .join(' ');
}

/** Makes the table of programs ready; `extra` is the user's own browsers. */
export function compileApps(table: AppTable, extra: readonly string[]): ResolveApp {
  const channels = new Set(table.channels);
  const byName = new Map<string, App>();
  const byPattern: { readonly pattern: Pattern; readonly app: App }[] = [];
  const add = (names: readonly string[], app: App): void => {
    for (const name of names) {
      if (name.includes('*')) byPattern.push({ pattern: compileWords(name), app });
      else byName.set(name, app);
    }
  };

  const everywhere = table.browsers
    .flatMap(({ titles }) => titles.map((title) => fold(title)))
    .filter((title) => title.includes(' '));
  for (const { apps, titles } of table.browsers) {
    const own = new Set(titles.map((title) => fold(title)));
    add(apps, { kind: 'browser', titles: { own, any: new Set([...own, ...everywhere]) } });
  }
  for (const { apps, section } of table.linkedIn) add(apps, { kind: 'linkedin', section });
  add(table.webViews, { kind: 'web-view' });
  const allTitles = table.browsers.flatMap(({ titles }) => titles.map((title) => fold(title)));
  for (const name of extra) {
    const own = new Set([...allTitles, fold(name), appName(name)]);
    add([appName(name)], { kind: 'browser', titles: { own, any: own } });
  }
  add(table.lockScreens, { kind: 'lock-screen' });

  const find = (name: string): App | undefined => {
    return byName.get(name) ?? byPattern.find(({ pattern }) => matches(pattern, name))?.app;
  };
  const remembered = new Map<string, App>();
  return (app) => {
    const known = remembered.get(app);
    if (known) return known;
    const name = appName(app);
    const found = find(name) ?? find(withoutChannel(name, channels)) ?? { kind: 'other' };
    if (remembered.size >= REMEMBERED) remembered.clear();
    if (app.length < 1000) remembered.set(app, found);
    return found;
  };
}
