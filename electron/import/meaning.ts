import { ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import { type App, compileApps } from '../../shared/linkedin/apps.ts';
import { type Classification, createClassifier } from '../../shared/linkedin/classify.ts';
import { fold } from '../../shared/linkedin/fold.ts';
import { TABLES } from '../../shared/linkedin/tables.ts';
import { compileTails } from '../../shared/linkedin/tail.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { createSaltedHash } from './salted-hash.ts';
import { createWatchedBrowsers } from './watched-browsers.ts';

/**
 * What is kept of a window or a page, packed into one number of 32 bits: its activity, how that was
 * decided, and which program it was in. What was on the screen is gone by then.
 */
export type Meaning = number;

const ACTIVITY_BITS = 4;
const PROGRAM_BITS = 11;
const NOTICE = 1 << ACTIVITY_BITS;
const SETTLED = NOTICE << 1;
const JOBS_TOLD = SETTLED << 1;
const PROGRAM_SHIFT = ACTIVITY_BITS + 3;
const RULE_SHIFT = PROGRAM_SHIFT + PROGRAM_BITS;
const ACTIVITY_MASK = (1 << ACTIVITY_BITS) - 1;
const PROGRAM_MASK = (1 << PROGRAM_BITS) - 1;
/** Stands for an activity where there is none: a lock screen is never time, and a window may tell nothing. */
const NO_TIME = ACTIVITY_MASK;

/** The number that stands for an activity. */
export function codeOfActivity(activity: Activity): number {
  return ACTIVITIES.indexOf(activity);
}

const ELSEWHERE = codeOfActivity('elsewhere');

/** The activity that a number stands for; undefined where it stands for no time. */
export function activityOfCode(code: number): Activity | undefined {
  return ACTIVITIES[activityPartOf(code)];
}

/** The part of a code that is the activity's, by which codes can be told apart in any import. */
export function activityPartOf(code: number): number {
  return code & ACTIVITY_MASK;
}

/** Whether a code is LinkedIn's. */
export function isLinkedInCode(code: number): boolean {
  const part = activityPartOf(code);
  return part !== NO_TIME && part !== ELSEWHERE;
}

/** Whether the title was a notice, so that the window's earlier activity goes on. */
export function isNotice(meaning: Meaning): boolean {
  return (meaning & NOTICE) !== 0;
}

/** The program that a window belonged to; 0 is none that shows pages. */
export function programOf(meaning: Meaning): number {
  return (meaning >>> PROGRAM_SHIFT) & PROGRAM_MASK;
}

/** Place of the user's rule that decided, from 1; 0 where none did. */
function ruleOf(meaning: Meaning): number {
  return meaning >>> RULE_SHIFT;
}

/**
 * What a window is of which a web watcher knows the page: the user's rules come first, then what the window
 * itself settled (a private one, or one whose address is known), then the address of the page.
 */
export function combine(window: Meaning, page: Meaning): Meaning {
  const windowRule = ruleOf(window);
  const pageRule = ruleOf(page);
  if (windowRule > 0 && (pageRule === 0 || windowRule <= pageRule)) return window;
  if (pageRule === 0 && (window & SETTLED) !== 0) return window;
  // A lock screen is of no browser; a browser's window whose title told nothing is what its page is.
  if ((window & ACTIVITY_MASK) === NO_TIME && programOf(window) === 0) return window;
  // An address may come before its title: job search that the title tells stays behind the shield.
  if (pageRule === 0 && (window & JOBS_TOLD) !== 0 && isLinkedInCode(page)) return window;
  // It is still the window's program, whose notices it answers for.
  const programBits = PROGRAM_MASK << PROGRAM_SHIFT;
  return ((page & ~programBits) | (window & programBits)) >>> 0;
}

/** What an export tells of a window or a page. */
export interface Sighted {
  readonly app: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly incognito: boolean;
}

/** What is kept of it. */
export interface Understood {
  readonly meaning: Meaning;
  /** Stands for the title of the page, without what a browser wrote; 0 where there is none. */
  readonly title: number;
  /** Whether it is a browser's window, whose title ActivityWatch was told to leave out. */
  readonly isBrowser: boolean;
  readonly isExcluded: boolean;
}

/** Classifies what an export tells, by the settings. */
export interface Interpreter {
  /** What this and {@link page} return may be written over by the next call. */
  window(sighted: Sighted): Understood;
  /** @param sighted its app is the name of the browser, as the web watcher has it. */
  page(sighted: Sighted): Understood;
  /** Whether a web watcher of this name tells of any browser. */
  isBrowser(watched: string): boolean;
  /**
   * The programs, of those that came by, that a web watcher of this name tells of: those of this name, and those
   * that go by it.
   */
  browsersOf(watched: string): {
    readonly named: readonly number[];
    readonly hiding: readonly number[];
  };
}

/** What the watcher of windows writes for a title that it was told to leave out. */
const EXCLUDED = 'excluded';

/** What was understood is remembered for this many texts; most come by again and again. */
const REMEMBERED_BITS = 13;

/** A page's own title: no browser's name is looked for behind it. */
const NO_BROWSER: App = { kind: 'web-view' };

/** Behind LinkedIn's mark no page writes anything, but Firefox does the name of a profile. */
const MARK = '| linkedin';

/** A window of a program that shows no pages. */
const OTHER_PROGRAM: Understood = {
  meaning: ELSEWHERE,
  title: 0,
  isBrowser: false,
  isExcluded: false,
};

/**
 * Remembers what was understood of texts, by what stands for them: no text is kept. It is kept in plain numbers, as objects
 * that outlive their events would make the heap grow.
 */
function remember(understand: (sighted: Sighted) => Understood): Interpreter['window'] {
  const hash = createSaltedHash();
  const places = 1 << REMEMBERED_BITS;
  const highs = new Uint32Array(places);
  const lows = new Uint32Array(places);
  const meanings = new Uint32Array(places);
  const titles = new Uint32Array(places);
  const flags = new Uint8Array(places);
  const found = { meaning: 0, title: 0, isBrowser: false, isExcluded: false };
  return (sighted) => {
    const { app, title, url, incognito } = sighted;
    const { high, low } = hash.of(title, app, url, incognito ? 'incognito' : undefined);
    const place = low & (places - 1);
    const flag = flags[place] ?? 0;
    if (flag === 0 || highs[place] !== high || lows[place] !== low) {
      const understood = understand(sighted);
      highs[place] = high;
      lows[place] = low;
      meanings[place] = understood.meaning;
      titles[place] = understood.title;
      flags[place] = 1 + (understood.isBrowser ? 2 : 0) + (understood.isExcluded ? 4 : 0);
      return understood;
    }
    found.meaning = meanings[place] ?? 0;
    found.title = titles[place] ?? 0;
    found.isBrowser = (flag & 2) !== 0;
    found.isExcluded = (flag & 4) !== 0;
    return found;
  };
}

/** The numbers that stand for the programs that came by. */
interface ProgramNumbers {
  /** 0 for one that shows no pages. */
  of(app: App): number;
  all(): App[];
}

function createProgramNumbers(): ProgramNumbers {
  // All names of one program resolve to one object.
  const numbers = new Map<App, number>();
  return {
    of(app) {
      if (app.kind === 'other' || app.kind === 'lock-screen') return 0;
      const known = numbers.get(app);
      if (known !== undefined) return known;
      const number = Math.min(numbers.size + 1, PROGRAM_MASK);
      numbers.set(app, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}

/** Packs what a window or a page was classified as. @param settled whether no page that is known can change it. */
function pack(
  settings: Settings,
  result: Classification,
  { incognito }: Sighted,
  settled: boolean,
  program: number,
): Meaning {
  const { activity, notice, lockScreen, rule, guess } = result;
  const ruleNumber = rule.startsWith('user:') ? Number(rule.slice('user:'.length)) : 0;
  const hidden = incognito && settings.ignorePrivateWindows && ruleNumber === 0;
  const shielded = activity === 'jobs' && settings.shieldJobs ? 'private' : activity;
  // A window that cannot be told is not measured, as if nobody had seen it.
  const shown = hidden ? 'elsewhere' : shielded;
  let code = lockScreen || shown === null ? NO_TIME : codeOfActivity(shown);
  if (notice && !hidden) code |= NOTICE;
  if (settled || hidden || rule === 'window:private') code |= SETTLED;
  if (activity === 'jobs' && !guess && !settled) code |= JOBS_TOLD;
  return (code | (program << PROGRAM_SHIFT) | (ruleNumber << RULE_SHIFT)) >>> 0;
}

/** Builds the interpreter for some settings. */
export function createInterpreter(settings: Settings): Interpreter {
  const classify = createClassifier(settings);
  const resolveApp = compileApps(TABLES.apps, settings.browsers);
  const readTitle = compileTails(TABLES);
  const hash = createSaltedHash();
  const programs = createProgramNumbers();
  const watchedBrowsers = createWatchedBrowsers((name) => {
    const app = resolveApp(name);
    return app.kind === 'browser' ? app : undefined;
  });

  /** What stands for the title of a page, as it is or as a browser shows it. */
  function titleOf(title: string, app: App): number {
    const { page } = readTitle(fold(title), app);
    const mark = app.kind === 'browser' ? page.indexOf(`${MARK} - `) : -1;
    const own = mark < 0 ? page : page.slice(0, mark + MARK.length);
    return own === '' ? 0 : hash.of(own).low || 1;
  }

  function understandWindow(sighted: Sighted): Understood {
    const app = resolveApp(sighted.app);
    const program = programs.of(app);
    const isBrowser = app.kind === 'browser';
    const isExcluded = sighted.title.toLowerCase() === EXCLUDED && !sighted.url;
    // Which of LinkedIn's pages its own app showed cannot be told any more.
    const seen = isExcluded && app.kind === 'linkedin' ? { ...sighted, title: '' } : sighted;
    const result = classify(seen);
    let meaning = pack(settings, result, seen, Boolean(seen.url), program);
    // What a source has spoilt is not measured.
    if (isBrowser && isExcluded && ruleOf(meaning) === 0) meaning |= NO_TIME;
    const title = isBrowser && !isExcluded ? titleOf(sighted.title, app) : 0;
    return { meaning: meaning >>> 0, title, isBrowser, isExcluded };
  }

  function understandPage(sighted: Sighted): Understood {
    const meaning = pack(settings, classify(sighted), sighted, true, 0);
    const title = titleOf(sighted.title, NO_BROWSER);
    return { meaning, title, isBrowser: true, isExcluded: false };
  }

  const rememberedWindow = remember(understandWindow);
  const hasRules = settings.rules.length > 0;

  return {
    window(sighted) {
      // What is no browser is the same whatever its title, unless the user has a rule for it.
      const isOther = !hasRules && resolveApp(sighted.app).kind === 'other';
      return isOther ? OTHER_PROGRAM : rememberedWindow(sighted);
    },
    page: remember(understandPage),
    isBrowser: (watched) => watchedBrowsers.named(watched).length > 0,
    browsersOf(watched) {
      const named = watchedBrowsers.named(watched);
      const hiding = programs
        .all()
        .filter(
          (app) =>
            app.kind === 'browser' && !named.includes(app) && watchedBrowsers.mayHide(watched, app),
        );
      return { named: named.map(programs.of), hiding: hiding.map(programs.of) };
    },
  };
}
