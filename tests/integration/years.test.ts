import { describe, expect, test } from 'vitest';
import { openMemoryDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { figuresOfRange } from '../../electron/figures/figures-of-range.ts';
import { createRecorder } from '../../electron/tracking/recorder.ts';
import type { Sighting } from '../../electron/tracking/sources/window-reading.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import { createDayFrames } from '../../shared/domain/frames.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { createRandom } from '../x11/script.ts';
import { LATER_MS } from '../support/days.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** As far apart as ticks may be before they mean a sleep, and no number of them makes an hour. */
const TICK_MS = 59_000;

const TITLES: readonly (readonly [string, Activity])[] = [
  ['Feed | LinkedIn', 'feed'],
  ['Messaging | LinkedIn', 'messaging'],
  ['My Network | LinkedIn', 'networking'],
  ['Jobs | LinkedIn', 'private'],
  ['Quarterly report', 'elsewhere'],
];

/** What the user really did, written down by another hand than the product's. */
interface Ledger {
  /** Milliseconds by local date and activity. */
  readonly days: Map<string, Map<Activity, number>>;
  spans: number;
  totalMs: number;
}

/** Local dates by the system's own calendar, not by the product's. */
function dateWriter(zone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (atMs) => format.format(atMs);
}

/** Writes a stretch down, minute by minute, so that midnight falls where the calendar has it. */
function write(
  ledger: Ledger,
  dateOf: (atMs: number) => string,
  activity: Activity,
  fromMs: number,
  toMs: number,
): void {
  for (let atMs = fromMs; atMs < toMs; atMs += MINUTE_MS) {
    const date = dateOf(atMs);
    const day = ledger.days.get(date) ?? new Map<Activity, number>();
    ledger.days.set(date, day.set(activity, (day.get(activity) ?? 0) + MINUTE_MS));
  }
  ledger.spans += 1;
  ledger.totalMs += toMs - fromMs;
}

/**
 * Lives through a stretch of time in a zone, or travels between several, while away and at work: some hours of
 * work a day, at any time of the day and over midnight, with breaks, locks, silent sleeps and restarts, on clocks
 * that are corrected now and then.
 */
function live(zones: readonly string[], fromMs: number, toMs: number, seed: number) {
  const random = createRandom(seed);
  const dates = new Map(zones.map((one) => [one, dateWriter(one)]));
  let [zone = 'UTC'] = zones;
  const ledger: Ledger = { days: new Map(), spans: 0, totalMs: 0 };
  const database = openMemoryDatabase();
  const repository = createSpanRepository(database);
  const needs = { settings: DEFAULT_SETTINGS, store: repository.apply };
  let recorder = createRecorder({ ...needs, floorMs: -Infinity });
  let mono = 0;
  let ticks = 0;
  let atMs = fromMs;
  const moment = (idleMs = 0) => ({ atMs, monoMs: mono, idleMs });
  const see = (sighting: Sighting) => {
    ticks += 1;
    recorder.see(moment(), zone, sighting);
  };

  while (atMs < toMs) {
    // A stretch at the computer, with whole minutes on one page after another.
    let before: Activity | undefined;
    const pages = 3 + Math.floor(random() * 12);
    for (let page = 0; page < pages; page += 1) {
      if (zones.length > 1 && random() < 0.04) {
        zone = zones[Math.floor(random() * zones.length)] ?? zone;
      }
      const dateOf = dates.get(zone) ?? dateWriter(zone);
      const others = TITLES.filter(([, activity]) => activity !== before);
      const [title, activity] = others[Math.floor(random() * others.length)] ??
        TITLES[0] ?? ['', 'feed'];
      const sighting: Sighting = { kind: 'window', key: '1', sample: { app: 'chromium', title } };
      const startMs = atMs;
      const endMs = atMs + (1 + Math.floor(random() * 50)) * MINUTE_MS;
      for (;;) {
        see(sighting);
        const stepMs = Math.min(TICK_MS, endMs - atMs);
        if (stepMs <= 0) break;
        atMs += stepMs;
        // The clock is slewed a little against the other.
        mono += stepMs + Math.round((random() - 0.5) * 20);
      }
      write(ledger, dateOf, activity, startMs, endMs);
      before = activity;
    }
    // And some hours away from it.
    const awayMs = Math.ceil(1 + random() * 13 * 60) * MINUTE_MS;
    const how = random();
    if (how < 0.3) {
      recorder.halt(moment(), 'locked');
      atMs += awayMs;
      mono += awayMs;
      recorder.release(moment(), 'locked');
    } else if (how < 0.6) {
      // Asleep without a word: the wall clock goes on alone, or both do.
      atMs += awayMs;
      mono += random() < 0.5 ? 30 : awayMs;
      // A sleep of a minute at most cannot be told from work.
      if (awayMs <= MINUTE_MS) recorder.halt(moment(), 'suspended');
      recorder.release(moment(), 'suspended');
    } else {
      recorder.halt(moment(), 'stopped');
      recorder.flush();
      atMs += awayMs;
      mono = 0;
      recorder = createRecorder({
        ...needs,
        floorMs: repository.lastBefore(Number.MAX_SAFE_INTEGER)?.endedAtMs ?? -Infinity,
      });
    }
  }
  recorder.halt(moment(), 'stopped');
  return { ledger, repository, ticks };
}

/** Years with the hours that a zone skips and repeats; one turns by half an hour, one not at all. */
const ZONES = [
  [['Europe/Amsterdam'], '2026-01-01', 400],
  [['America/New_York'], '2027-02-20', 400],
  [['Australia/Lord_Howe'], '2026-03-01', 400],
  [['Asia/Kathmandu'], '2026-06-01', 60],
  // Over the date line and back, through the changes of each of their clocks.
  [['Europe/Amsterdam', 'America/New_York', 'Pacific/Chatham'], '2026-03-01', 270],
] as const;

describe.for(ZONES)('a life in %s', ([zones, from, days]) => {
  test('gives exactly the time that was spent', () => {
    const fromMs = Date.parse(`${from}T06:00:00Z`);
    const toMs = fromMs + days * 24 * HOUR_MS;
    const { ledger, repository, ticks } = live(zones, fromMs, toMs, days);
    const spans = repository.between(0, Number.MAX_SAFE_INTEGER);
    expect(ticks).toBeGreaterThan(days * 200);
    expect(spans.length).toBe(ledger.spans);
    const storedMs = spans.reduce((sum, span) => sum + (span.endedAtMs - span.startedAtMs), 0);
    expect(storedMs).toBe(ledger.totalMs);

    const dates = [...ledger.days.keys()].sort();
    const range = { from: dates[0] ?? '', to: dates.at(-1) ?? '' };
    const figures = figuresOfRange(repository, range, createDayFrames(DEFAULT_SETTINGS), LATER_MS);
    for (const day of figures) {
      const expected = ledger.days.get(day.date) ?? new Map<Activity, number>();
      for (const activity of ['feed', 'messaging', 'networking', 'private'] as const) {
        const measuredMs = (day.insideMs[activity] ?? 0) + (day.outsideMs[activity] ?? 0);
        expect([day.date, activity, measuredMs]).toEqual([
          day.date,
          activity,
          expected.get(activity) ?? 0,
        ]);
      }
    }
    expect(figures.length).toBeGreaterThanOrEqual(ledger.days.size);
  }, 60_000);
});
