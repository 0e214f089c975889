/**
 * @file A year of ActivityWatch as its own watchers would write it, and what really happened. The rules are those of aw-watcher-window,
 * aw-watcher-afk and aw-watcher-web of 2026: a look every `poll_time`, equal looks made one; absence from the last input on once
 * it is 180 s ago, in one event however long; a report of the tab on its activation and once a minute, never on a click inside it.
 */
import type { Activity } from '../../shared/domain/activity.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A Monday, midnight in Amsterdam. */
const FIRST_MS = Date.parse('2025-11-02T23:00:00Z');
const DAYS = 364;
/** A page's title comes this long after its address. */
const TITLE_LAG_MS = 150;
/** What a look takes, which comes on top of the watcher's sleep. */
const LOOK_MS = 12;
const AFK_POLL_MS = 5_000;
const AFK_TIMEOUT_MS = 180_000;

/** What was on the screen for a while. */
export interface Shown {
  readonly startMs: number;
  readonly endMs: number;
  readonly app: string;
  /** The title of the window. */
  readonly title: string;
  /** What it was; where its title does not tell it, only its address does. */
  readonly activity: Activity;
  readonly titleTells: boolean;
}

/** The tab that is open in the browser, also while another program is in front. */
interface Tab {
  readonly fromMs: number;
  readonly url: string;
  readonly title: string;
  readonly isActivated: boolean;
}

export interface Event {
  readonly startMs: number;
  readonly endMs: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A year, and what its watchers wrote. */
export interface Year {
  readonly shown: readonly Shown[];
  /** Since when the user was there, and until when, by the inputs. */
  readonly present: readonly (readonly [startMs: number, endMs: number])[];
  readonly windows: readonly Event[];
  readonly afk: readonly Event[];
  readonly pages: readonly Event[];
  readonly endMs: number;
}

interface Page {
  readonly title: string;
  readonly url: string;
  readonly activity: Activity;
}

const LINKEDIN = 'https://www.linkedin.com';
const LINKEDIN_PAGES: readonly (Page & { readonly weight: number })[] = [
  { title: 'Feed | LinkedIn', url: `${LINKEDIN}/feed/`, activity: 'feed', weight: 30 },
  {
    title: 'My Network | LinkedIn',
    url: `${LINKEDIN}/mynetwork/`,
    activity: 'networking',
    weight: 20,
  },
  {
    title: 'Messaging | LinkedIn',
    url: `${LINKEDIN}/messaging/`,
    activity: 'messaging',
    weight: 15,
  },
  {
    title: 'Notifications | LinkedIn',
    url: `${LINKEDIN}/notifications/`,
    activity: 'notifications',
    weight: 10,
  },
  { title: 'Jobs | LinkedIn', url: `${LINKEDIN}/jobs/`, activity: 'jobs', weight: 20 },
  // What a page is called before it has a name; only its address tells.
  { title: 'LinkedIn', url: `${LINKEDIN}/messaging/`, activity: 'messaging', weight: 1 },
  { title: 'LinkedIn', url: `${LINKEDIN}/jobs/view/1/`, activity: 'jobs', weight: 1 },
];
const OTHER_PAGES: readonly Page[] = [
  { title: 'Inbox - Example Mail', url: 'https://mail.example.com/', activity: 'elsewhere' },
  { title: 'Ticket 12 | Example Desk', url: 'https://desk.example.com/12', activity: 'elsewhere' },
  { title: 'LinkedIn - Example Encyclopedia', url: 'https://example.org/', activity: 'elsewhere' },
];
const PROGRAMS = [
  ['EXCEL.EXE', 'Figures.xlsx - Excel'],
  ['Code.exe', 'notes.md - project - Visual Studio Code'],
] as const;

/** Numbers from 0 to 1, always the same ones. */
function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least: number, most: number) => Math.round(least + next() * (most - least)),
    one: <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}

/** What was shown and where the tab was, until an end. */
function live(seed: number): Pick<Year, 'shown' | 'present' | 'endMs'> & { tabs: Tab[] } {
  const random = createRandom(seed);
  const shown: Shown[] = [];
  const tabs: Tab[] = [];
  const present: [number, number][] = [];
  const bag = LINKEDIN_PAGES.flatMap((page) => Array.from({ length: page.weight }, () => page));
  let now = FIRST_MS;
  let counter = 0;

  function show(lengthMs: number, what: Omit<Shown, 'startMs' | 'endMs'>): void {
    const before = shown.at(-1);
    // What was there last stays while nobody is there.
    if (before && before.endMs < now) shown[shown.length - 1] = { ...before, endMs: now };
    shown.push({ startMs: now, endMs: now + lengthMs, ...what });
    now += lengthMs;
  }
  function browse(page: Page, lengthMs: number, isActivated: boolean): void {
    if (random.next() < 0.1) counter = random.between(0, 9);
    const title =
      page.activity !== 'elsewhere' && counter > 0 ? `(${counter}) ${page.title}` : page.title;
    const last = tabs.at(-1);
    const window = (name: string) => `${name} - Google Chrome`;
    const { activity } = page;
    if (last && !isActivated) {
      // A click: the address is there before the title.
      tabs.push({ fromMs: now, url: page.url, title: last.title, isActivated });
      show(TITLE_LAG_MS, {
        app: 'chrome.exe',
        title: window(last.title),
        activity,
        titleTells: false,
      });
    }
    tabs.push({ fromMs: now, url: page.url, title, isActivated });
    show(lengthMs, {
      app: 'chrome.exe',
      title: window(title),
      activity,
      titleTells: page.title !== 'LinkedIn',
    });
  }
  function work(untilMs: number): void {
    while (now < untilMs) {
      const kind = random.next();
      if (kind < 0.4) {
        const [app, title] = random.one(PROGRAMS);
        const lengthMs = random.between(60_000, 900_000);
        show(lengthMs, { app, title, activity: 'elsewhere', titleTells: true });
      } else if (kind < 0.7) {
        for (let left = random.between(1, 5); left > 0; left -= 1) {
          browse(random.one(OTHER_PAGES), random.between(10_000, 90_000), true);
        }
      } else {
        for (let at = 0, most = random.between(2, 14); at < most; at += 1) {
          browse(random.one(bag), random.between(12_000, 48_000), at === 0);
        }
      }
      // A way to the coffee, with whatever it was left on the screen.
      if (random.next() < 0.03) {
        const awayMs = random.between(4 * MINUTE_MS, 20 * MINUTE_MS);
        present.push([workFromMs, now]);
        now += awayMs;
        workFromMs = now;
      }
    }
    present.push([workFromMs, now]);
  }
  let workFromMs = now;
  for (let day = 0; day < DAYS; day += 1) {
    if (day % 7 >= 5) continue;
    const midnightMs = FIRST_MS + day * DAY_MS;
    for (const [from, to] of [
      [9, 12.5],
      [13, 17.5],
    ] as const) {
      now = Math.max(
        now + 5 * MINUTE_MS,
        midnightMs + from * HOUR_MS + random.between(0, 5 * MINUTE_MS),
      );
      workFromMs = now;
      work(midnightMs + to * HOUR_MS);
    }
  }
  return { shown, tabs, present, endMs: now };
}

/** Equal neighbours made one. */
function heartbeats(looks: Iterable<Event>): Event[] {
  const events: Event[] = [];
  for (const look of looks) {
    const last = events.at(-1);
    const isSame =
      last?.data === look.data || JSON.stringify(last?.data) === JSON.stringify(look.data);
    if (last && isSame) events[events.length - 1] = { ...last, endMs: look.endMs };
    else events.push(look);
  }
  return events;
}

/** The first look at or after an instant. */
export function lookAt(ms: number, pollMs: number): number {
  const everyMs = pollMs + LOOK_MS;
  return FIRST_MS + Math.ceil((ms - FIRST_MS) / everyMs) * everyMs;
}

function watchWindows(shown: readonly Shown[], pollMs: number): Event[] {
  return heartbeats(
    shown.flatMap(({ startMs, endMs, app, title }) => {
      const first = lookAt(startMs, pollMs);
      const last = lookAt(endMs, pollMs) - pollMs - LOOK_MS;
      return first < endMs ? { startMs: first, endMs: last, data: { app, title } } : [];
    }),
  );
}

function watchInput(present: Year['present'], endMs: number): Event[] {
  return present.flatMap(([from, to], index): Event[] => {
    const next = present[index + 1]?.[0] ?? endMs;
    const here = { startMs: from + 1, endMs: to, data: { status: 'not-afk' } };
    // The watcher looks every 5 s, and is late by that at most once it is time.
    const isAway = next - to >= AFK_TIMEOUT_MS + AFK_POLL_MS;
    return isAway ? [here, { startMs: to + 1, endMs: next, data: { status: 'afk' } }] : [here];
  });
}

function watchTabs(tabs: readonly Tab[], endMs: number): Event[] {
  const reports: { atMs: number; tab: Tab }[] = [];
  let alarmMs = FIRST_MS + 37_000;
  for (const [index, tab] of tabs.entries()) {
    const toMs = tabs[index + 1]?.fromMs ?? endMs;
    if (tab.isActivated) reports.push({ atMs: tab.fromMs, tab });
    alarmMs += Math.max(0, Math.ceil((tab.fromMs - alarmMs) / MINUTE_MS)) * MINUTE_MS;
    // What does not change is one event: the first and the last report are enough.
    if (alarmMs < toMs) {
      reports.push({ atMs: alarmMs, tab });
      alarmMs += Math.floor((toMs - 1 - alarmMs) / MINUTE_MS) * MINUTE_MS;
      reports.push({ atMs: alarmMs, tab });
      alarmMs += MINUTE_MS;
    }
  }
  return heartbeats(
    reports.map(({ atMs, tab }, index) => ({
      startMs: atMs,
      endMs: Math.max(atMs, (reports[index + 1]?.atMs ?? endMs) - 1),
      data: { url: tab.url, title: tab.title, audible: false, incognito: false, tabCount: 4 },
    })),
  );
}

/** A year at work. @param pollMs the `poll_time` of the watcher of windows. */
export function watchYear(pollMs: number, seed = 7): Year {
  const { shown, tabs, present, endMs } = live(seed);
  return {
    shown,
    present,
    endMs,
    windows: watchWindows(shown, pollMs),
    afk: watchInput(present, endMs),
    pages: watchTabs(tabs, endMs),
  };
}

/** The events of a year as ActivityWatch exports them, the newest first. */
export function* exportYear({ windows, afk, pages }: Year): Generator<Uint8Array> {
  const stamp = (ms: number) => new Date(ms).toISOString().replace('Z', '000+00:00');
  const buckets = [
    ['aw-watcher-window_desk', 'currentwindow', windows, 'desk'],
    ['aw-watcher-afk_desk', 'afkstatus', afk, 'desk'],
    ['aw-watcher-web-chrome', 'web.tab.current', pages, 'unknown'],
  ] as const;
  let comma = '{"buckets": {';
  for (const [id, type, events, hostname] of buckets) {
    yield Buffer.from(
      `${comma}"${id}": ${JSON.stringify({ id, type, hostname }).slice(0, -1)}, "events": [`,
    );
    for (let end = events.length; end > 0; end -= 1000) {
      const texts = events
        .slice(Math.max(0, end - 1000), end)
        .reverse()
        .map(({ startMs, endMs, data }) =>
          JSON.stringify({ timestamp: stamp(startMs), duration: (endMs - startMs) / 1000, data }),
        );
      yield Buffer.from(texts.join(', ') + (end > 1000 ? ', ' : ''));
    }
    yield Buffer.from(']}');
    comma = ', ';
  }
  yield Buffer.from('}}');
}
