import type { Activity } from '../domain/activity.ts';
import apps from './apps.json' with { type: 'json' };
import { fold } from './fold.ts';
import { chromiumNames, readBrowserTexts, type BrowserTexts } from './browser-texts.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { activityIn, PATHS, type PathTable } from './path-table.ts';
import sections from './sections.json' with { type: 'json' };

/** Where in a title the words of a section stand; explained in `sections.json`. */
const PLACES = ['page', 'first', 'last', 'tab', 'word', 'mark', 'dash', 'pair', 'title'] as const;
export type Place = (typeof PLACES)[number];

/** A page of LinkedIn, or a kind of page, that has words of its own in a title. */
export interface Section {
  readonly id: string;
  readonly activity: Activity;
  readonly where: readonly Place[];
  /** The title flips to this for a moment. */
  readonly notice?: boolean;
  /** The words alone do not make it certain. */
  readonly guess?: boolean;
  /** The words say nothing where the title starts as a question does. */
  readonly notAfterQuestion?: boolean;
  /** The section whose words are meant here too, at another place. */
  readonly wordsOf?: string;
  /** Every full language has to name it. */
  readonly every?: boolean;
}

/** Programs; explained in `apps.json`. */
export interface AppTable {
  readonly channels: readonly string[];
  readonly browsers: readonly {
    readonly name: string;
    /** The browser that it is made from, whose way of writing titles it has. */
    readonly family?: string;
    readonly apps: readonly string[];
    readonly titles: readonly string[];
    /** What it writes before a page, in this order; `*` is up to 20 characters without a space. */
    readonly leads?: readonly string[];
  }[];
  /** Windows that show one site as an app, without the browser's name behind the page. */
  readonly siteApps: readonly string[];
  readonly linkedIn: readonly { readonly apps: readonly string[]; readonly section?: string }[];
  readonly webViews: readonly string[];
  readonly lockScreens: readonly string[];
  readonly bullets: readonly string[];
}

/** Every rule of the product, as data. */
export interface Tables {
  readonly sections: readonly Section[];
  readonly languages: readonly Language[];
  readonly apps: AppTable;
  readonly paths: PathTable;
  readonly browserTexts: BrowserTexts;
}

function readSections(): readonly Section[] {
  return sections.sections.map((section) => ({
    ...section,
    activity: activityIn('sections.json', section.activity),
    where: section.where.map((name) => {
      const place = PLACES.find((known) => known === name);
      if (!place) throw new Error('sections.json names a place that does not exist');
      return place;
    }),
  }));
}

/** Browsers whose names the packages of Chromium tell in all languages. */
const NAMED_ALIKE = ['Chromium', 'Google Chrome'];

/** The programs, with the names that Chromium has in some language: `Chromium bèta`, and so `Google Chrome bèta`. */
function withNames(table: AppTable, names: readonly string[]): AppTable {
  return {
    ...table,
    browsers: table.browsers.map((browser) => {
      if (!NAMED_ALIKE.includes(browser.name)) return browser;
      const own = names
        .filter((name) => browser.name === 'Chromium' || name.includes('chromium'))
        .map((name) => name.replace('chromium', fold(browser.name)));
      const known = new Set(browser.titles.map((title) => fold(title)));
      const fresh = [...new Set(own)].filter((name) => !known.has(name));
      return { ...browser, titles: [...browser.titles, ...fresh] };
    }),
  };
}

/** The rules that the product comes with. */
export const TABLES: Tables = {
  sections: readSections(),
  languages: LANGUAGES,
  apps: withNames(apps, chromiumNames()),
  paths: PATHS,
  browserTexts: readBrowserTexts(),
};
