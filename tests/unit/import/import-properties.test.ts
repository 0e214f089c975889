import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import {
  FEED,
  FEED_URL,
  MAIL,
  MESSAGING,
  OTHER_URL,
  START_MS,
  afk,
  afkEvent,
  brief,
  exportOf,
  memorySpans,
  pageEvent,
  pages,
  runImport,
  windowEvent,
  windows,
} from './make-export.ts';

/** Seconds that a history here has. */
const SECONDS = 90;

/** An event from a second to a second, and what it shows. */
interface Shown<What> {
  readonly from: number;
  readonly to: number;
  readonly what: What;
}

interface Host {
  readonly windows: readonly Shown<Window>[];
  readonly pages: readonly Shown<Page>[];
  readonly afk: readonly Shown<'afk' | 'not-afk'>[];
}

const WINDOWS = {
  feed: { title: FEED, app: 'Google Chrome' },
  messaging: { title: MESSAGING, app: 'Google Chrome' },
  mail: { title: MAIL, app: 'Google Chrome' },
  editor: { title: FEED, app: 'Code' },
} as const;
type Window = keyof typeof WINDOWS;
/** Pages, of which some have the title of a window that is another activity by it. */
const PAGES = {
  feed: { url: FEED_URL, title: FEED, is: 'feed' },
  'feed with the title of a mail': { url: FEED_URL, title: MAIL, is: 'feed' },
  'elsewhere with the title of the feed': { url: OTHER_URL, title: FEED, is: 'elsewhere' },
} as const;
type Page = keyof typeof PAGES;

/** What a window is by its title. */
const BY_TITLE = {
  feed: 'feed',
  messaging: 'messaging',
  mail: 'elsewhere',
  editor: 'elsewhere',
} as const satisfies Record<Window, Activity>;

/** Events of which no two start and end together, since nothing says which of them counts. */
function events<What>(what: fc.Arbitrary<What>, maxLength: number): fc.Arbitrary<Shown<What>[]> {
  return fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 0, max: SECONDS - 20 }), fc.integer({ min: 0, max: 20 }), what)
      .map(([from, length, shown]) => ({ from, to: from + length, what: shown })),
    { maxLength, selector: ({ from, to }) => `${from} ${to}` },
  );
}

const host: fc.Arbitrary<Host> = fc.record({
  windows: events(fc.constantFrom<Window[]>('feed', 'messaging', 'mail', 'editor'), 12),
  pages: events(
    fc.constantFrom<Page[]>(
      'feed',
      'feed with the title of a mail',
      'elsewhere with the title of the feed',
    ),
    4,
  ),
  afk: events(fc.constantFrom('afk' as const, 'not-afk' as const, 'not-afk' as const), 6),
});

/** The event that covers a second: of several the one that started last, and of those the shortest. */
function covering<What>(all: readonly Shown<What>[], second: number): Shown<What> | undefined {
  return all
    .filter(({ from, to }) => from <= second && second < to)
    .sort((a, b) => b.from - a.from || a.to - b.to)[0];
}

/**
 * What is shown at each second, with gaps of up to so many seconds closed: for the event before, or, where one of the two
 * alone is LinkedIn and it is no more than 5 s, for the longer one.
 */
function shownAt<What>(
  all: readonly Shown<What>[],
  gap: number,
  isLinkedIn: (what: What) => boolean,
): (What | undefined)[] {
  const pieces: { from: number; to: number; of: Shown<What> }[] = [];
  for (let second = 0; second < SECONDS; second += 1) {
    const of = covering(all, second);
    const points = all.filter(({ from, to }) => from === second && to === second);
    const last = pieces.at(-1);
    if (of && last?.of === of && last.to === second) last.to += 1;
    else if (of) pieces.push({ from: second, to: second + 1, of });
    else for (const point of points) pieces.push({ from: second, to: second, of: point });
  }
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (!before || piece.from - before.to > gap) continue;
    const [one, other] = [before.to - before.from, piece.to - piece.from];
    const isOfBoth = isLinkedIn(before.of.what) === isLinkedIn(piece.of.what);
    if (isOfBoth || piece.from - before.to > 5 || one >= other || one === 0) before.to = piece.from;
    else piece.from = before.to;
  }
  return Array.from(
    { length: SECONDS },
    (_, second) => pieces.find(({ from, to }) => from <= second && second < to)?.of.what,
  );
}

/** By time, and of those that start together the longest first. */
function inOrder<What>(all: readonly Shown<What>[]): Shown<What>[] {
  return all.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** The gap that is closed between windows: half more than the usual one of gaps that are alike, 2 to 10 s. */
function gapOf(all: readonly Shown<Window>[]): number {
  const order = inOrder(all);
  const gaps = order
    .map(({ from }, index) => from - Math.max(...order.slice(0, index).map(({ to }) => to)))
    .filter((gap) => gap > 0 && gap <= 15)
    .sort((a, b) => a - b);
  const usual = gaps[Math.ceil(gaps.length / 2) - 1] ?? 0;
  const alike = gaps.filter((gap) => gap >= usual * 0.8 && gap <= usual * 1.2);
  if (gaps.length < 3 || alike.length < gaps.length / 2) return 2;
  return Math.min(10, Math.max(2, usual * 1.5, usual + 1));
}

/** Whether the user was there in a second, by queries of ActivityWatch: `not-afk` once short gaps are the longer event's. */
function isPresent(one: Host, second: number): boolean {
  const order = inOrder(one.afk.filter(({ from, to }) => to > from)).map((event) => ({ ...event }));
  if (order.length === 0) return true;
  for (const [index, event] of order.entries()) {
    const before = order[index - 1];
    if (!before || before.to >= event.from || event.from - before.to > 5) continue;
    if (before.to - before.from >= event.to - event.from) before.to = event.from;
    else event.from = before.to;
  }
  return order.some(({ from, to, what }) => what === 'not-afk' && from <= second && second < to);
}

/** What one computer tells of each second, by itself. */
function activitiesOf(one: Host): History {
  const windows = shownAt(
    one.windows,
    gapOf(one.windows),
    (what) => BY_TITLE[what] !== 'elsewhere',
  );
  const pages = shownAt(one.pages, 2, (what) => PAGES[what].is !== 'elsewhere');
  return windows.map((window, second) => {
    if (window === undefined || !isPresent(one, second)) return undefined;
    const page = WINDOWS[window].app === 'Google Chrome' ? pages[second] : undefined;
    const isShown = page !== undefined && PAGES[page].title === WINDOWS[window].title;
    return isShown ? PAGES[page].is : BY_TITLE[window];
  });
}

type History = (Activity | undefined)[];

/** The second-by-second history as stretches. */
function stretches(history: History): Shown<Activity>[] {
  const found: Shown<Activity>[] = [];
  for (const [second, what] of history.entries()) {
    const last = found.at(-1);
    if (what === undefined) continue;
    if (last?.what === what && last.to === second) {
      found[found.length - 1] = { ...last, to: second + 1 };
    } else found.push({ from: second, to: second + 1, what });
  }
  return found;
}

/** Paints the stretches of every computer, LinkedIn first and then what started first, where nothing is yet. */
function paint(hosts: readonly Host[], stored: readonly Shown<Activity>[]): History {
  const seconds = Array.from({ length: SECONDS }, (_, second) => second);
  const imported: History = seconds.map(() => undefined);
  const all = hosts.flatMap((one) => stretches(activitiesOf(one))).sort((a, b) => a.from - b.from);
  for (const isLinkedIn of [true, false]) {
    for (const { from, to, what } of all) {
      if ((what !== 'elsewhere') !== isLinkedIn) continue;
      for (let second = from; second < to; second += 1) imported[second] ??= what;
    }
  }
  return seconds.map((second) => covering(stored, second)?.what ?? imported[second]);
}

/** The history that spans tell, second by second; fails where two overlap. */
function historyOf(spans: readonly Span[]): History {
  const history: History = Array.from({ length: SECONDS }, () => undefined);
  for (const [activity, from, to] of brief(spans)) {
    expect(to).toBeGreaterThan(from);
    for (let second = from; second < to; second += 1) {
      expect(history[second]).toBeUndefined();
      history[second] = activity;
    }
  }
  return history;
}

/** Events in another order, and the buckets with them. */
function textOf(hosts: readonly Host[], backwards: boolean): string {
  const turned = <T>(list: readonly T[]) => (backwards ? list.toReversed() : list);
  const buckets = hosts.flatMap((one, index) => [
    windows(
      turned(one.windows).map(({ from, to, what }) =>
        windowEvent(from, to, WINDOWS[what].title, WINDOWS[what].app),
      ),
      `host-${index}`,
    ),
    afk(
      turned(one.afk).map(({ from, to, what }) => afkEvent(from, to, what)),
      `host-${index}`,
    ),
    pages(
      turned(one.pages).map(({ from, to, what }) =>
        pageEvent(from, to, PAGES[what].url, PAGES[what].title),
      ),
      `host-${index}`,
    ),
  ]);
  return exportOf(...turned(buckets));
}

const storedSpans = fc
  .uniqueArray(fc.integer({ min: 0, max: SECONDS }), { maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    cuts.flatMap((from, index) => {
      const to = cuts[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to, what: 'learning' as const }] : [];
    }),
  );

test(
  'an import agrees with a walk over every second, and a second one changes nothing',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(host, { minLength: 1, maxLength: 3 }),
        storedSpans,
        fc.boolean(),
        async (hosts, stored, backwards) => {
          // A web watcher whose computer has no windows is taken for each; here each has its own.
          const own = hosts.filter((one) => one.windows.length > 0);
          const before = stored.map(({ from, to, what }): Span => ({
            startedAtMs: START_MS + from * 1000,
            endedAtMs: START_MS + to * 1000,
            activity: what,
            zone: 'UTC',
            relabelled: false,
            manual: false,
          }));
          const spans = memorySpans(before);
          const text = textOf(own, backwards);
          const { counts } = await runImport(text, {}, spans);
          expect(historyOf(spans.all)).toEqual(paint(own, stored));
          expect(spans.all).toEqual(expect.arrayContaining(before));
          const after = structuredClone(spans.all);
          const again = await runImport(text, {}, spans);
          expect(spans.all).toEqual(after);
          expect(again.counts).toMatchObject({ spans: 0, events: counts.events });
        },
      ),
      { numRuns: 150 },
    );
  },
);

test('what an import makes of no stored spans has no neighbours that are one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(host, { minLength: 1, maxLength: 3 }), async (hosts) => {
      const { spans, counts } = await runImport(textOf(hosts, true));
      expect(counts).toMatchObject({ spans: spans.length, alreadyThere: 0 });
      for (const [index, { startedAtMs, activity }] of spans.entries()) {
        const before = spans[index - 1];
        expect(before?.endedAtMs === startedAtMs && before.activity === activity).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
});
