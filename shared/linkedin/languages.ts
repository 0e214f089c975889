import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import more from './words/more.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import pt from './words/pt.json' with { type: 'json' };

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

/**
 * Every file of `words/`. A language is added by adding its file and a line here; where two name
 * the same words, the one that stands higher is told as the one that decided.
 */
export const LANGUAGES: readonly Language[] = [
  { id: 'en', ...en },
  { id: 'nl', ...nl },
  { id: 'de', ...de },
  { id: 'fr', ...fr },
  { id: 'es', ...es },
  { id: 'it', ...it },
  { id: 'pt', ...pt },
  { id: 'more', ...more },
];
