import texts from './browser-texts.json' with { type: 'json' };
import { fold } from './fold.ts';

/** What browsers write around a page, in all languages, folded: `$1` is the page, `$2` anything, `{n}` a number. */
export interface BrowserTexts {
  /** Whole titles of private and guest windows around what else is written. */
  readonly privateWindows: readonly string[];
  readonly notes: readonly string[];
  readonly morePages: readonly string[];
  /** How a profile is written behind the browser's name, besides a dash. */
  readonly profileForms: readonly string[];
  /** Firefox's names of profiles, which stand before its own. */
  readonly profiles: readonly string[];
  /** What Firefox writes of a private window, beside its name. */
  readonly privateMarks: readonly string[];
  /** Firefox's own name in one, where the mark is not behind it: `Navigation privée de Mozilla Firefox`. */
  readonly privateNames: readonly string[];
  /** What stands in place of Firefox's name, or before it, where a site is an app: `$1 in Mozilla Firefox`. */
  readonly siteApps: readonly string[];
}

type ByLanguage = Readonly<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>;

/** The texts of a kind in all languages, each once. */
function gather(table: ByLanguage, kind: string): string[] {
  const all = Object.values(table).flatMap((language) => language[kind] ?? []);
  return [...new Set(all.map((text) => fold(text)))];
}

/** The browser's name in the form of a title: `"$1" - "chromium"`. */
function nameIn(form: string): string {
  return form.replace(/^"?\$1"?(?: --? |: )"?/, '').replace(/"$/, '');
}

/** Names that Chromium has in some language, folded: `chromium bèta`. */
export function chromiumNames(): string[] {
  const names = gather(texts.chromium, 'window').map(nameIn);
  // What stands in brackets behind the name is passed over like a profile.
  return [...new Set(names)].filter((name) => !name.includes('('));
}

/** The name that Firefox's texts are written with, folded. */
export const FIREFOX = 'mozilla firefox';

/** The texts of the packages, ready for the tables. */
export function readBrowserTexts(): BrowserTexts {
  const { chromium, firefox, falkon } = texts;
  const ofPrivate = gather(firefox, 'private').map((form) => form.replace(`${FIREFOX} - `, ''));
  const marks = new Set(
    ofPrivate
      .filter((form) => !form.includes(FIREFOX))
      .map((mark) => mark.replace(/^\((.*)\)$/, '$1')),
  );
  // A mark that is a part of its own, or stands in brackets or after a colon, is found without the name.
  const isMarked = (form: string): boolean => {
    const mark = form.replace(FIREFOX, '').replace(/^(?: |: | \()|(?:\)| - )$/g, '');
    return marks.has(mark);
  };
  const apps = gather(firefox, 'app').map((form) => form.replace(/\$1 ?\([^)]*\)/, '$1'));
  return {
    privateWindows: [...new Set([...gather(chromium, 'private'), ...gather(falkon, 'private')])],
    notes: gather(chromium, 'notes'),
    morePages: gather(chromium, 'morePages'),
    profileForms: gather(chromium, 'profile').filter((form) => form !== '$1 - $2'),
    profiles: gather(firefox, 'profiles'),
    privateMarks: [...marks],
    privateNames: ofPrivate.filter((form) => form.includes(FIREFOX) && !isMarked(form)),
    // What has nothing but dashes has no words to be known by.
    siteApps: [...new Set(apps)].filter((form) => /[^$12() -]/.test(form.replace(FIREFOX, ''))),
  };
}
