import { fold } from './fold.ts';
import { compileWords, matches, type Pattern } from './pattern.ts';
import type { Place, Section, Tables } from './tables.ts';
import { compileFilter } from './text-set.ts';
import { compileWordIndex, type FindByWord } from './word-index.ts';

/** A section as one language names it. */
export interface Entry {
  readonly section: Section;
  /** Place of the section in the table: of two that match, the lower one decides. */
  readonly rank: number;
  /** Id of the rule, as in `words:nl:messaging`. */
  readonly rule: string;
}

interface PatternEntry {
  readonly pattern: Pattern;
  readonly entry: Entry;
}

/** The words of one place: those that are the whole text, and those with something open. */
interface PlaceWords {
  readonly exact: Map<string, Entry>;
  /** Patterns by one word that the text has to contain; '' for those without such a word. */
  readonly open: Map<string, PatternEntry[]>;
}

/** The words of one place, ready. */
interface ReadyWords {
  readonly exact: ReadonlyMap<string, Entry>;
  /** Whether a text may be one of them, told without looking at the whole of it. */
  readonly mayBeExact: (text: string) => boolean;
  /** The patterns that a text may match: those without a word of their own, and those of a word that it has. */
  readonly always: readonly PatternEntry[];
  readonly findWord: FindByWord<readonly PatternEntry[]>;
}

/** Words that help to guess. */
export interface GuessWords {
  readonly question: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly rolesLast: ReadonlySet<string>;
  readonly rolesFirst: ReadonlySet<string>;
}

/** All words of all languages, ready to be looked up. */
export interface Vocabulary {
  /** The entry for a folded text at a place. */
  find(place: Place, text: string): Entry | undefined;
  /** The entry for the first word of a folded text that says what the whole is. */
  findWord(text: string): Entry | undefined;
  readonly guess: GuessWords;
}

/** The longest word of a pattern that stands alone, so that a text without it cannot match. */
function anchorOf(pattern: string): string {
  return pattern
    .split(' ')
    .filter((word) => !word.includes('*') && !word.includes('{n}'))
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function wordsOf(section: Section, words: Readonly<Partial<Record<string, readonly string[]>>>) {
  return words[section.wordsOf ?? section.id] ?? [];
}

/** Whether a text starts as a question does, or asks one. */
export function isQuestion(text: string, question: ReadonlySet<string>): boolean {
  const space = text.indexOf(' ');
  return text.endsWith('?') || question.has(space < 0 ? text : text.slice(0, space));
}

/** Makes the words ready. Of equal words the first language's stand. */
export function compileVocabulary({ sections, languages }: Tables): Vocabulary {
  const places = new Map<Place, PlaceWords>();
  for (const [rank, section] of sections.entries()) {
    for (const { id, sections: words } of languages) {
      const entry: Entry = { section, rank, rule: `words:${id}:${section.id}` };
      for (const text of wordsOf(section, words)) {
        for (const place of section.where) add(places, place, fold(text), entry);
      }
    }
  }
  const gather = (pick: (language: Tables['languages'][number]) => readonly string[] | undefined) =>
    new Set(languages.flatMap((language) => pick(language) ?? []).map((word) => fold(word)));
  const guess: GuessWords = {
    question: gather(({ questionWords }) => questionWords),
    small: gather(({ smallWords }) => smallWords),
    notNames: gather(({ notNames }) => notNames),
    givenNames: gather(({ givenNames }) => givenNames),
    countries: gather(({ countries }) => countries),
    rolesLast: gather(({ roles }) => roles?.last),
    rolesFirst: gather(({ roles }) => roles?.first),
  };

  const fits = ({ pattern, entry }: PatternEntry, text: string): boolean => {
    if (!matches(pattern, text)) return false;
    return entry.section.notAfterQuestion !== true || !isQuestion(text, guess.question);
  };
  const findOpen = ({ always, findWord }: ReadyWords, text: string): Entry | undefined => {
    let best: Entry | undefined;
    const tryAll = (candidates: readonly PatternEntry[]): undefined => {
      for (const candidate of candidates) {
        if (best && best.rank <= candidate.entry.rank) continue;
        if (fits(candidate, text)) best = candidate.entry;
      }
    };
    tryAll(always);
    findWord(text, tryAll);
    return best;
  };
  const ready = new Map([...places].map(([place, words]) => [place, makeReady(words)]));
  const findByWord = compileWordIndex(places.get('word')?.exact ?? new Map<string, Entry>());

  return {
    find: (place, text) => {
      const at = ready.get(place);
      if (!at) return undefined;
      const exact = at.mayBeExact(text) ? at.exact.get(text) : undefined;
      return exact ?? findOpen(at, text);
    },
    findWord: (text) => findByWord(text, (entry) => entry),
    guess,
  };
}

function makeReady({ exact, open }: PlaceWords): ReadyWords {
  const byWord = new Map(open);
  byWord.delete('');
  return {
    exact,
    mayBeExact: compileFilter([...exact.keys()]),
    always: open.get('') ?? [],
    findWord: compileWordIndex(byWord),
  };
}

function add(places: Map<Place, PlaceWords>, place: Place, text: string, entry: Entry): void {
  let words = places.get(place);
  if (!words) places.set(place, (words = { exact: new Map(), open: new Map() }));
  if (!text.includes('*') && !text.includes('{n}')) {
    if (!words.exact.has(text)) words.exact.set(text, entry);
    return;
  }
  const anchor = anchorOf(text);
  const open = { pattern: compileWords(text), entry };
  const list = words.open.get(anchor);
  if (list) list.push(open);
  else words.open.set(anchor, [open]);
}
