/** @file The block in a calendar: what another library reads in the file is what was agreed, day by day. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { blockCalendar } from '../../../electron/agreement/block-calendar.ts';
import { createHolidayCalendar } from '../../../electron/holidays/holiday-calendar.ts';
import { addDays, datesOf, weekdayIndex } from '../../../shared/domain/calendar.ts';
import type { FigureRules } from '../../../shared/domain/frames.ts';
import { WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  parseSettings,
} from '../../../shared/settings/settings.ts';
import { readCalendar } from '../../support/read-calendar.ts';

const FROM = '2026-12-01';
const TO = '2027-11-30';
const NOW_MS = Date.parse('2026-12-01T08:00:00Z');
const HOURS = [{ from: '09:00', to: '17:00' }];
const NONE = Object.fromEntries(WEEKDAYS.map((day) => [day, []]));
const WORK_WEEK = Object.fromEntries(WEEKDAYS.map((day, index) => [day, index < 5 ? HOURS : []]));

function settingsOf(value: object): Settings {
  const { settings, fellBack } = parseSettings(value);
  expect(fellBack).toEqual([]);
  return settings;
}

interface Choice {
  readonly zone?: string;
  readonly at?: string | null;
  readonly title?: string;
  readonly reminderMinutes?: number | null;
  readonly from?: string;
}

function fileOf(rules: FigureRules, choice: Choice = {}) {
  return blockCalendar(rules, {
    from: FROM,
    at: null,
    zone: 'Europe/Amsterdam',
    title: 'Netwerk',
    reminderMinutes: null,
    nowMs: NOW_MS,
    ...choice,
  });
}

function textOf(rules: FigureRules, choice: Choice = {}): string {
  const file = fileOf(rules, choice);
  if (!file.ok) throw new Error(file.problem);
  return file.text;
}

/** What the clock on the wall shows when each entry begins and ends. */
function wallTimes(text: string, zone = 'Europe/Amsterdam'): string[] {
  const wall = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  return readCalendar(text).map(
    ({ startMs, endMs }) => `${wall(startMs)} ${wall(endMs).slice(11)}`,
  );
}

const window = (from: string, to: string) => ({ agreements: [{ window: { from, to } }] });
const workdays = (date: string) => weekdayIndex(date) < 5;

describe('the block on working days', () => {
  test('stays at its time on the clock over both changes to and from summer time', () => {
    const text = textOf(settingsOf(window('09:00', '09:30')));
    expect(wallTimes(text)).toEqual(
      datesOf(FROM, TO)
        .filter(workdays)
        .map((date) => `${date}T09:00 09:30`),
    );
    // An hour apart in UTC: Amsterdam goes forward on 28 March and back on 31 October 2027.
    const utc = readCalendar(text).map(({ startMs }) => new Date(startMs).toISOString());
    expect(utc).toContain('2027-03-26T08:00:00.000Z');
    expect(utc).toContain('2027-03-29T07:00:00.000Z');
    expect(utc).toContain('2027-10-29T07:00:00.000Z');
    expect(utc).toContain('2027-11-01T08:00:00.000Z');
  });

  test.each([
    'America/New_York',
    'Pacific/Chatham',
    'Asia/Kolkata',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'UTC',
  ])('is read by the rules that the file brings for %s', (zone) => {
    const text = textOf(settingsOf(window('09:00', '09:30')), { zone });
    expect(wallTimes(text, zone)).toEqual(
      datesOf(FROM, TO)
        .filter(workdays)
        .map((date) => `${date}T09:00 09:30`),
    );
  });

  test('leaves out days off and holidays, and has changed days', async () => {
    const holidays = createHolidayCalendar();
    const settings = settingsOf({
      ...window('09:00', '09:30'),
      holidays: { country: 'NL', days: ['12-25', 'easter 1'] },
      daysOff: ['2027-07-05', '2027-07-06'],
      // A Saturday that is worked, and a Friday that is not.
      dayChanges: { '2027-02-06': HOURS, '2027-02-05': [] },
    });
    await holidays.loadFor(settings);
    const free = ['2026-12-25', '2027-03-29', '2027-07-05', '2027-07-06', '2027-02-05'];
    expect(wallTimes(textOf(holidays.rulesOf(settings)))).toEqual(
      datesOf(FROM, TO)
        .filter((date) => (workdays(date) || date === '2027-02-06') && !free.includes(date))
        .map((date) => `${date}T09:00 09:30`),
    );
  });

  test('follows weeks that alternate', () => {
    const weeks = [
      { ...NONE, monday: HOURS, thursday: HOURS },
      { ...NONE, monday: HOURS, friday: HOURS },
      WORK_WEEK,
    ];
    const text = textOf(
      settingsOf({ ...window('10:00', '11:00'), schedules: [{ from: '2026-11-30', weeks }] }),
    );
    const worked = [
      [0, 3],
      [0, 4],
      [0, 1, 2, 3, 4],
    ];
    expect(wallTimes(text)).toEqual(
      datesOf(FROM, TO)
        .filter((date, index) =>
          worked[Math.floor((index + 1) / 7) % 3]?.includes(weekdayIndex(date)),
        )
        .map((date) => `${date}T10:00 11:00`),
    );
  });

  test('that crosses midnight is one entry of the day on which it begins', () => {
    const nights = { monday: [{ from: '22:00', to: '06:00' }] };
    const settings = settingsOf({
      ...window('23:45', '00:15'),
      schedules: [{ weeks: [{ ...NONE, ...nights }] }],
    });
    expect(wallTimes(textOf(settings))).toEqual(
      datesOf(FROM, TO)
        .filter((date) => weekdayIndex(date) === 0)
        .map((date) => `${date}T23:45 00:15`),
    );
  });

  test('in the end of a night shift is on the next date, and in no other night', () => {
    const night = [{ from: '22:00', to: '06:00' }];
    const settings = settingsOf({
      ...window('05:00', '05:30'),
      schedules: [{ weeks: [{ ...NONE, sunday: night, monday: night }] }],
      // Of this night, a Monday's, the end on Tuesday goes with it.
      daysOff: ['2027-03-29'],
    });
    expect(wallTimes(textOf(settings))).toEqual(
      datesOf(addDays(FROM, -1), addDays(TO, 1))
        .filter((date) => [0, 1].includes(weekdayIndex(date)))
        .filter((date) => date > FROM && date !== '2027-03-30')
        .filter((date) => date <= addDays(TO, 1))
        .map((date) => `${date}T05:00 05:30`),
    );
  });

  test('follows the versions of schedule and agreement that are valid on each day', () => {
    const settings = settingsOf({
      agreements: [
        { window: { from: '09:00', to: '09:30' }, until: '2027-05-31' },
        { from: '2027-02-01', until: '2027-05-31', window: { from: '13:00', to: '13:20' } },
      ],
      schedules: [
        { weeks: [WORK_WEEK] },
        { from: '2027-04-01', weeks: [{ ...NONE, tuesday: HOURS }] },
      ],
    });
    expect(wallTimes(textOf(settings))).toEqual(
      datesOf(FROM, '2027-05-31')
        .filter((date) => (date < '2027-04-01' ? workdays(date) : weekdayIndex(date) === 1))
        .map((date) => `${date}T${date < '2027-02-01' ? '09:00 09:30' : '13:00 13:20'}`),
    );
  });

  test('is left out on days whose hours the window misses, but not where it misses them all', () => {
    const morning = [{ from: '09:00', to: '12:30' }];
    const schedules = [{ weeks: [{ ...WORK_WEEK, friday: morning }] }];
    const missed = textOf(settingsOf({ ...window('16:00', '16:30'), schedules }));
    expect(wallTimes(missed).map((text) => weekdayIndex(text.slice(0, 10)))).not.toContain(4);
    expect(wallTimes(textOf(settingsOf({ ...window('18:00', '18:30'), schedules })))).toHaveLength(
      datesOf(FROM, TO).filter(workdays).length,
    );
  });
});

describe('a time of the user’s own', () => {
  test('within the window takes the block from there, to the end of the window at most', () => {
    const settings = settingsOf(window('23:00', '01:00'));
    expect(wallTimes(textOf(settings, { at: '23:20' }))[0]).toBe('2026-12-01T23:20 23:50');
    expect(wallTimes(textOf(settings, { at: '00:45' }))[0]).toBe('2026-12-02T00:45 01:00');
    expect(fileOf(settings, { at: '01:00' })).toEqual({ ok: false, problem: 'outside-window' });
  });

  test('without a window is one at which the user works', () => {
    expect(wallTimes(textOf(DEFAULT_SETTINGS, { at: '13:00' }))[0]).toBe('2026-12-01T13:00 13:30');
    // The default day has a break from 12:30 to 13:00.
    expect(fileOf(DEFAULT_SETTINGS, { at: '12:45' })).toEqual({
      ok: false,
      problem: 'outside-hours',
    });
  });

  test('that is not chosen is the start of each working day', () => {
    const schedules = [{ weeks: [{ ...WORK_WEEK, friday: [{ from: '13:00', to: '17:00' }] }] }];
    const file = fileOf(settingsOf({ schedules }));
    expect(file).toMatchObject({ ok: true, plan: { atStartOfDay: true } });
    expect(wallTimes(file.ok ? file.text : '').slice(2, 5)).toEqual([
      '2026-12-03T09:00 09:30',
      '2026-12-04T13:00 13:30',
      '2026-12-07T09:00 09:30',
    ]);
  });
});

describe('nothing to plan', () => {
  test.each([
    ['no-agreement', { agreements: [{ until: '2026-11-30' }] }],
    ['no-minutes', { agreements: [{ minMinutes: 0, maxMinutes: 0 }] }],
    ['no-days', { schedules: [{ weeks: [NONE] }] }],
  ])('%s', (problem, settings) => {
    expect(fileOf(settingsOf(settings))).toEqual({ ok: false, problem });
  });
});

describe('the file', () => {
  test('is the same but for when it was made', () => {
    const settings = settingsOf(window('09:00', '09:30'));
    const later = blockCalendar(settings, {
      from: FROM,
      at: null,
      zone: 'Europe/Amsterdam',
      title: 'Netwerk',
      reminderMinutes: null,
      nowMs: NOW_MS + 3_600_000,
    });
    const stampless = (text: string) => text.replaceAll(/^DTSTAMP:\d{8}T\d{6}Z\r$/gm, '');
    expect(later.ok && stampless(later.text)).toBe(stampless(textOf(settings)));
  });

  test('keeps every sign of a title, in lines of at most 75 bytes', () => {
    const title = 'Netwerk; “koffie”, \\ 100% ☕ 👩‍💻 met wie er is, elke ochtend even, 😀😀😀😀😀';
    const text = textOf(settingsOf(window('09:00', '09:30')), { title, reminderMinutes: 10 });
    expect(readCalendar(text)[0]?.title).toBe(title);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('TRIGGER:-PT10M');
  });

  test('names neither the app’s subject nor what was agreed', () => {
    const text = textOf(settingsOf({ agreements: [{ agreedWith: 'Marjan', goal: 'Klanten' }] }));
    expect(text).not.toMatch(/linkedin|marjan|klanten/i);
    expect(text).not.toContain('VALARM');
  });
});

const WALL_TIME = fc
  .tuple(fc.integer({ min: 4, max: 22 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);

test('any schedule: an entry for each working day that the window meets, and no other', () => {
  const week = fc
    .tuple(...WEEKDAYS.map(() => fc.boolean()))
    .map((works) =>
      Object.fromEntries(
        WEEKDAYS.map((day, index) => [
          day,
          works[index] === true ? [{ from: '04:00', to: '23:59' }] : [],
        ]),
      ),
    );
  const daysIn = fc.integer({ min: 0, max: 364 }).map((days) => addDays(FROM, days));
  fc.assert(
    fc.property(
      fc.array(week, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(daysIn, { maxLength: 30 }),
      WALL_TIME,
      fc.constantFrom(
        'Europe/Amsterdam',
        'America/New_York',
        'Pacific/Chatham',
        'America/Asuncion',
      ),
      daysIn,
      (weeks, daysOff, time, zone, from) => {
        const start = Temporal.PlainTime.from(time);
        const end = start.add({ minutes: 20 }).toString({ smallestUnit: 'minute' });
        const schedules = [{ from: '2026-11-30', weeks }];
        const settings = settingsOf({ ...window(time, end), schedules, daysOff });
        const dates = datesOf(
          from,
          Temporal.PlainDate.from(from).add({ months: 12 }).subtract({ days: 1 }).toString(),
        ).filter((date) => {
          const since = Temporal.PlainDate.from('2026-11-30').until(date).days;
          const worked = weeks[Math.floor(since / 7) % weeks.length];
          const weekday = WEEKDAYS[since % 7];
          return weekday && (worked?.[weekday]?.length ?? 0) > 0 && !daysOff.includes(date);
        });
        const file = fileOf(settings, { zone, from });
        expect(file.ok ? wallTimes(file.text, zone) : []).toEqual(
          dates.map((date) => `${date}T${time} ${end}`),
        );
      },
    ),
    { numRuns: 40 },
  );
});
