/** @file What is done in a browser, as a user does it, and what must come of it. */
import { activityOf, type Word } from '../../companion/contract.ts';
import type { Activity } from '../../shared/domain/activity.ts';

/** The hands on one browser, beside which another one and another program are open. */
export interface Hands {
  /** Presses keys, by the names that X has for them, one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  /** Opens an address as typed. */
  go(address: string): Promise<void>;
  /** Clicks into the page. */
  intoPage(): void;
  /** Types into the address bar, and leaves it. */
  typeAndLeave(text: string): Promise<void>;
  toOtherProgram(): void;
  /** Brings the other browser to the front. */
  toOtherBrowser(): void;
  /** Brings the browser's first window to the front. */
  toBrowser(): void;
  minimise(): void;
  showEmptyDesktop(empty: boolean): void;
  /** Opens an address as an app of its own, without tabs. */
  openAppWindow(address: string): Promise<void>;
  killHost(): void;
  /** Puts a newer version of the extension into the browser. */
  updateExtension(): Promise<void>;
  /** Kills the browser as it is. */
  kill(): void;
  /** Starts it again. */
  start(): Promise<void>;
  /** Ends the app, and starts it again. */
  restartApp(): Promise<void>;
}

/** What the host is at; `gone` where there is none. */
export type Heard = Word | 'gone';

/** One thing that a user does. */
export interface Step {
  readonly name: string;
  readonly act: (hands: Hands) => void | Promise<void>;
  readonly word: Heard;
  /** What the app must take it for. */
  readonly shows: Activity;
  /** Nothing changes: the word must be the same all the while. */
  readonly stays?: true;
  /** A page is loaded, which tells of itself where no word does. */
  readonly loads?: true;
}

/** What differs between browsers. */
export interface BrowserTraits {
  /** The keys that open a private window. */
  readonly privateWindow: string;
  /** Whether its titles say of a private window that it is one. */
  readonly tellsPrivate: boolean;
  readonly hasAppWindows: boolean;
}

const LINKEDIN = 'https://www.linkedin.com';

/** What the app makes of a word; job search is shielded. */
export function shownBy(word: Heard): Activity {
  if (word === 'private') return 'private';
  return (word === 'gone' ? null : activityOf(word)) ?? 'elsewhere';
}

type Act = Step['act'];
const press = (...names: readonly string[]) => {
  return (hands: Hands) => hands.press(...names);
};
const go = (address: string) => (hands: Hands) => hands.go(address);
const page = (path: string) => go(`${LINKEDIN}${path}`);
const step = (name: string, act: Act, word: Heard, shows = shownBy(word)): Step => {
  return { name, act, word, shows };
};
const stays = (name: string, act: Act, word: Heard, shows = shownBy(word)): Step => {
  return { name, act, word, shows, stays: true };
};
const loads = (one: Step): Step => ({ ...one, loads: true });
const toBrowser = (word: Heard) => step('the first window', (hands) => hands.toBrowser(), word);
const toOtherProgram = step('another program', (hands) => hands.toOtherProgram(), 'away');

function inOnePage(): readonly Step[] {
  return [
    step('a page without a load', press('m'), 'messaging'),
    step('back', press('alt+Left'), 'feed'),
    step('another such page', press('n'), 'notifications'),
    loads(stays('reload', press('ctrl+r'), 'notifications')),
    stays('a notice in the title', press('t'), 'notifications'),
    stays('the address bar', press('ctrl+l'), 'notifications'),
    stays('back to the page', press('Escape', 'F6'), 'notifications'),
    stays(
      'an address typed, and left',
      (hands) => hands.typeAndLeave('linkedin.com/fe'),
      'notifications',
    ),
    stays('find in the page', press('ctrl+f'), 'notifications'),
    stays('find no more', press('Escape'), 'notifications'),
    stays('full screen', press('F11'), 'notifications'),
    stays('no full screen', press('F11'), 'notifications'),
    stays('a menu', press('F10'), 'notifications'),
    stays('no menu', press('Escape', 'Escape'), 'notifications'),
    stays('the menu of the page', press('shift+F10'), 'notifications'),
    stays('no menu', press('Escape'), 'notifications'),
    stays('a click into the page', (hands) => hands.intoPage(), 'notifications'),
    step('a page that keeps the title of the one before', press('k'), 'networking'),
    step('the feed without a load', press('f'), 'feed'),
  ];
}

function fromPageToPage(): readonly Step[] {
  return [
    step('another site', go('https://www.example/'), 'elsewhere'),
    step('back to LinkedIn', press('alt+Left'), 'feed'),
    step(
      'another site that calls itself as LinkedIn does',
      go('https://www.example/copy/'),
      'elsewhere',
    ),
    step('a profile', page('/in/zanzibar-quispel/'), 'networking'),
    step('a post', page('/posts/zanzibar-quispel-1/'), 'publishing'),
    step('administration', page('/company/quispel/admin/'), 'marketing'),
    step('a course', page('/learning/zanzibar/'), 'learning'),
    step('Sales Navigator', page('/sales/home'), 'sales'),
    step('Recruiter', page('/talent/home'), 'recruiting'),
    step('an article', page('/pulse/from-my-desk-zanzibar/'), 'publishing'),
    step('job search', page('/jobs/'), 'private'),
    loads(stays('a job', page('/jobs/view/1/'), 'private')),
    step('help', page('/help/'), 'other'),
    loads(stays('a game', page('/games/queens/'), 'other')),
    step('a search for posts', page('/search/results/content/?keywords=quispel'), 'feed'),
    step('a company’s jobs', page('/company/quispel/jobs/'), 'private'),
    step('the feed', page('/feed/'), 'feed'),
  ];
}

function windowsAndTabs(traits: BrowserTraits): readonly Step[] {
  return [
    toOtherProgram,
    step('the browser again', (hands) => hands.toBrowser(), 'feed'),
    step('minimised', (hands) => hands.minimise(), 'away'),
    step('and brought back', (hands) => hands.toBrowser(), 'feed'),
    step('an empty desktop', (hands) => hands.showEmptyDesktop(true), 'away'),
    step('and no more', (hands) => hands.showEmptyDesktop(false), 'feed'),
    step('the other browser', (hands) => hands.toOtherBrowser(), 'away', 'notifications'),
    toBrowser('feed'),
    step('a new tab', press('ctrl+t'), 'elsewhere'),
    step('LinkedIn there', page('/messaging/thread/1/'), 'messaging'),
    step('the first tab', press('ctrl+Page_Up'), 'feed'),
    step('the second tab', press('ctrl+Page_Down'), 'messaging'),
    step('a tab is closed', press('ctrl+w'), 'feed'),
    step('and brought back', press('ctrl+shift+t'), 'messaging'),
    step('and closed again', press('ctrl+w'), 'feed'),
    step('a window that the page opens', press('p'), 'messaging'),
    step('and closed', press('ctrl+w'), 'feed'),
    step('a second window', press('ctrl+n'), 'elsewhere'),
    step('LinkedIn there', page('/notifications/'), 'notifications'),
    toBrowser('feed'),
    toOtherProgram,
    toBrowser('feed'),
    ...(traits.hasAppWindows ? inAnApp : []),
    step('a private window', press(traits.privateWindow), 'away'),
    // What nothing shows to be private is taken for what its title says.
    {
      ...loads(stays('LinkedIn there', page('/messaging/'), 'away')),
      shows: traits.tellsPrivate ? 'elsewhere' : 'messaging',
    },
    toBrowser('feed'),
  ];
}

const inAnApp: readonly Step[] = [
  step('as an app', (hands) => hands.openAppWindow(`${LINKEDIN}/sales/home`), 'sales'),
  step('and closed', press('ctrl+w'), 'feed'),
];

const whatEnds: readonly Step[] = [
  stays('the app starts again', (hands) => hands.restartApp(), 'feed'),
  step('a page without a load', press('n'), 'notifications'),
  step('the host is killed', (hands) => hands.killHost(), 'notifications'),
  step('what comes after', press('m'), 'messaging'),
  step('the extension is renewed', (hands) => hands.updateExtension(), 'messaging'),
  step('what comes after', press('f'), 'feed'),
  toOtherProgram,
  toBrowser('feed'),
  step('the browser is killed', (hands) => hands.kill(), 'gone'),
  step('and starts again', (hands) => hands.start(), 'feed'),
  step('what comes after', press('m'), 'messaging'),
];

/** All that is done in one browser, from the feed on. */
export function stepsOf(traits: BrowserTraits): readonly Step[] {
  return [...inOnePage(), ...fromPageToPage(), ...windowsAndTabs(traits), ...whatEnds];
}
