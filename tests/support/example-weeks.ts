import { trendsView } from '../../electron/figures/trends-view.ts';
import { createReportDesk, type ReportDesk } from '../../electron/report/report-desk.ts';
import { dayView, weekView } from '../../electron/figures/day-and-week-views.ts';
import type { Activity, LinkedInActivity } from '../../shared/domain/activity.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { DayView, TrendsView, WeekView } from '../../shared/ipc/views.ts';
import type { Settings } from '../../shared/settings/settings.ts';

const ZONE = 'Europe/Amsterdam';
/** The examples lie in November 2026, when Amsterdam is an hour ahead of UTC. */
const OFFSET = '+01:00';

/** One line of a day: from, to, activity. */
export type Line = readonly [from: string, to: string, activity: Activity];

/** Spans of one day, from lines in wall time of Amsterdam. */
export function spansOf(isoDate: string, lines: readonly Line[]): Span[] {
  const at = (time: string) =>
    Date.parse(`${isoDate}T${time.length === 5 ? `${time}:00` : time}${OFFSET}`);
  return lines.map(([from, to, activity]) => ({
    startedAtMs: at(from),
    endedAtMs: at(to),
    activity,
    zone: ZONE,
    relabelled: false,
    manual: false,
  }));
}

/** Fills the measured hours of a day with `elsewhere` around the LinkedIn lines. */
export function dayOf(
  isoDate: string,
  measured: readonly (readonly [from: string, to: string])[],
  lines: readonly (readonly [from: string, to: string, activity: LinkedInActivity])[],
): Span[] {
  const all: Line[] = [];
  for (const [from, to] of measured) {
    let cursor = from;
    for (const line of lines) {
      const [start, end] = line;
      if (start < from || end > to) continue;
      if (cursor < start) all.push([cursor, start, 'elsewhere']);
      all.push(line);
      cursor = end;
    }
    if (cursor < to) all.push([cursor, to, 'elsewhere']);
  }
  const covered = new Set(all.map(([from, , activity]) => `${from} ${activity}`));
  const apart = lines.filter(([from, , activity]) => !covered.has(`${from} ${activity}`));
  return spansOf(
    isoDate,
    [...all, ...apart].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  );
}

const OFFICE = [
  ['09:00', '12:30'],
  ['13:00', '17:30'],
] as const;

/** Two weeks of someone who uses LinkedIn for their work; Friday 20 November 2026 is still to come. */
export const EXAMPLE_SPANS: readonly Span[] = [
  ...dayOf('2026-11-09', OFFICE, [['09:20', '09:41', 'networking']]),
  ...dayOf('2026-11-10', OFFICE, [
    ['10:02', '10:15', 'messaging'],
    ['15:30', '15:42', 'feed'],
  ]),
  ...dayOf('2026-11-11', OFFICE, [['11:00', '11:17', 'publishing']]),
  ...dayOf('2026-11-12', OFFICE, []),
  ...dayOf('2026-11-13', OFFICE, [['16:10', '16:39', 'networking']]),
  ...dayOf('2026-11-16', OFFICE, [
    ['09:12', '09:18', 'feed'],
    ['11:40', '11:46', 'messaging'],
  ]),
  ...dayOf('2026-11-17', OFFICE, [
    ['09:05', '09:14', 'feed'],
    ['10:20', '10:31', 'networking'],
    ['14:05', '14:12', 'messaging'],
    ['20:10', '20:32', 'networking'],
  ]),
  // Wednesday was a day with the app closed.
  ...dayOf(
    '2026-11-19',
    [
      ['08:50', '10:40'],
      ['11:10', '12:30'],
      ['13:00', '15:24'],
    ],
    [
      ['08:52', '08:58', 'feed'],
      ['09:31', '09:38', 'networking'],
      ['09:38', '09:41', 'notifications'],
      ['11:15', '11:23', 'publishing'],
      ['11:52', '11:55', 'private'],
      ['13:20', '13:26', 'messaging'],
      ['14:02', '14:04', 'feed'],
      ['15:19', '15:24', 'networking'],
    ],
  ),
];

/** Thursday 19 November 2026, 15:24 in Amsterdam. */
export const EXAMPLE_NOW_MS = Date.parse(`2026-11-19T15:24:20${OFFSET}`);

/** The views of the app over a list of spans, made by the app's own code. */
export function viewsOver(
  spans: readonly Span[],
  nowMs: number,
  settings: () => Settings,
): {
  day(isoDate: string | null): DayView;
  week(isoDate: string | null): WeekView;
  trends(year: number | null): TrendsView;
  report: ReportDesk['make'];
} {
  const sorted = [...spans].sort((a, b) => a.startedAtMs - b.startedAtMs);
  const needs = () => ({
    spans: {
      lastBefore: (atMs: number) => sorted.findLast((span) => span.startedAtMs < atMs),
      between: (fromMs: number, toMs: number) =>
        sorted.filter((span) => span.startedAtMs < toMs && span.endedAtMs > fromMs),
    },
    settings: settings(),
    nowMs,
    zone: ZONE,
  });
  return {
    day: (isoDate) => dayView(isoDate, needs()),
    week: (isoDate) => weekView(isoDate, needs()),
    trends: (year) => trendsView(year, needs()),
    report: createReportDesk({
      view: needs,
      locale: () => 'nl-NL',
      askForFile: () => Promise.resolve(undefined),
      writeFile: () => Promise.resolve(),
      onProgress: () => undefined,
      copyText: () => Promise.resolve(),
      printPage: () => Promise.resolve(new Uint8Array()),
    }).make,
  };
}
