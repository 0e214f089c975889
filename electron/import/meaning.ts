import { ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import { type App, compileApps } from '../../shared/linkedin/apps.ts';
import { type Classification, createClassifier } from '../../shared/linkedin/classify.ts';
import { TABLES } from '../../shared/linkedin/tables.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/**
 * What is kept of a window or a page, packed into one number of 32 bits: its activity, how that was
 * decided, and which program it was in. What was on the screen is gone by then.
 */
export type Meaning = number;

const ACTIVITY_BITS = 4;
const PROGRAM_BITS = 12;
const NOTICE = 1 << ACTIVITY_BITS;
const SETTLED = NOTICE << 1;
const PROGRAM_SHIFT = ACTIVITY_BITS + 2;
const RULE_SHIFT = PROGRAM_SHIFT + PROGRAM_BITS;
const ACTIVITY_MASK = (1 << ACTIVITY_BITS) - 1;
const PROGRAM_MASK = (1 << PROGRAM_BITS) - 1;
/** Stands for an activity where there is none: a lock screen is never time, and a window may tell nothing. */
const NO_TIME = ACTIVITY_MASK;

/** The number that stands for an activity. */
export function codeOfActivity(activity: Activity): number {
  return ACTIVITIES.indexOf(activity);
}

/** The activity that a number stands for; undefined where it stands for no time. */
export function activityOfCode(code: number): Activity | undefined {
  return ACTIVITIES[code & ACTIVITY_MASK];
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

/** Classifies what an export tells, by the settings. */
export interface Interpreter {
  window(sighted: Sighted): Meaning;
  /** @param sighted its app is the name of the browser, as the web watcher has it. */
  page(sighted: Sighted): Meaning;
  /** The programs that a web watcher of this name tells of; none where the name is no browser's. */
  browsersOf(watched: string): readonly number[];
}

/** The watcher cannot tell Chromium from Chrome; of other browsers it has the names, or takes the titles. */
const WATCHED_AS_CHROME = ['chrome', 'chromium'];

/** Builds the interpreter for some settings. */
export function createInterpreter(settings: Settings): Interpreter {
  const classify = createClassifier(settings);
  const resolveApp = compileApps(TABLES.apps, settings.browsers);
  // All names of one program resolve to one object.
  const programs = new Map<App, number>();

  function numberOf(app: App): number {
    if (app.kind === 'other' || app.kind === 'lock-screen') return 0;
    const known = programs.get(app);
    if (known !== undefined) return known;
    const number = Math.min(programs.size + 1, PROGRAM_MASK);
    programs.set(app, number);
    return number;
  }

  function pack(result: Classification, { incognito }: Sighted, settled: boolean, program: number) {
    const { activity, notice, lockScreen, rule } = result;
    const ruleNumber = rule.startsWith('user:') ? Number(rule.slice('user:'.length)) : 0;
    const hidden = incognito && settings.ignorePrivateWindows && ruleNumber === 0;
    const shielded = activity === 'jobs' && settings.shieldJobs ? 'private' : activity;
    // A window that cannot be told is not measured, as if nobody had seen it.
    const shown = hidden ? 'elsewhere' : shielded;
    let code = lockScreen || shown === null ? NO_TIME : codeOfActivity(shown);
    if (notice && !hidden) code |= NOTICE;
    if (settled || hidden || rule === 'window:private') code |= SETTLED;
    return (code | (program << PROGRAM_SHIFT) | (ruleNumber << RULE_SHIFT)) >>> 0;
  }

  return {
    window(sighted) {
      const program = numberOf(resolveApp(sighted.app));
      return pack(classify(sighted), sighted, Boolean(sighted.url), program);
    },
    page: (sighted) => pack(classify(sighted), sighted, true, 0),
    browsersOf(watched) {
      const names = watched === 'chrome' ? WATCHED_AS_CHROME : [watched];
      return names
        .map((name) => resolveApp(name))
        .filter(({ kind }) => kind === 'browser')
        .map(numberOf);
    },
  };
}
