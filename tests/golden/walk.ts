/**
 * @file What a trace must give under its settings, found by walking over every second with the system's own
 * calendar. Slow, and written another way than the product: it shares names with it and no reckoning.
 */
import type { Activity } from '../../shared/domain/activity.ts';
import type { Agreement, WallRange } from '../../shared/domain/agreement.ts';
import type { DayRow, SpanRow, WeekRow } from '../../shared/domain/report.ts';
import type { Settings } from '../../shared/settings/settings.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What the titles of the traces are. */
const TITLES: Readonly<Record<string, Activity>> = {
  'Feed | LinkedIn - Google Chrome': 'feed',
  'My Network | LinkedIn - Google Chrome': 'networking',
  'Messaging | LinkedIn - Google Chrome': 'messaging',
  'Notifications | LinkedIn - Google Chrome': 'notifications',
  'Post analytics | LinkedIn - Google Chrome': 'publishing',
  'Sales Navigator | LinkedIn - Google Chrome': 'sales',
  'Jobs | LinkedIn - Google Chrome': 'jobs',
  'main.ts - project - Visual Studio Code': 'elsewhere',
};

/** Purposes by default that are not business. */
const NOT_BUSINESS: Readonly<Partial<Record<Activity, SpanRow['purpose']>>> = {
  feed: 'neutral',
  notifications: 'neutral',
  jobs: 'private',
  private: 'private',
};

interface Line {
  readonly at: string;
  readonly event: string;
  readonly zone?: string;
  readonly title?: string;
}

/** A stretch between two lines in which an activity was measured. */
interface Stretch {
  readonly start: string;
  readonly end: string;
  readonly activity: Activity;
  readonly zone: string;
}

const HALTING = ['lock', 'suspend', 'quit'];
const RELEASING = ['start', 'unlock', 'resume'];

function stretchesOf(trace: string, { shieldJobs }: Settings): Stretch[] {
  const lines = trace
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const found: Stretch[] = [];
  let zone = '';
  let activity: Activity | undefined;
  let measuring = true;
  for (const [index, line] of lines.entries()) {
    if (HALTING.includes(line.event)) measuring = false;
    if (RELEASING.includes(line.event)) measuring = true;
    if (line.event === 'start') activity = undefined;
    zone = line.zone ?? zone;
    if (line.title !== undefined) activity = TITLES[line.title];
    if (activity === 'jobs' && shieldJobs) activity = 'private';
    const end = lines[index + 1]?.at;
    if (!measuring || !activity || end === undefined || end === line.at) continue;
    found.push({ start: line.at, end, activity, zone });
  }
  return found;
}

/** What the clock and the calendar on the wall show. */
interface Wall {
  readonly date: string;
  readonly minute: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallOf(zone: string, atMs: number): Wall {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    clocks.set(zone, clock);
  }
  // As in 2026-11-17 09:05.
  const [date = '', time = ''] = clock.format(atMs).split(' ');
  return { date, minute: minuteOf(time) };
}

/** An instant, written as the clock of a zone shows it. */
function writtenIn(zone: string, at: string): string {
  const atMs = Date.parse(at);
  const { date, minute } = wallOf(zone, atMs);
  const offset = (Date.parse(date) - Math.floor(atMs / MINUTE) * MINUTE) / MINUTE + minute;
  const wall = new Date(atMs + offset * MINUTE).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${digits(hours)}:${digits(minutes)}`;
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Sunday is 0. */
function weekday(date: string): number {
  return new Date(date).getUTCDay();
}

function mondayBefore(date: string): string {
  return dayAfter(date, -((weekday(date) + 6) % 7));
}

/** Whether a minute of the day that a range begins on is in it, or, with `dayLater`, one of the next day. */
function covers({ from, to }: WallRange, minute: number, dayLater: boolean): boolean {
  const start = minuteOf(from);
  const end = minuteOf(to);
  if (start < end) return !dayLater && start <= minute && minute < end;
  return dayLater ? minute < end : start <= minute;
}

/** Of two dated versions the later holds. */
function latest<T extends { readonly from: string }>(versions: readonly T[], date: string) {
  return versions
    .filter(({ from }) => from <= date)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
}

function agreementOf({ agreements }: Settings, date: string): Agreement | undefined {
  const version = latest(agreements, date);
  return version?.until && version.until < date ? undefined : version;
}

const NAMES = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Whether somebody whose day began on a date works in a minute of it or, with `dayLater`, of the next. */
function worksOn(
  settings: Settings,
  holidays: readonly string[],
  date: string,
  minute: number,
  dayLater: boolean,
): boolean {
  const schedule = latest(settings.schedules, date);
  if (!schedule) return false;
  const weeks =
    (Date.parse(mondayBefore(date)) - Date.parse(mondayBefore(schedule.from))) / DAY / 7;
  const week = schedule.weeks[weeks % schedule.weeks.length];
  const free = [...settings.daysOff, ...holidays].includes(date);
  const usual = free ? [] : (week?.[NAMES[weekday(date)] ?? 'sunday'] ?? []);
  const onBreak = schedule.breaks.some(
    (pause) => covers(pause, minute, false) || covers(pause, minute, true),
  );
  const ranges = settings.dayChanges[date] ?? usual;
  return !onBreak && ranges.some((range) => covers(range, minute, dayLater));
}

type Sums = Record<string, number>;

function add(sums: Sums, activity: Activity, ms: number): void {
  sums[activity] = (sums[activity] ?? 0) + ms;
}

function purposeOf(activity: Activity, agreement: Agreement | undefined): SpanRow['purpose'] {
  return agreement?.purposes[activity] ?? NOT_BUSINESS[activity] ?? 'business';
}

/** Whether time on LinkedIn is part of the block. */
export function counts(activity: Activity, agreement: Agreement | undefined): boolean {
  return agreement?.role !== activity && purposeOf(activity, agreement) !== 'private';
}

function placeOf(countedMs: number, measuredMs: number, agreement: Agreement): DayRow['place'] {
  if (measuredMs === 0) return 'no-data';
  if (countedMs < agreement.minMinutes * MINUTE) return 'room';
  return countedMs > agreement.maxMinutes * MINUTE ? 'over' : 'sweet-spot';
}

/** What is walked through. */
export interface Walk {
  readonly trace: string;
  readonly settings: Settings;
  /** The dates that the settings' holidays fall on, by the calendar on the wall. */
  readonly holidays: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** The rows of a report by day with private time. The first day of the range has a span. */
export function walkDays({ trace, settings, holidays, from, to }: Walk): DayRow[] {
  const stretches = stretchesOf(trace, settings);
  const isWorking = ({ date, minute }: Wall) =>
    worksOn(settings, holidays, date, minute, false) ||
    worksOn(settings, holidays, dayAfter(date, -1), minute, true);
  const rows: DayRow[] = [];
  let zoneBefore = '';
  for (let date = from; date <= to; date = dayAfter(date, 1)) {
    const agreement = agreementOf(settings, date);
    const insideMs: Sums = {};
    const outsideMs: Sums = {};
    let [zone, countedMs, windowMs, measuredMs, workingMs] = ['', 0, 0, 0, 0];
    for (const stretch of stretches) {
      const [startMs, endMs] = [Date.parse(stretch.start), Date.parse(stretch.end)];
      if (Math.abs(startMs - Date.parse(date)) > 3 * DAY) continue;
      let wall = wallOf(stretch.zone, startMs);
      let working = isWorking(wall);
      for (let second = startMs; second < endMs; second += 1000) {
        if (second % MINUTE === 0) {
          wall = wallOf(stretch.zone, second);
          working = isWorking(wall);
        }
        if (wall.date !== date) continue;
        zone ||= stretch.zone;
        zoneBefore = stretch.zone;
        if (working) measuredMs += 1000;
        if (stretch.activity === 'elsewhere') continue;
        add(working ? insideMs : outsideMs, stretch.activity, 1000);
        if (!working || !counts(stretch.activity, agreement)) continue;
        countedMs += 1000;
        const { minute } = wall;
        const window = agreement?.window;
        if (window && (covers(window, minute, false) || covers(window, minute, true))) {
          windowMs += 1000;
        }
      }
    }
    zone ||= zoneBefore;
    for (let atMs = Date.parse(date) - DAY; atMs < Date.parse(date) + 2 * DAY; atMs += MINUTE) {
      const wall = wallOf(zone, atMs);
      if (wall.date === date && isWorking(wall)) workingMs += MINUTE;
    }
    const workingDay = workingMs > 0;
    rows.push({
      date,
      workingDay,
      place: workingDay && agreement ? placeOf(countedMs, measuredMs, agreement) : null,
      agreement: agreement
        ? {
            from: agreement.from,
            minMinutes: agreement.minMinutes,
            maxMinutes: agreement.maxMinutes,
          }
        : null,
      countedMs,
      inWindowMs: agreement?.window ? windowMs : null,
      insideMs,
      outsideMs,
      workingMs,
      measuredMs,
      coverage: workingDay ? Math.min(1, measuredMs / workingMs) : 0,
    });
  }
  return rows;
}

/** The ISO week of a date: that of its Thursday, counted from the year's first. */
function weekName(date: string): string {
  const thursday = dayAfter(mondayBefore(date), 3);
  const year = thursday.slice(0, 4);
  let number = 0;
  for (let day = thursday; day.startsWith(year); day = dayAfter(day, -7)) number += 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The rows of a report by week: the sums of its days. */
export function addUpWeeks(days: readonly DayRow[]): WeekRow[] {
  const weeks = new Map<string, DayRow[]>();
  for (const day of days) {
    const week = weekName(day.date);
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return [...weeks].map(([week, own]) => {
    const places = { room: 0, 'sweet-spot': 0, over: 0, 'no-data': 0 };
    const insideMs: Sums = {};
    const outsideMs: Sums = {};
    let [allowanceMs, countedMs, workingMs, measuredMs] = [0, 0, 0, 0];
    for (const day of own) {
      if (day.place) places[day.place] += 1;
      if (day.workingDay) allowanceMs += (day.agreement?.maxMinutes ?? 0) * MINUTE;
      for (const [name, ms] of Object.entries(day.insideMs)) add(insideMs, name as Activity, ms);
      for (const [name, ms] of Object.entries(day.outsideMs)) add(outsideMs, name as Activity, ms);
      countedMs += day.countedMs;
      workingMs += day.workingMs;
      measuredMs += day.measuredMs;
    }
    return {
      week,
      from: own.at(0)?.date ?? '',
      to: own.at(-1)?.date ?? '',
      days: places,
      allowanceMs,
      countedMs,
      insideMs,
      outsideMs,
      workingMs,
      measuredMs,
      coverage: workingMs > 0 ? Math.min(1, measuredMs / workingMs) : 0,
    };
  });
}

/** The rows of a report by span, with private ones: the lines of the trace itself. */
export function spansOfTrace({ trace, settings }: Walk): SpanRow[] {
  return stretchesOf(trace, settings).flatMap(({ start, end, activity, zone }) => {
    if (activity === 'elsewhere') return [];
    const { date } = wallOf(zone, Date.parse(start));
    const purpose = purposeOf(activity, agreementOf(settings, date));
    // A span ends in its own zone, also where what comes after is in another.
    return [{ start, end: writtenIn(zone, end), activity, purpose, relabelled: false }];
  });
}
