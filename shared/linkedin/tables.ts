import { type Activity, isActivity } from '../domain/activity.ts';
import apps from './apps.json' with { type: 'json' };
import { LANGUAGES } from './languages.ts';
import paths from './paths.json' with { type: 'json' };
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

/** What the browsers write in one language, besides the page. */
export interface TailWords {
  readonly morePages?: readonly string[];
  readonly profiles?: readonly string[];
  readonly private?: readonly string[];
  readonly memoryNotes?: readonly string[];
  readonly notes?: readonly string[];
}

/** The words of one language: one file in `words/`. */
export interface Language {
  /** The name of its file, as in `nl`. */
  readonly id: string;
  /** Its name in that language. */
  readonly language: string;
  /** Whether it has to name every section. */
  readonly full: boolean;
  /** Words by section; `*` is anything, `{n}` a number. */
  readonly sections: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly tails?: TailWords;
  /** Words that a question or an article starts with, and no employer's name. */
  readonly questionWords?: readonly string[];
  /** Words that no role, and nobody's name, contains. */
  readonly smallWords?: readonly string[];
  /** Words that say what someone works as, where they end or start a text. */
  readonly roles?: { readonly last: readonly string[]; readonly first: readonly string[] };
  /** Frequent given names, which tell a post's author from a headline. */
  readonly givenNames?: readonly string[];
  /** Countries whose start page LinkedIn names: "LinkedIn India: Log In or Sign Up". */
  readonly countries?: readonly string[];
  /** Words that a headline may have before "on LinkedIn:", and no name. */
  readonly notNames?: readonly string[];
}

/** Programs; explained in `apps.json`. */
export interface AppTable {
  readonly channels: readonly string[];
  readonly browsers: readonly {
    readonly name: string;
    readonly apps: readonly string[];
    readonly titles: readonly string[];
  }[];
  readonly linkedIn: readonly { readonly apps: readonly string[]; readonly section?: string }[];
  readonly webViews: readonly string[];
  readonly lockScreens: readonly string[];
  readonly bullets: readonly string[];
}

/** Paths by activity. */
export type PathsByActivity = Readonly<Partial<Record<Activity, readonly string[]>>>;

/** Addresses; explained in `paths.json`. */
export interface PathTable {
  readonly domain: string;
  readonly wrappers: readonly string[];
  readonly paths: PathsByActivity;
  readonly hosts: Readonly<
    Record<string, { readonly activity: string; readonly paths?: PathsByActivity }>
  >;
  readonly shortLinks: readonly string[];
}

/** Every rule of the product, as data. */
export interface Tables {
  readonly sections: readonly Section[];
  readonly languages: readonly Language[];
  readonly apps: AppTable;
  readonly paths: PathTable;
}

/** An activity id in a table; a word that is none is a mistake in the table. */
export function activityIn(table: string, value: string): Activity {
  if (!isActivity(value)) throw new Error(`${table} names an activity that does not exist`);
  return value;
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

/** The rules that the product comes with. */
export const TABLES: Tables = { sections: readSections(), languages: LANGUAGES, apps, paths };
