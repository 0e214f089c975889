import { describe, expect, it } from 'vitest';
import { createClassifierFrom, type Classify } from '../../../shared/linkedin/classify.ts';
import { type Section, type Tables, TABLES } from '../../../shared/linkedin/tables.ts';
import type { WindowSample } from '../../../shared/domain/window-sample.ts';
import { DEFAULTS } from './support.ts';

/** One rule of the tables: a text in one of its lists. */
interface Rule {
  /** Where its list is, as in `languages.1.sections.messaging`. */
  readonly list: string;
  readonly text: string;
}

const NAME = 'Jan Doe';

function inChrome(title: string): WindowSample {
  return { app: 'Google Chrome', title };
}

/** What the words of the lists stand for when they are looked at. */
function filled(text: string): string {
  return text.replaceAll('*', NAME).replaceAll('{n}', '5');
}

/** A text of a browser's packages around a page. */
function around(form: string, page: string): string {
  return form.replace('$1', page).replace('$2', 'Work').replace('{n}', '5');
}

/** Titles that words of a section make, one for each place where they stand. */
const AT: Readonly<Record<string, (words: string) => string>> = {
  page: (words) => `${words} | LinkedIn`,
  first: (words) => `${words} | ${NAME} | LinkedIn`,
  last: (words) => `${NAME} | ${words} | LinkedIn`,
  tab: (words) => `${NAME}: ${words} | LinkedIn`,
  word: (words) => `${NAME} ${words} | LinkedIn`,
  mark: (words) => `${NAME} | ${words}`,
  dash: (words) => `${NAME} - ${words}`,
  pair: (words) => `LinkedIn: ${words} or ${words}`,
  title: (words) => words,
};

function sectionSamples({ where }: Section, words: readonly string[]): WindowSample[] {
  return where.flatMap((place) => words.map((text) => inChrome(AT[place]?.(filled(text)) ?? '')));
}

function wordsOf(id: string): string[] {
  return TABLES.languages.flatMap(({ sections }) => sections[id] ?? []);
}

/** Samples of which at least one has to come out otherwise when the rule is taken away. */
function samplesOf({ list, text }: Rule): WindowSample[] {
  const words = filled(text);
  const [table = '', at = '', kind = '', id = ''] = list.split('.');
  if (table === 'sections') {
    const section = TABLES.sections[Number(at)];
    if (!section) return [];
    const own = wordsOf(section.wordsOf ?? section.id);
    return own.map((word) => inChrome(AT[text]?.(filled(word)) ?? ''));
  }
  if (table === 'languages' && kind === 'sections') {
    const section = TABLES.sections.find((candidate) => candidate.id === id);
    return section ? sectionSamples(section, [text]) : [];
  }
  const browser = TABLES.apps.browsers[Number(kind)];
  switch (list.replace(/\.\d+/, '').replace(/\.\d+/, '')) {
    case 'languages.questionWords':
      return [inChrome(`${text} Acme hiring people in Utrecht | LinkedIn`)];
    case 'languages.smallWords':
      return [inChrome(`Software ${text} engineer | LinkedIn`)];
    case 'languages.notNames':
      return [inChrome(`Jan ${text.charAt(0).toUpperCase()}${text.slice(1)} on LinkedIn: hello`)];
    case 'languages.givenNames':
      return [inChrome(`${text} Doe on LinkedIn: hello`)];
    case 'languages.countries':
      return [inChrome(`LinkedIn ${text}: Log in or Sign up`)];
    case 'languages.roles.last':
      return [inChrome(`Xyz ${text} | LinkedIn`)];
    case 'languages.roles.first':
      return [inChrome(`${text} xyz | LinkedIn`)];
    case 'languages.tails.morePages':
      return [{ app: 'msedge.exe', title: `Feed | LinkedIn ${words} - Microsoft Edge` }];
    case 'languages.tails.profiles':
      return [{ app: 'msedge.exe', title: `Feed | LinkedIn - ${words} - Microsoft Edge` }];
    case 'languages.tails.private':
    case 'browserTexts.privateMarks':
      return [{ app: 'firefox', title: `Feed | LinkedIn — Mozilla Firefox ${text}` }];
    case 'browserTexts.privateNames':
      return [{ app: 'firefox', title: `Feed | LinkedIn — ${text}` }];
    case 'browserTexts.profiles':
      return [{ app: 'firefox', title: `Feed | LinkedIn — ${words} — Mozilla Firefox` }];
    case 'browserTexts.siteApps':
      return [{ app: 'firefox', title: `Feed | LinkedIn — ${around(text, 'Linkedin')}` }];
    case 'browserTexts.privateWindows':
    case 'browserTexts.profileForms':
      return [{ app: 'chromium', title: around(text, 'Feed | LinkedIn - Chromium') }];
    case 'browserTexts.notes':
    case 'browserTexts.morePages':
      return [{ app: 'chromium', title: `${around(text, 'Feed | LinkedIn')} - Chromium` }];
    case 'languages.tails.memoryNotes':
      return [inChrome(`Feed | LinkedIn - ${text} - 1.4 GB - Google Chrome`)];
    case 'languages.tails.notes':
      return [inChrome(`Feed | LinkedIn - ${words} - Google Chrome`)];
    case 'apps.channels':
      return [{ app: `Google ${text} Chrome`, title: 'Feed | LinkedIn' }];
    case 'apps.browsers.apps':
    case 'apps.linkedIn.apps':
      return [
        { app: words, title: 'Feed' },
        { app: words, title: 'Feed | LinkedIn' },
      ];
    case 'apps.browsers.titles':
      return [{ app: browser?.apps[0] ?? '', title: `Feed | LinkedIn - ${text}` }];
    case 'apps.browsers.leads':
      return [
        { app: browser?.apps[0] ?? '', title: `${text.replace('*', '50')}Saved jobs | LinkedIn` },
        { app: browser?.apps[0] ?? '', title: `${text.replace('*', '50')}Jan Doe | LinkedIn` },
      ];
    case 'apps.webViews':
    case 'apps.lockScreens':
      return [{ app: words, title: 'Feed | LinkedIn' }];
    case 'apps.siteApps':
      return [{ app: words, title: 'Feed | LinkedIn' }];
    case 'apps.bullets':
      return [inChrome(`Feed | LinkedIn ${text}`)];
    case 'paths.wrappers':
      return [{ ...inChrome(''), url: `https://www.linkedin.com/${text}/feed` }];
    case 'paths.shortLinks':
      return [{ ...inChrome(''), url: `https://${text}/x` }];
  }
  const path = text.replaceAll('*', 'x');
  const host = list.startsWith('paths.hosts.') ? (at === 'hosts' ? kind : '') : 'www';
  return [{ ...inChrome(''), url: `https://${host}.linkedin.com${path}` }];
}

/** Every list of texts in a table, with its place; the rest is passed through. */
function mapLists(
  value: unknown,
  place: string,
  change: (place: string, list: readonly string[]) => readonly string[],
): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every((item) => typeof item === 'string')) return change(place, items);
    return items.map((item, index) => mapLists(item, `${place}${index}.`, change));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, mapLists(part, `${place}${key}.`, change)]),
  );
}

function allRules(): Rule[] {
  const rules: Rule[] = [];
  mapLists(TABLES, '', (place, list) => {
    for (const text of list) rules.push({ list: place.slice(0, -1), text });
    return list;
  });
  return rules;
}

function keyOf({ list, text }: Rule): string {
  return `${list}. ${text}`;
}

/** The tables without some rules. Their form stays what it was: only texts are left out. */
function without(base: Tables, rules: readonly Rule[]): Tables {
  const gone = new Set(rules.map(keyOf));
  const changed = mapLists(base, '', (place, list) => {
    return list.filter((text) => !gone.has(keyOf({ list: place.slice(0, -1), text })));
  });
  return changed as Tables;
}

function outcome(classify: Classify, rule: Rule): string {
  return JSON.stringify(samplesOf(rule).map((sample) => classify(sample)));
}

/**
 * Rules whose absence shows in nothing. To build a classifier for each of thousands of rules would
 * take minutes, so many are taken away at once, in two groupings such that no two rules share a
 * group in both: a rule that another one makes superfluous shows in at least one of them. Those
 * found so are tried again, each alone, since a sample may need more than one rule.
 */
function superfluous(rules: readonly Rule[], base = TABLES): Rule[] {
  const full = createClassifierFrom(base, DEFAULTS);
  const show = (gone: readonly Rule[], tried: readonly Rule[]): Rule[] => {
    const less = createClassifierFrom(without(base, gone), DEFAULTS);
    return tried.filter((rule) => outcome(less, rule) === outcome(full, rule));
  };
  const size = Math.ceil(Math.sqrt(rules.length));
  const groupings = [
    (index: number) => index % size,
    (index: number) => (index + Math.floor(index / size)) % size,
  ];
  const suspects = new Set<Rule>();
  for (const groupOf of groupings) {
    for (const group of Map.groupBy(rules.entries(), ([index]) => groupOf(index)).values()) {
      const members = group.map(([, rule]) => rule);
      for (const rule of show(members, members)) suspects.add(rule);
    }
  }
  return [...suspects].flatMap((rule) => show([rule], [rule]));
}

/** Whether another text of a list has this one in its opening, or it is text before a page like any other. */
function isCovered({ list, text }: Rule, rules: readonly Rule[]): boolean {
  if (text.endsWith(' - $1') || text.startsWith('$2')) return true;
  const [, mark = ''] = /\((.*)\)$/.exec(text) ?? [];
  const isMark = rules.some((one) => one.list === 'browserTexts.privateMarks' && one.text === mark);
  // Quotes around a name that is known are passed over.
  if (isMark || text.startsWith('"$1" (')) return true;
  return rules.some((other) => {
    if (other.list !== list || other.text === text || !other.text.includes('$2')) return false;
    const form = other.text.replace(/[.*+?^()|[\]{}\\]/g, String.raw`\$&`);
    return new RegExp(`^${form.replaceAll('$1', String.raw`\$1`).replaceAll('$2', '.+')}$`).test(
      text,
    );
  });
}

describe('every rule of the tables', () => {
  const rules = allRules();

  it('is one of thousands', () => expect(rules.length).toBeGreaterThan(4000));

  it('matters: without it some sample comes out otherwise', { timeout: 120_000 }, () => {
    const own = rules.filter(({ list }) => !list.startsWith('browserTexts.'));
    expect(superfluous(own).map(keyOf)).toEqual([]);
  });

  it('of the packages matters, where no word list has it too', { timeout: 120_000 }, () => {
    // The packages repeat what was seen in titles before, and both are facts.
    const languages = TABLES.languages.map((language) => ({ ...language, tails: {} }));
    const facts = rules.filter(({ list }) => list.startsWith('browserTexts.'));
    const idle = superfluous(facts, { ...TABLES, languages });
    expect(idle.filter((rule) => !isCovered(rule, facts)).map(keyOf)).toEqual([]);
  });

  it.each(['linkedin', 'post-under-feed', 'company-home'])('matters: section %s', (id) => {
    const sections = TABLES.sections.filter((section) => section.id !== id);
    const less = createClassifierFrom({ ...TABLES, sections }, DEFAULTS);
    const full = createClassifierFrom(TABLES, DEFAULTS);
    const section = TABLES.sections.find((candidate) => candidate.id === id);
    const samples = section ? sectionSamples(section, wordsOf(section.wordsOf ?? id)) : [];
    expect(samples.map(less)).not.toEqual(samples.map(full));
  });
});
