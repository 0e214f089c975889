/** @file A year as ActivityWatch's watchers would write it, next to what happened. */
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Activity } from '../../../shared/domain/activity.ts';
import { isLinkedIn } from '../../../shared/domain/activity.ts';
import { importActivityWatch } from '../../../electron/import/activitywatch.ts';
import {
  type Event,
  type Shown,
  type Year,
  exportYear,
  lookAt,
  watchYear,
} from '../../support/activitywatch-year.ts';
import { OPTIONS, memorySpans } from './make-export.ts';

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** Calls for each stretch of time that one of the first and one of the second list share; both are by time. */
function overlaps<A extends Stretch, B extends Stretch>(
  one: readonly A[],
  other: readonly B[],
  tell: (ms: number, a: A, b: B) => void,
): void {
  let from = 0;
  for (const a of one) {
    while ((other[from]?.endMs ?? Infinity) <= a.startMs) from += 1;
    for (let at = from; at < other.length; at += 1) {
      const b = other[at];
      if (!b || b.startMs >= a.endMs) break;
      tell(Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs), a, b);
    }
  }
}

const shielded = (activity: Activity): Activity => (activity === 'jobs' ? 'private' : activity);

/** What happened while the user was there, as far as a watcher that looks so often can tell when. */
function truthOf({ shown, present }: Year, pollMs: number): Shown[] {
  const seen = shown
    .map((one) => ({
      ...one,
      startMs: lookAt(one.startMs, pollMs),
      endMs: lookAt(one.endMs, pollMs),
    }))
    .filter(({ startMs, endMs }) => endMs > startMs);
  const truth: Shown[] = [];
  const here = present.map(([startMs, endMs]) => ({ startMs, endMs }));
  overlaps(seen, here, (_ms, one, { startMs, endMs }) => {
    truth.push({
      ...one,
      startMs: Math.max(one.startMs, startMs),
      endMs: Math.min(one.endMs, endMs),
    });
  });
  return truth;
}

async function importYear(year: Year) {
  const stored = memorySpans();
  const nowMs = year.endMs + 60_000;
  await importActivityWatch(stored, Readable.from(exportYear(year)), { ...OPTIONS, nowMs });
  return stored.all.map(({ startedAtMs, endedAtMs, activity }) => ({
    startMs: startedAtMs,
    endMs: endedAtMs,
    activity,
  }));
}

const sum = (list: readonly Stretch[]) =>
  list.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);

/** How far what was imported tells what happened, in milliseconds. */
function compare(truth: readonly Shown[], spans: readonly (Stretch & { activity: Activity })[]) {
  const linkedIn = truth.filter(({ activity }) => isLinkedIn(activity));
  let right = 0;
  let unshielded = 0;
  let real = 0;
  overlaps(linkedIn, spans, (ms, { activity, titleTells }, span) => {
    if (isLinkedIn(span.activity)) real += ms;
    if (span.activity === shielded(activity)) right += ms;
    else if (activity === 'jobs' && titleTells && isLinkedIn(span.activity)) unshielded += ms;
  });
  const imported = sum(spans.filter(({ activity }) => isLinkedIn(activity)));
  const all = sum(linkedIn);
  return {
    hours: all / 3_600_000,
    right: right / all,
    invented: (imported - real) / all,
    unshielded,
  };
}

test.each([1_000, 5_000])('a year with looks every %i ms', { timeout: 120_000 }, async (pollMs) => {
  const year = watchYear(pollMs);
  const result = compare(truthOf(year, pollMs), await importYear(year));
  expect(result.hours).toBeGreaterThan(300);
  expect(result.right).toBeGreaterThanOrEqual(0.98);
  expect(result.invented).toBeLessThanOrEqual(0.005);
  expect(result.unshielded).toBeLessThan(60_000);
});

/** Presence as queries of ActivityWatch have it: windows and absence with short gaps closed, and of the windows what `not-afk` shares. */
function floodedByTitle(year: Year): number {
  const flood = (events: readonly Event[]): Event[] => {
    const flooded = events.map((event) => ({ ...event }));
    for (const [index, event] of flooded.entries()) {
      const before = flooded[index - 1];
      const gapMs = event.startMs - (before?.endMs ?? -Infinity);
      if (!before || gapMs <= 0 || gapMs > 5_000) continue;
      if (before.endMs - before.startMs >= event.endMs - event.startMs)
        before.endMs = event.startMs;
      else event.startMs = before.endMs;
    }
    return flooded;
  };
  let ms = 0;
  const here = flood(year.afk).filter(({ data }) => data['status'] === 'not-afk');
  overlaps(flood(year.windows), here, (shared, { data }) => {
    if (/(?:\| LinkedIn|^(?:\(\d\) )?LinkedIn) - Google Chrome$/.test(String(data['title'])))
      ms += shared;
  });
  return ms;
}

test(
  'a year agrees with a query of ActivityWatch to a second an hour',
  { timeout: 60_000 },
  async () => {
    const year = { ...watchYear(1_000), pages: [] };
    const spans = await importYear(year);
    const ms = sum(spans.filter(({ activity }) => isLinkedIn(activity)));
    const query = floodedByTitle(year);
    expect(Math.abs(ms - query) / (query / 3_600_000)).toBeLessThan(1_000);
  },
);
