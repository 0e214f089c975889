import { LINKEDIN_ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import { wallMidnight } from '../../shared/domain/calendar.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { Span } from '../../shared/domain/span.ts';
import { wallAt, wallIntervals } from '../../shared/domain/zone.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';

export const AMSTERDAM = 'Europe/Amsterdam';
export const NEW_YORK = 'America/New_York';

/** A moment after all days of the tests: nothing of them is to come. */
export const LATER_MS = Date.UTC(2030, 0, 1);

/** Rules of the defaults, with changes. */
export function rulesWith(changes: Partial<FigureRules> = {}): FigureRules {
  return { ...DEFAULT_SETTINGS, ...changes };
}

/** The instant at which the clock of a zone shows `HH:MM[:SS]` on a date. */
export function instant(date: string, time: string, zone = AMSTERDAM): number {
  const wallMs = wallMidnight(date) + Date.parse(`1970-01-01T${time.padEnd(8, ':00')}Z`);
  const [interval] = wallIntervals(zone, wallMs, wallMs + 1000);
  if (!interval) throw new Error(`${date} ${time} does not exist in ${zone}`);
  return interval.startMs;
}

/** A span of a date between two wall times. */
export function span(
  date: string,
  from: string,
  to: string,
  activity: Activity,
  zone = AMSTERDAM,
): Span {
  return {
    startedAtMs: instant(date, from, zone),
    endedAtMs: instant(date, to, zone),
    activity,
    zone,
    relabelled: false,
    manual: false,
  };
}

/** What a walk over every second finds to be of one day. Slow, and written another way than the figures. */
export function walkDay(
  spans: readonly Span[],
  date: string,
  whereIs: (wallMs: number) => { readonly daysBefore: number; readonly working: boolean },
): { inside: Record<string, number>; outside: Record<string, number>; measured: number } {
  const inside: Record<string, number> = {};
  const outside: Record<string, number> = {};
  let measured = 0;
  for (const { startedAtMs, endedAtMs, activity, zone } of spans) {
    for (let second = startedAtMs; second < endedAtMs; second += 1000) {
      const wallMs = wallAt(zone, second);
      const { daysBefore, working } = whereIs(wallMs);
      if (new Date(wallMs - daysBefore * 86_400_000).toISOString().slice(0, 10) !== date) continue;
      if (working) measured += 1000;
      if (!LINKEDIN_ACTIVITIES.some((id) => id === activity)) continue;
      const sums = working ? inside : outside;
      sums[activity] = (sums[activity] ?? 0) + 1000;
    }
  }
  return { inside, outside, measured };
}
