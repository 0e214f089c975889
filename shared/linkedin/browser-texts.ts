import texts from './browser-texts.json' with { type: 'json' };
import { fold } from './fold.ts';

/** What browsers write around a page, in all languages, folded: `$1` is the page, `$2` anything, `{n}` a number. */
export interface BrowserTexts {
  /** Names that Chromium has in some language, as `Chromium bèta`. */
  readonly names: readonly string[];
  /** Whole titles of private and guest windows around what else is written. */
  readonly privateWindows: readonly string[];
  readonly notes: readonly string[];
  readonly morePages: readonly string[];
  /** How a profile is written behind the browser's name. */
  readonly profileForms: readonly string[];
  /** Firefox's names of profiles, which stand before its own. */
  readonly profiles: readonly string[];
  /** Firefox's own name in a private window: `Navigation privée de Mozilla Firefox`. */
  readonly privateNames: readonly string[];
  /** What stands in place of Firefox's name where a site is an app: `$1 in Mozilla Firefox`. */
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

/** The texts of the packages, ready for the tables. */
export function readBrowserTexts(): BrowserTexts {
  const { chromium, firefox } = texts;
  return {
    names: [...new Set(gather(chromium, 'window').map(nameIn))],
    privateWindows: gather(chromium, 'private'),
    notes: gather(chromium, 'notes'),
    morePages: gather(chromium, 'morePages'),
    profileForms: gather(chromium, 'profile'),
    profiles: gather(firefox, 'profiles'),
    privateNames: gather(firefox, 'private'),
    siteApps: gather(firefox, 'app'),
  };
}
