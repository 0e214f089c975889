/** @file Whatever happens in a trace, its replay gives what a walk over its lines and minutes finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportJson } from '../../electron/report/report.ts';
import { openMemoryDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import type { ReportKind } from '../../shared/domain/report.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { LATER_MS, AMSTERDAM, NEW_YORK } from '../support/days.ts';
import { replayedSpans } from '../support/replayed-spans.ts';
import { type Walk, addUpWeeks, spansOfTrace, walkDays } from '../golden/walk.ts';

const BROWSER = 'Google Chrome';
const NOTICE = '(1) New message from Jan Jansen | LinkedIn - Google Chrome';

/** What a line shows as the active window; none where `app` is null. */
interface Window {
  readonly app: string | null;
  readonly title?: string;
  readonly url?: string;
}

/** Windows that leave no doubt. */
const LINKEDIN: readonly Window[] = [
  { app: BROWSER, title: 'Feed | LinkedIn - Google Chrome' },
  { app: BROWSER, title: 'Messaging | LinkedIn - Google Chrome' },
  { app: BROWSER, title: 'Jobs | LinkedIn - Google Chrome' },
  { app: BROWSER, title: 'Sales Navigator | LinkedIn - Google Chrome' },
  { app: BROWSER, title: 'Go', url: 'https://www.linkedin.com/learning/go' },
];
const ELSEWHERE: readonly Window[] = [
  { app: BROWSER, title: 'Feed | LinkedIn - Google Chrome (Incognito)' },
  { app: BROWSER, title: 'Feed', url: 'https://example.org/linkedin.com/feed/' },
  { app: 'Code', title: 'main.ts - project - Visual Studio Code' },
];
const WINDOWS: readonly Window[] = [
  ...LINKEDIN,
  ...LINKEDIN,
  ...ELSEWHERE,
  { app: BROWSER, title: NOTICE },
  { app: null },
];

/** Around the changes of the clock in these zones, at midnights and at both ends of a day at work. */
const STARTS = [
  '2026-03-28T21:30:00.000Z',
  '2026-10-25T00:10:00.300Z',
  '2026-11-01T04:40:00.000Z',
  '2026-04-04T12:40:00.700Z',
  '2026-11-16T07:40:00.000Z',
  '2026-11-16T15:50:00.450Z',
];
const ZONES = [AMSTERDAM, NEW_YORK, 'Asia/Kolkata', 'Pacific/Chatham'];

/** Milliseconds until the next line: none, a moment, around every limit, up to 40 minutes. */
const gapMs = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9_000 }),
  fc.constantFrom(59_999, 60_000, 60_001, 179_999, 180_000, 180_001),
  fc.integer({ min: 10, max: 900 }).map((seconds) => seconds * 1000),
  fc.integer({ min: 0, max: 2_400_000 }),
);

const KINDS = ['lock', 'unlock', 'suspend', 'resume', 'pause', 'unpause', 'start', 'quit'];

const step = fc.record({
  gapMs,
  event: fc.oneof(
    { weight: 3, arbitrary: fc.constant('window') },
    { weight: 3, arbitrary: fc.constantFrom('idle', 'active') },
    { weight: 3, arbitrary: fc.constantFrom(...KINDS) },
    { weight: 1, arbitrary: fc.constantFrom('freeze', 'lock-screen') },
  ),
  window: fc.constantFrom(...WINDOWS),
  /** Share of the time that could have been without input. */
  idle: fc.constantFrom(0, 0.2, 0.9, 1),
  freezeMs: fc.constantFrom(0, 30_000, 59_999, 60_000, 60_001, 600_000),
  zone: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...ZONES) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What is known of the user's input as a trace goes on. */
interface Input {
  /** There was input then, or the system told of none until then: another input can only be later. */
  readonly knownMs: number;
  /** Undefined while there is input. */
  readonly lastMs: number | undefined;
}

/**
 * The lines of a trace. All that is kept from contradicting itself is what the system tells of input.
 *
 * @param naps whether it may have sleeps that are too short to be one.
 */
function traceOf(start: string, zone: string, steps: readonly Step[], naps: boolean): string {
  let atMs = Date.parse(start);
  const lines: object[] = [];
  /** The latest window of the browser since the app started. */
  let inBrowser: Window | undefined;
  let input: Input = { knownMs: atMs, lastMs: undefined };
  const add = (event: string, more: object) =>
    lines.push({ at: new Date(atMs).toISOString(), event, ...more });
  add('start', { zone });
  for (const { gapMs: ms, event, window, idle, freezeMs, ...rest } of steps) {
    atMs += ms;
    const moved = rest.zone === null ? {} : { zone: rest.zone };
    switch (event) {
      case 'window': {
        // What a notice shows after another page in the same browser is in doubt.
        const inDoubt = window.title === NOTICE && inBrowser && !LINKEDIN.includes(inBrowser);
        const shown = inDoubt ? inBrowser : window;
        if (shown?.app === BROWSER && shown.title !== NOTICE) inBrowser = shown;
        add(event, { ...moved, ...shown });
        break;
      }
      case 'lock-screen':
        add('window', { ...moved, app: 'LockApp.exe', title: 'Windows Default Lock Screen' });
        break;
      case 'idle': {
        const { lastMs = input.knownMs } = input;
        const sinceMs = idle === 1 ? lastMs : atMs - Math.floor((atMs - input.knownMs) * idle);
        input = { knownMs: atMs, lastMs: sinceMs };
        add(event, { ...moved, idleMs: atMs - sinceMs });
        break;
      }
      case 'freeze': {
        // Where only working time is measured, it would start with the tick after a short one.
        const longMs = naps || freezeMs > 60_000 ? freezeMs : 0;
        add(event, { ...moved, until: new Date(atMs + longMs).toISOString() });
        atMs += longMs;
        // No input comes back without a tick that could see it.
        if (input.lastMs !== undefined) input = { ...input, knownMs: atMs };
        break;
      }
      default:
        add(event, moved);
    }
    if (event === 'start') inBrowser = undefined;
    if (event === 'active' || event === 'start') input = { knownMs: atMs, lastMs: undefined };
  }
  add('quit', {});
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

const NIGHTS = [
  { from: '22:00', to: '02:30' },
  { from: '03:15', to: '06:00' },
];
const EVERY_NIGHT = { monday: NIGHTS, friday: NIGHTS, saturday: NIGHTS, sunday: NIGHTS };

const settings = fc
  .record({
    idleSeconds: fc.constantFrom(60, 180, 180),
    shieldJobs: fc.boolean(),
    measureOutside: fc.boolean(),
    schedules: fc.constantFrom(
      [{}],
      [{ weeks: [EVERY_NIGHT], breaks: [{ from: '23:30', to: '00:30' }] }],
    ),
    daysOff: fc.constantFrom([], ['2026-03-29', '2026-11-02']),
    agreements: fc.constantFrom(
      [{}],
      [
        { minMinutes: 1, maxMinutes: 10, window: { from: '23:15', to: '02:20' } },
        { from: '2026-03-29', role: 'sales', purposes: { messaging: 'private' } },
        { from: '2026-11-01', until: '2026-11-16', window: { from: '09:00', to: '17:00' } },
      ],
    ),
  })
  .map((changes) => parseSettings(changes).settings);

/** The rows of the reports of a trace, as the command line gives them. */
function reported({ trace, settings: rules, from, to }: Walk) {
  const database = openMemoryDatabase();
  const spans = createSpanRepository(database);
  const lines = trace.split('\n').map((line) => JSON.parse(line) as object);
  spans.apply({ saved: replayedSpans(lines, rules), removed: [] });
  const rows = (by: ReportKind): unknown =>
    JSON.parse(reportJson(spans, rules, { from, to, by, includePrivate: true, nowMs: LATER_MS }));
  const all = { span: rows('span'), day: rows('day'), week: rows('week') };
  database.close();
  return all;
}

test('a replay gives what a walk over its lines and minutes finds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STARTS),
      fc.constantFrom(...ZONES),
      fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }),
      settings,
      (start, zone, steps, rules) => {
        const trace = traceOf(start, zone, steps, rules.measureOutside);
        const day = (days: number) =>
          new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
        const walk = { trace, settings: rules, holidays: [], from: day(-1), to: day(2) };
        const days = walkDays(walk);
        expect(reported(walk)).toEqual({
          span: spansOfTrace(walk),
          day: days,
          week: addUpWeeks(days),
        });
      },
    ),
    { numRuns: 350 },
  );
}, 60_000);
