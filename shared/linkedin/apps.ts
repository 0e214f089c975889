import { fold } from './fold.ts';
import { compileWords, matches, type Pattern } from './pattern.ts';
import type { AppTable } from './tables.ts';
import { createTextSet, type TextSet } from './text-set.ts';

/** What a program is to the classification. */
export type App =
  | { readonly kind: 'other' }
  | { readonly kind: 'lock-screen' }
  /** Shows pages of any site, and writes nothing behind them. */
  | { readonly kind: 'web-view' }
  /** LinkedIn's own app, or LinkedIn installed as one; `section` is the product it is for. */
  | { readonly kind: 'linkedin'; readonly section: string | undefined }
  | {
      readonly kind: 'browser';
      readonly titles: BrowserTitles;
      /** The browser that it is made from, `chromium` or `firefox`; undefined for others. */
      readonly family: string | undefined;
      /** Whether the window shows one site as an app. */
      readonly isSiteApp: boolean;
    };

/** What a browser writes behind a page, folded. */
export interface BrowserTitles {
  /** The names it has itself. */
  readonly own: TextSet;
  /** Those of others that are no words of a page; forks keep such names. */
  readonly others: TextSet;
  /** What the user says browsers write, where it has parts: `Marieke - Microsoft Edge`. */
  readonly inParts: readonly string[];
  /** What it writes before a page: a text, up to 20 characters without a space, and a text. */
  readonly leads: readonly (readonly [before: string, after: string | undefined])[];
}

/**
 * Tells what a program is by its name or executable, and where that says nothing (an interpreter, a loader) by what
 * its window calls itself.
 */
export type ResolveApp = (app: string, names?: readonly string[]) => App;

/** How many names are remembered; a system has fewer, a hostile one can have any number. */
const REMEMBERED = 500;

/**
 * The name of a program's file without folder and ending: `google-chrome`, `google chrome`. Linux writes behind
 * it that the file is gone, as for a browser that was updated while it runs.
 */
export function appFile(app: string): string {
  const folder = Math.max(app.lastIndexOf('/', app.length - 2), app.lastIndexOf('\\'));
  return fold(app.slice(folder + 1))
    .replace(/ \(deleted\)$/, '')
    .replace(/\.(?:exe|app|desktop|appimage|bin)\/?$/, '');
}

/** The same with spaces for dots, dashes and underscores, as the table has it. */
function appName(app: string): string {
  return appFile(app)
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

/** A lead of the table in its two parts, folded, with the spaces at their ends. */
function compileLead(lead: string): readonly [before: string, after: string | undefined] {
  const [before = '', after] = lead.toLowerCase().split('*');
  return [before, after];
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

  const users = extra.map((name) => fold(name)).filter((name) => name !== '');
  const inParts = users.filter((name) => name.includes(' - '));
  const known = table.browsers.flatMap(({ titles }) => titles.map((title) => fold(title)));
  const others = createTextSet([...known.filter((title) => title.includes(' ')), ...users]);
  for (const { apps, titles, family, leads: written = [] } of table.browsers) {
    const own = createTextSet([...titles.map((title) => fold(title)), ...users]);
    const leads = written.map((lead) => compileLead(lead));
    const all = { own, others, inParts, leads };
    add(apps, { kind: 'browser', titles: all, family, isSiteApp: false });
  }
  const nothing = { own: createTextSet(users), others, inParts, leads: [] };
  add(table.siteApps, { kind: 'browser', titles: nothing, family: undefined, isSiteApp: true });
  for (const { apps, section } of table.linkedIn) add(apps, { kind: 'linkedin', section });
  add(table.webViews, { kind: 'web-view' });
  const any = createTextSet([...known, ...users]);
  for (const name of users) {
    const titles = { own: any, others, inParts, leads: [] };
    add([appName(name)], { kind: 'browser', titles, family: undefined, isSiteApp: false });
  }
  add(table.lockScreens, { kind: 'lock-screen' });

  const find = (name: string): App | undefined => {
    return byName.get(name) ?? byPattern.find(({ pattern }) => matches(pattern, name))?.app;
  };
  const remembered = new Map<string, App>();
  const resolve = (app: string): App => {
    const before = remembered.get(app);
    if (before) return before;
    const name = appName(app);
    const found = find(name) ?? find(withoutChannel(name, channels)) ?? { kind: 'other' };
    if (remembered.size >= REMEMBERED) remembered.clear();
    if (app.length < 1000) remembered.set(app, found);
    return found;
  };
  return (app, names) => {
    const byFile = resolve(app);
    if (!names || names.length === 0) return byFile;
    const bySelf = names.map(resolve);
    if (byFile.kind === 'other') return bySelf.find(({ kind }) => kind !== 'other') ?? byFile;
    const isSiteApp = bySelf.some((one) => one.kind === 'browser' && one.isSiteApp);
    // The file tells more of the browser, and the window that it shows one site.
    return byFile.kind === 'browser' && isSiteApp ? { ...byFile, isSiteApp } : byFile;
  };
}
