import type { Activity } from '../domain/activity.ts';
import type { WindowSample } from '../domain/window-sample.ts';
import { reachesElsewhere, type UserRule } from '../settings/settings.ts';
import { type AddressMatch, compileAddresses } from './address.ts';
import { type App, compileApps } from './apps.ts';
import { cut, fold } from './fold.ts';
import { compilePages, type PageMatch } from './page.ts';
import type { Shape } from './page-shape.ts';
import { compileTails } from './tail.ts';
import { type Tables, TABLES } from './tables.ts';
import { compileUserRules, type UserMatch } from './user-rules.ts';
import { compileVocabulary, type Entry } from './vocabulary.ts';

/** What a sample is, and which rule said so. Holds nothing of the sample itself. */
export interface Classification {
  /**
   * Job search is `jobs`, never `private`: the shield is applied later. Null where the window cannot be told: its
   * time is not measured, and not elsewhere.
   */
  readonly activity: Activity | null;
  /** Stable id of the rule that decided, as in `words:nl:messaging`. */
  readonly rule: string;
  /** The title flipped to a notice; the window's earlier activity goes on. */
  readonly notice: boolean;
  /** The lock screen or a screen saver: never time. */
  readonly lockScreen: boolean;
  /** The title could not tell; the likeliest activity was taken. */
  readonly guess: boolean;
}

export interface ClassifierOptions {
  /** The user's own rules; the first that matches decides. */
  readonly rules: readonly UserRule[];
  /** Apps that are browsers besides those the product knows. */
  readonly browsers: readonly string[];
  /** Whether a window that its title shows to be private is `elsewhere`. */
  readonly ignorePrivateWindows: boolean;
}

/** Tells what a sample is. Never throws, whatever the sample holds, and keeps nothing of it. */
export type Classify = (sample: WindowSample) => Classification;

function result(activity: Activity | null, rule: string, more: Partial<Classification> = {}) {
  const plain = { notice: false, lockScreen: false, guess: false };
  return Object.freeze<Classification>({ activity, rule, ...plain, ...more });
}

const NOT_A_BROWSER = result('elsewhere', 'app:not-a-browser');
const LOCK_SCREEN = result('elsewhere', 'app:lock-screen', { lockScreen: true });
const PRIVATE_WINDOW = result('elsewhere', 'window:private');
const OTHER_SITE = result('elsewhere', 'url:not-linkedin');
const OTHER_TITLE = result('elsewhere', 'title:not-linkedin');
const EMPTY_APP = result('other', 'app:linkedin');
/** The rules by which a window cannot be told, and so is not measured. */
const UNTOLD = {
  /** Its text was spoilt on the way. */
  spoilt: result(null, 'title:spoilt'),
  /** The user gave the window a name of its own, which stands in place of the page's title. */
  named: result(null, 'window:named'),
  /** The browser cut a long title, and LinkedIn's mark with it. */
  cut: result(null, 'title:cut'),
} as const;

/** What the shape of a title makes likely where its words tell nothing. */
const SHAPES = {
  /** `Jane Doe`, `Acme`, the title of an article or a group. */
  'one-part': result('networking', 'guess:one-part', { guess: true }),
  /** `Software Engineer | Acme`. */
  parts: result('jobs', 'guess:two-parts', { guess: true }),
  /** `Software Engineer`, where the employer is missing. */
  role: result('jobs', 'guess:role', { guess: true }),
  /** `Jane Doe | Software Engineer`. */
  headline: result('networking', 'guess:headline', { guess: true }),
  /** `Why good teams argue | Jane Doe`. */
  sentence: result('publishing', 'guess:sentence', { guess: true }),
} as const satisfies Record<Shape, Classification>;

/** A title without any of these is not LinkedIn's, whatever else it says. */
const TRACES = ['linkedin', '领英', 'sales navigator', 'lnkd.in'];

/** A letter that could not be read, and the escape of a text that was taken byte by byte. */
const SPOILT = ['\uFFFD', '\u001B'];

/** Characters after which a browser cuts the title of a page, by its family. Measured with Chromium 156 and Firefox 153. */
const CUT_AFTER: Readonly<Record<string, number>> = { chromium: 4096, firefox: 256 };
/** The shortest of them. */
const SHORTEST_CUT = 256;
/** The longest that browsers write behind a title that they cut. */
const LONGEST_TAIL = 200;

/** Titles of Chromium's own windows, which have no name of a browser. */
const OWN_WINDOWS = /^(?:devtools|picture[ -]in[ -]picture)\b/;

/** Builds the classifier for some settings, with the product's own rules. */
export function createClassifier(options: ClassifierOptions): Classify {
  return createClassifierFrom(TABLES, options);
}

/** What tables become before they can be used; the same for all settings. */
function compile(tables: Tables) {
  const readTitle = compileTails(tables);
  const matchAddress = compileAddresses(tables.paths);
  const matchPage = compilePages(compileVocabulary(tables), matchAddress);
  return { readTitle, matchAddress, matchPage, resolveKnown: compileApps(tables.apps, []) };
}

const compiled = new WeakMap<Tables, ReturnType<typeof compile>>();

type Ready = ReturnType<typeof compile>;

/** What is said of a window, made once for each rule. */
function createResults(tables: Tables) {
  const results = new Map<string, Classification>();
  const remember = (activity: Activity, rule: string, more?: Partial<Classification>) => {
    let known = results.get(rule);
    if (!known) results.set(rule, (known = result(activity, rule, more)));
    return known;
  };
  const byEntry = ({ section, rule }: Entry): Classification => {
    const { activity, notice = false, guess = false } = section;
    return remember(activity, rule, { notice, guess });
  };
  const products = new Map(
    tables.sections.map(({ id, activity }) => [id, result(activity, `app:${id}`)]),
  );
  const addresses = new Map<AddressMatch, Classification>();
  const byAddress = (match: AddressMatch): Classification => {
    let known = addresses.get(match);
    if (!known) addresses.set(match, (known = result(match.activity, `url:${match.rule}`)));
    return known;
  };
  return {
    byMatch(match: PageMatch): Classification {
      if (match.by === 'words') return byEntry(match.entry);
      if (match.by === 'shape') return SHAPES[match.shape];
      return match.by === 'other-site' ? OTHER_SITE : byAddress(match.match);
    },
    byAddress,
    byCompanion: (activity: Activity) => remember(activity, `companion:${activity}`),
    byUser({ activity, position }: UserMatch): Classification {
      // What the user calls private is job search to the shield, like all of its kind.
      return remember(activity === 'private' ? 'jobs' : activity, `user:${position}`);
    },
    /** The app of one product shows nothing else. */
    byProduct: (section: string | undefined) => products.get(section ?? ''),
  };
}

/** Tells what a window is by the product's own rules. */
type ClassifyByItself = (sample: WindowSample, title: string, app: App) => Classification;

function classifyingByItself(
  ready: Ready,
  results: ReturnType<typeof createResults>,
  { ignorePrivateWindows }: ClassifierOptions,
): ClassifyByItself {
  const { readTitle, matchAddress, matchPage } = ready;
  const untold = tellingUntold(ready, ignorePrivateWindows);
  /** Whether a window calls itself private to a screen reader, as Chromium's do that say so nowhere else. */
  const isFramePrivate = ({ frameTitle }: WindowSample, app: App): boolean =>
    frameTitle !== undefined && readTitle(fold(frameTitle), app).isPrivate;
  return (sample, title, app) => {
    if (app.kind === 'other') return NOT_A_BROWSER;

    const told = sample.companion && results.byCompanion(sample.companion);
    const address = sample.url ? matchAddress(sample.url) : undefined;
    if (sample.url && !address && !told) return OTHER_SITE;
    const isOwnApp = app.kind === 'linkedin';
    const isSure = told !== undefined || address !== undefined || isOwnApp;
    if (!isSure && !TRACES.some((trace) => title.includes(trace))) {
      return untold(sample, title, app) ?? OTHER_TITLE;
    }

    const { page, isPrivate } = readTitle(title, app);
    if (ignorePrivateWindows && (isPrivate || isFramePrivate(sample, app))) return PRIVATE_WINDOW;
    if (told) return told;
    if (address) return results.byAddress(address);
    const seen = cut(sample.title);
    if (SPOILT.some((sign) => seen.includes(sign))) return UNTOLD.spoilt;
    const product = isOwnApp ? results.byProduct(app.section) : undefined;
    if (product) return product;
    if (isOwnApp && page === '') return EMPTY_APP;
    const isSiteApp = app.kind === 'browser' && app.isSiteApp;
    const match = matchPage.match({ page, title: sample.title, isOwnApp, isSiteApp });
    return match ? results.byMatch(match) : (untold(sample, title, app) ?? OTHER_TITLE);
  };
}

/** Tells why a title without LinkedIn's mark may still be LinkedIn's; undefined where it is not. */
function tellingUntold({ readTitle, matchPage }: Ready, ignorePrivateWindows: boolean) {
  return (sample: WindowSample, title: string, app: App): Classification | undefined => {
    if (app.kind !== 'browser' || app.family === undefined) return undefined;
    if (sample.title.length >= SHORTEST_CUT) {
      const beyond = sample.title.length - (CUT_AFTER[app.family] ?? Infinity);
      if (beyond < 0 || beyond > LONGEST_TAIL) return undefined;
      const { page, isPrivate } = readTitle(title, app);
      if (isPrivate && ignorePrivateWindows) return PRIVATE_WINDOW;
      return matchPage.beginsAsLinkedIn(page) ? UNTOLD.cut : undefined;
    }
    // Only where the window itself says that it shows no single site is the missing name the user's doing.
    if (app.family !== 'chromium' || app.isSiteApp || !sample.names?.length) return undefined;
    if (title === '' || OWN_WINDOWS.test(title)) return undefined;
    const { isNamed, isPrivate } = readTitle(title, app);
    return isNamed || isPrivate ? undefined : UNTOLD.named;
  };
}

/** Builds a classifier from any tables. */
export function createClassifierFrom(tables: Tables, options: ClassifierOptions): Classify {
  let ready = compiled.get(tables);
  if (!ready) compiled.set(tables, (ready = compile(tables)));
  const { browsers } = options;
  const resolveApp =
    browsers.length === 0 ? ready.resolveKnown : compileApps(tables.apps, browsers);
  // A rule for a LinkedIn activity that is kept to LinkedIn waits for what the window is by itself.
  const isKept = (rule: UserRule) => rule.activity !== 'elsewhere' && !reachesElsewhere(rule);
  const matchFirst = compileUserRules(options.rules, (rule) => !isKept(rule));
  const matchKept = compileUserRules(options.rules, isKept);
  const results = createResults(tables);
  const byItself = classifyingByItself(ready, results, options);

  return (sample) => {
    const app = resolveApp(sample.app, sample.names);
    if (app.kind === 'lock-screen') return LOCK_SCREEN;
    const title = fold(sample.title);
    const first = matchFirst?.(sample, title);
    const kept = matchKept?.(sample, title);
    if (first && (!kept || first.position < kept.position)) return results.byUser(first);
    const itself = byItself(sample, title, app);
    const isOnLinkedIn = itself.activity !== null && itself.activity !== 'elsewhere';
    if (kept && isOnLinkedIn) return results.byUser(kept);
    return first ? results.byUser(first) : itself;
  };
}
