/**
 * @file What a trace must give under its settings, found line by line and minute by minute with the system's own
 * calendar. Slow, and written another way than the product: it shares names with it and no reckoning.
 * Long because it knows every event of a trace and every rule of a figure once more.
 */
import type { Activity } from '../../shared/domain/activity.ts';
import type { Agreement, WallRange } from '../../shared/domain/agreement.ts';
import type { DayRow, SpanRow, WeekRow } from '../../shared/domain/report.ts';
import type { Settings } from '../../shared/settings/settings.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What the titles of the traces are. */
const TITLES: Readonly<Record<string, Activity | 'notice' | 'lock-screen'>> = {
  'Feed | LinkedIn - Google Chrome': 'feed',
  'My Network | LinkedIn - Google Chrome': 'networking',
  'Messaging | LinkedIn - Google Chrome': 'messaging',
  'Notifications | LinkedIn - Google Chrome': 'notifications',
  'Post analytics | LinkedIn - Google Chrome': 'publishing',
  'Sales Navigator | LinkedIn - Google Chrome': 'sales',
  'Jobs | LinkedIn - Google Chrome': 'jobs',
  'main.ts - project - Visual Studio Code': 'elsewhere',
  'Feed | LinkedIn — Mozilla Firefox': 'feed',
  x: 'elsewhere',
  'Feed | LinkedIn - Google Chrome (Incognito)': 'elsewhere',
  '(1) New message from Jan Jansen | LinkedIn - Google Chrome': 'notice',
  'Windows Default Lock Screen': 'lock-screen',
};

/** What the addresses of the traces are, whatever their title. */
const ADDRESSES: Readonly<Record<string, Activity>> = {
  'https://www.linkedin.com/learning/go': 'learning',
  'https://example.org/linkedin.com/feed/': 'elsewhere',
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
  readonly app?: string | null;
  readonly title?: string;
  readonly url?: string;
  readonly idleMs?: number;
  readonly until?: string;
}

/** From and to, UTC milliseconds. */
type Range = readonly [number, number];

/** A stretch in which an activity was measured. */
interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly activity: Activity;
  readonly zone: string;
}

/** What ends that which began with a line. */
const UNTIL: Readonly<Record<string, readonly string[]>> = {
  lock: ['unlock', 'start'],
  suspend: ['resume', 'start'],
  pause: ['unpause'],
  quit: ['start'],
};

const LONGEST_GAP_MS = 60_000;

/** When nothing could be measured, whatever the window, but for idle time. */
function haltsOf(lines: readonly Line[]): Range[] {
  return lines.flatMap(({ at, event, title, until = at }, index): Range[] => {
    const fromMs = Date.parse(at);
    const ends = UNTIL[event];
    const end = lines.slice(index).find((line) => ends?.includes(line.event));
    if (ends) return [[fromMs, end ? Date.parse(end.at) : Infinity]];
    const toMs = Date.parse(until);
    if (toMs - fromMs > LONGEST_GAP_MS) return [[fromMs, toMs]];
    // These two let go at once, but what ended there is not taken back.
    const isOver = event === 'start' || (title && TITLES[title] === 'lock-screen');
    return isOver ? [[fromMs, fromMs]] : [];
  });
}

/** When the user was away, with those halts. What ran before a halt ended there for good. */
function idleTimes(lines: readonly Line[], halts: readonly Range[], thresholdMs: number): Range[] {
  const times: Range[] = [];
  /** Last input, and when the system told of it, the latest time. */
  let stretch: Range | undefined;
  function endAt(toMs: number): void {
    if (!stretch) return;
    const [lastMs] = stretch;
    const ended = halts.map(([fromMs]) => fromMs).filter((ms) => ms < lastMs + thresholdMs);
    if (toMs - lastMs >= thresholdMs) times.push([Math.max(lastMs, ...ended), toMs]);
    stretch = undefined;
  }
  for (const { at, event, idleMs = 0 } of lines) {
    const atMs = Date.parse(at);
    if (event === 'active' || event === 'start') endAt(atMs);
    if (event !== 'idle') continue;
    if (stretch && atMs - idleMs > stretch[1]) endAt(atMs - idleMs);
    stretch = [stretch?.[0] ?? atMs - idleMs, atMs];
  }
  endAt(Infinity);
  return times;
}

/** What is left of a stretch without those times, as its parts. */
function without(stretch: Stretch, times: readonly Range[]): Stretch[] {
  let parts = [stretch];
  for (const [fromMs, toMs] of times) {
    parts = parts.flatMap((part) => [
      { ...part, endMs: Math.min(part.endMs, fromMs) },
      { ...part, startMs: Math.max(part.startMs, toMs) },
    ]);
    parts = parts.filter(({ startMs, endMs }) => startMs < endMs);
  }
  return parts;
}

/** Stretches by time, neighbours of one activity as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of stretches) {
    const before = all.at(-1);
    const { startMs, activity, zone } = stretch;
    const goesOn = before?.endMs === startMs && before.activity === activity;
    if (before && goesOn && before.zone === zone) all.splice(-1, 1, { ...before, endMs: stretch.endMs });
    else all.push(stretch);
  }
  return all;
}

/** What the windows of a trace were, line by line, also while nothing could be measured. */
function windowsOf(lines: readonly Line[], { shieldJobs }: Settings): Stretch[] {
  let zone = '';
  let activity: Activity | undefined;
  let latest: Activity | undefined;
  let onLockScreen = false;
  return lines.flatMap((line, index) => {
    zone = line.zone ?? zone;
    if (line.event === 'start') {
      activity = latest = undefined;
      onLockScreen = false;
    }
    // No window at all is no sign that a lock screen has gone.
    if (line.app === null) activity = onLockScreen ? undefined : 'elsewhere';
    else if (line.event === 'window') {
      const shown = line.url ? ADDRESSES[line.url] : TITLES[line.title ?? ''];
      const known = shown === 'notice' ? (latest ?? 'messaging') : shown;
      onLockScreen = known === 'lock-screen';
      activity = known === 'lock-screen' ? undefined : known;
      // The traces have one browser, and a notice comes after LinkedIn in it, or first.
      if (activity !== 'elsewhere') latest = activity ?? latest;
      if (activity === 'jobs' && shieldJobs) activity = 'private';
    }
    const startMs = Date.parse(line.at);
    const endMs = Date.parse(lines[index + 1]?.at ?? line.at);
    return activity && startMs < endMs ? [{ startMs, endMs, activity, zone }] : [];
  });
}

function stretchesOf(walk: Walk): Stretch[] {
  const { trace, settings } = walk;
  const lines = trace
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const halts = haltsOf(lines);
  const away = idleTimes(lines, halts, settings.idleSeconds * 1000);
  const measured = windowsOf(lines, settings).flatMap((stretch) =>
    without(stretch, [...halts, ...away]),
  );
  if (settings.measureOutside) return joined(measured);
  const placeIn = whereIs(walk);
  return joined(measured.flatMap(minutesOf).filter(({ wall }) => placeIn(wall).working));
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

const localDays = new Map<string, Wall[]>();

/** Every minute of a local day. */
function dayOf(zone: string, date: string): Wall[] {
  let day = localDays.get(zone + date);
  if (!day) {
    day = [];
    for (let atMs = Date.parse(date) - DAY; atMs < Date.parse(date) + 2 * DAY; atMs += MINUTE) {
      const wall = wallOf(zone, atMs);
      if (wall.date === date) day.push(wall);
    }
    localDays.set(zone + date, day);
  }
  return day;
}

/** A stretch cut at every full minute, with what the clock shows in each of them. */
function minutesOf(stretch: Stretch): (Stretch & { readonly wall: Wall })[] {
  const parts: (Stretch & { readonly wall: Wall })[] = [];
  for (let { startMs } = stretch; startMs < stretch.endMs;) {
    const endMs = Math.min((Math.floor(startMs / MINUTE) + 1) * MINUTE, stretch.endMs);
    parts.push({ ...stretch, startMs, endMs, wall: wallOf(stretch.zone, startMs) });
    startMs = endMs;
  }
  return parts;
}

/** An instant, written as the clock of a zone shows it. */
function writtenIn(zone: string, atMs: number): string {
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

/** Whether somebody works in a minute of the day, or, with `dayLater`, of the next. */
type Works = (minute: number, dayLater: boolean) => boolean;

/** When somebody works whose day begins on a date. */
function workOf(settings: Settings, holidays: readonly string[], date: string): Works {
  const schedule = latest(settings.schedules, date);
  if (!schedule) return () => false;
  const weeks =
    (Date.parse(mondayBefore(date)) - Date.parse(mondayBefore(schedule.from))) / DAY / 7;
  const week = schedule.weeks[weeks % schedule.weeks.length];
  const free = [...settings.daysOff, ...holidays].includes(date);
  const usual = free ? [] : (week?.[NAMES[weekday(date)] ?? 'sunday'] ?? []);
  const ranges = settings.dayChanges[date] ?? usual;
  const onBreak = (minute: number) =>
    !settings.dayChanges[date] &&
    schedule.breaks.some((pause) => covers(pause, minute, false) || covers(pause, minute, true));
  return (minute, dayLater) =>
    ranges.some((range) => covers(range, minute, dayLater)) && !onBreak(minute);
}

/** The day that a minute is of, and whether somebody works in it. */
interface Where {
  readonly day: string;
  readonly working: boolean;
}

/** Where a minute is that the clock on the wall shows: who still works for the day before is still in that day. */
function whereIs({ settings, holidays }: Walk): (wall: Wall) => Where {
  const days = new Map<string, Works>();
  const worksOn = (date: string) => {
    const works = days.get(date) ?? workOf(settings, holidays, date);
    days.set(date, works);
    return works;
  };
  return ({ date, minute }) => {
    const before = dayAfter(date, -1);
    if (worksOn(before)(minute, true)) return { day: before, working: true };
    return { day: date, working: worksOn(date)(minute, false) };
  };
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

/** The rows of a report by day with private time, made when all of it is over. No span lies before the range. */
export function walkDays(walk: Walk): DayRow[] {
  const { settings, from, to } = walk;
  const placeIn = whereIs(walk);
  const minutes = stretchesOf(walk).flatMap(minutesOf);
  const rows: DayRow[] = [];
  // Who flies over the date line can have a later date earlier.
  let before = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, startMs: -Infinity };
  for (let date = from; date <= to; date = dayAfter(date, 1)) {
    const valid = agreementOf(settings, date);
    const insideMs: Sums = {};
    const outsideMs: Sums = {};
    let [zone, countedMs, windowMs, measuredMs, workingMs] = ['', 0, 0, 0, 0];
    for (const part of minutes) {
      const { startMs, endMs, activity, wall } = part;
      const { day, working } = placeIn(wall);
      if (day !== date) continue;
      zone ||= part.zone;
      if (startMs > before.startMs) before = part;
      const ms = endMs - startMs;
      if (working) measuredMs += ms;
      if (activity === 'elsewhere') continue;
      add(working ? insideMs : outsideMs, activity, ms);
      if (!working || !counts(activity, valid)) continue;
      countedMs += ms;
      const { minute } = wall;
      const window = valid?.window;
      if (window && (covers(window, minute, false) || covers(window, minute, true))) windowMs += ms;
    }
    zone ||= before.zone;
    for (const wall of [...dayOf(zone, date), ...dayOf(zone, dayAfter(date, 1))]) {
      const { day, working } = placeIn(wall);
      if (day === date && working) workingMs += MINUTE;
    }
    const workingDay = workingMs > 0;
    const agreement = workingDay ? valid : undefined;
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
      if (day.place && day.place !== 'to-come') places[day.place] += 1;
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

/** The rows of a report by span, with private ones. */
export function spansOfTrace(walk: Walk): SpanRow[] {
  const placeIn = whereIs(walk);
  return stretchesOf(walk).flatMap(({ startMs, endMs, activity, zone }) => {
    if (activity === 'elsewhere') return [];
    const { day } = placeIn(wallOf(zone, startMs));
    const purpose = purposeOf(activity, agreementOf(walk.settings, day));
    // A span ends in its own zone, also where what comes after is in another.
    const [start, end] = [writtenIn(zone, startMs), writtenIn(zone, endMs)];
    return [{ start, end, activity, purpose, relabelled: false, manual: false }];
  });
}
