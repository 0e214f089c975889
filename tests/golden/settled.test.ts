/** @file Traces under settings of their own: their reports, reckoned by the minute and, where it tells most, by hand. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { replayInto } from '../../electron/cli/replay.ts';
import { createHolidayCalendar } from '../../electron/holidays/holiday-calendar.ts';
import { reportCsv, reportJson } from '../../electron/report/report.ts';
import { readSettingsFile } from '../../electron/settings/settings-file.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { parseTrace } from '../../electron/tracking/trace.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import { agreementOn } from '../../shared/domain/agreement.ts';
import { type DayRow, REPORT_KINDS, type WeekRow } from '../../shared/domain/report.ts';
import { withDatabase } from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';
import { addUpWeeks, counts, spansOfTrace, walkDays } from './walk.ts';
import { LATER_MS } from '../support/days.ts';

const MINUTE = 60_000;

/** Minutes of a day that were reckoned by hand: working, measured, counted, in the window; and its place. */
type ByHand = readonly [number, number, number, number | null, DayRow['place']];

interface Case {
  readonly range: readonly [string, string];
  readonly holidays?: readonly string[];
  readonly byHand: Readonly<Record<string, ByHand>>;
}

const CASES: Readonly<Record<string, Case>> = {
  // 02:00 to 03:00 is skipped, and with it half of the break from 02:30 to 03:30.
  'amsterdam-night-in-march': {
    range: ['2026-03-28', '2026-03-30'],
    byHand: {
      '2026-03-28': [120 + 270, 120 + 270, 10 + 20 + 1 / 3 + 10 + 5 + 5, 10, 'over'],
      '2026-03-29': [480 - 60, 55, 0, 0, 'room'],
      '2026-03-30': [0, 0, 0, null, null],
    },
  },
  // 02:00 to 03:00 comes twice, and with it the break from 02:15 to 02:45 and the window to 02:10.
  'amsterdam-night-in-october': {
    range: ['2026-10-24', '2026-10-25'],
    byHand: {
      '2026-10-24': [480 + 60 - 60, 30 + 360, 90 - 35 + 0.5, 20, 'over'],
      '2026-10-25': [480 - 30, 0, 0, 0, 'no-data'],
    },
  },
  'new-york-night-in-march': {
    range: ['2026-03-07', '2026-03-08'],
    byHand: {
      '2026-03-07': [480 - 60, 480 - 60, 15 + 60 + 1 / 60, null, 'over'],
      '2026-03-08': [0, 0, 0, null, null],
    },
  },
  'new-york-night-in-november': {
    range: ['2026-10-31', '2026-11-01'],
    byHand: {
      '2026-10-31': [480 + 60, 480 + 60 - 20, 60, 45 - 30 + 30, 'sweet-spot'],
      '2026-11-01': [0, 0, 0, null, null],
    },
  },
  // Alternating weeks, a new schedule on a Wednesday, breaks, days off, a changed day, a 23:59 end, a Sunday.
  'week-53': {
    range: ['2026-12-28', '2027-01-10'],
    holidays: ['2027-01-01'],
    byHand: {
      '2026-12-28': [0, 0, 0, null, null],
      '2026-12-29': [659, 659, 9, null, 'room'],
      '2026-12-30': [165, 165, 20, null, 'sweet-spot'],
      '2026-12-31': [180, 180, 10, null, 'room'],
      '2027-01-01': [0, 0, 0, null, null],
      '2027-01-03': [105, 15, 15, null, 'sweet-spot'],
      '2027-01-04': [0, 0, 0, null, null],
      '2027-01-05': [465, 465, 31, null, 'over'],
      '2027-01-06': [450, 450, 10, null, 'room'],
      '2027-01-07': [450, 0, 0, null, 'no-data'],
      '2027-01-08': [450, 10, 0, null, 'room'],
    },
  },
  // Five nights a week, of which one is off: the night before reaches into it and is of the day before.
  'night-before-a-day-off': {
    range: ['2026-11-16', '2026-11-22'],
    byHand: {
      '2026-11-16': [480, 0, 0, null, 'no-data'],
      '2026-11-17': [480, 480, 20, null, 'sweet-spot'],
      '2026-11-18': [0, 0, 0, null, null],
      '2026-11-19': [480, 0, 0, null, 'no-data'],
      '2026-11-20': [480, 0, 0, null, 'no-data'],
      '2026-11-21': [0, 0, 0, null, null],
    },
  },
  // A single day goes on through its usual break.
  'day-without-lunch': {
    range: ['2026-11-17', '2026-11-18'],
    byHand: {
      '2026-11-17': [480, 0, 0, null, 'no-data'],
      '2026-11-18': [510, 55, 10, null, 'room'],
    },
  },
  'kolkata-evenings': {
    range: ['2026-11-16', '2026-11-18'],
    byHand: {
      '2026-11-16': [565, 565, 10 + 10 + 5, null, 'sweet-spot'],
      '2026-11-17': [565, 0, 0, null, 'no-data'],
      '2026-11-18': [565, 30, 0, null, 'room'],
    },
  },
  // 02:45 to 03:45 comes twice.
  'chatham-night-in-april': {
    range: ['2026-04-03', '2026-04-05'],
    byHand: {
      '2026-04-03': [510, 510, 16, 0, 'sweet-spot'],
      '2026-04-04': [480 + 60 - 30, 480 + 60 - 30, 140 - 30, 120 - 30, 'sweet-spot'],
      '2026-04-05': [0, 0, 0, null, null],
    },
  },
  // Nine to half past five of one day in two zones; two days later the clock is set to the new zone at work.
  'flight-to-new-york': {
    range: ['2026-11-17', '2026-11-19'],
    byHand: {
      '2026-11-17': [480, 210 + 120, 15 + 10 + 10 + 10, null, 'over'],
      '2026-11-18': [480, 390, 20, null, 'sweet-spot'],
      '2026-11-19': [480, 175, 5, null, 'room'],
    },
  },
  // Away, locked, asleep, paused, crashed and started again, all within one another; idle after 300 s.
  'interrupted-days': {
    range: ['2026-11-16', '2026-11-17'],
    byHand: {
      '2026-11-16': [
        480,
        28 + 119.6 / 60 + 6 + 600.25 / 60 + 598 / 60 + 239.999 / 60 + 55,
        5 + (8 + 119.6 / 60) + 6 + (598 / 60 + 239.999 / 60) + 5 + 10,
        null,
        'over',
      ],
      '2026-11-17': [480, 10 + 9, 10 + 9, null, 'sweet-spot'],
    },
  },
  // One version ends on Tuesday, the next begins on Thursday for a seller, and another on Friday.
  'agreements-midweek': {
    range: ['2026-11-16', '2026-11-22'],
    byHand: {
      '2026-11-16': [480, 480, 20, 10, 'sweet-spot'],
      '2026-11-17': [480, 35, 15, 10, 'sweet-spot'],
      '2026-11-18': [480, 40, 40, null, null],
      '2026-11-19': [480, 480, 20 + 10, 15 + 5, 'over'],
      '2026-11-20': [480, 65, 5 + 5, null, 'sweet-spot'],
      '2026-11-21': [0, 0, 0, null, null],
    },
  },
};

/** A trace run into a folder with its settings, and what reports it gives. */
async function replayed(name: string) {
  const dir = tempDir();
  const folder = dataFolder(dir);
  copyFileSync(join(import.meta.dirname, name, 'settings.json'), folder.settings);
  const { settings, fellBack } = readSettingsFile(folder.settings);
  expect(fellBack).toEqual([]);
  const trace = readFileSync(join(import.meta.dirname, name, 'trace.jsonl'), 'utf8');
  const calendar = createHolidayCalendar();
  if (settings.holidays) await calendar.load();
  replayInto(folder, parseTrace(trace, name), calendar);
  const { range, holidays = [] } = CASES[name] ?? {};
  const [from = '', to = ''] = range ?? [];
  const report = (by: (typeof REPORT_KINDS)[number], includePrivate = true) =>
    withDatabase(folder, (database) => {
      const spans = createSpanRepository(database);
      const rules = calendar.rulesOf(settings);
      const request = { from, to, by, includePrivate, nowMs: LATER_MS };
      const json = reportJson(spans, rules, request);
      return { json, csv: reportCsv(spans, rules, request, { delimiter: ',' }) };
    });
  return { settings, report, walk: { trace, settings, holidays, from, to } };
}

/** Rows of a CSV file by column. */
function cellsOf(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true });
}

/** Checks the minutes of a row in a CSV file, each by less than one minute. */
function checkMinutes(cells: Record<string, string>, row: DayRow | WeekRow): void {
  const { insideMs, outsideMs } = row;
  const outsideHoursMs = Object.values(outsideMs).reduce((sum, ms) => sum + ms, 0);
  const privateMs = (insideMs.private ?? 0) + (insideMs.jobs ?? 0);
  const exact: Record<string, number> = {
    counted_min: row.countedMs,
    outside_hours_min: outsideHoursMs,
    working_min: row.workingMs,
    measured_min: row.measuredMs,
    private_min: privateMs,
  };
  for (const column of Object.keys(cells)) {
    const activity = /^([a-z]+)_min$/.exec(column)?.[1] ?? '';
    const ms = exact[column] ?? insideMs[activity as keyof typeof insideMs] ?? 0;
    if (!column.endsWith('_min') || /^(agreed|allowance|in_window)_/.test(column)) continue;
    expect(Math.abs(Number(cells[column]) - ms / MINUTE), column).toBeLessThan(1);
  }
  expect(cells['coverage_pct']).toBe(String(Math.round(row.coverage * 100)));
}

describe.each(Object.entries(CASES))('%s', (name, { byHand }) => {
  test('gives the reports that it gave before', async () => {
    const { report } = await replayed(name);
    for (const by of REPORT_KINDS) {
      const { json, csv } = report(by);
      const file = join(import.meta.dirname, name, by);
      await expect(json.replaceAll('},{"', '},\n{"')).toMatchFileSnapshot(`${file}.json`);
      await expect(csv).toMatchFileSnapshot(`${file}.csv`);
    }
  });

  test('which are those of a walk over every minute', async () => {
    const { report, settings, walk } = await replayed(name);
    const days = walkDays(walk);
    const weeks = addUpWeeks(days);
    expect(JSON.parse(report('day').json)).toEqual(days);
    expect(JSON.parse(report('week').json)).toEqual(weeks);
    expect(JSON.parse(report('span').json)).toEqual(spansOfTrace(walk));
    for (const [by, rows] of [
      ['day', days],
      ['week', weeks],
    ] as const) {
      const table = cellsOf(report(by).csv);
      expect(table).toHaveLength(rows.length);
      for (const [index, row] of rows.entries()) checkMinutes(table[index] ?? {}, row);
    }
    for (const cells of cellsOf(report('day').csv)) {
      const agreement = agreementOn(settings.agreements, cells['date'] ?? '');
      const parts = Object.keys(days.find(({ date }) => date === cells['date'])?.insideMs ?? {})
        .filter((activity) => counts(activity as Activity, agreement))
        .reduce((sum, activity) => sum + Number(cells[`${activity}_min`]), 0);
      expect(parts).toBe(Number(cells['counted_min']));
    }
  });

  test('and of a reckoning by hand', async () => {
    const { report } = await replayed(name);
    const days = JSON.parse(report('day').json) as DayRow[];
    const found = Object.fromEntries(
      days
        .filter(({ date }) => byHand[date])
        .map((day) => [
          day.date,
          [
            ...[day.workingMs, day.measuredMs, day.countedMs, day.inWindowMs].map((ms) =>
              ms === null ? null : ms / MINUTE,
            ),
            day.place,
          ],
        ]),
    );
    const expected = Object.entries(byHand).map(([date, [...figures]]) => [
      date,
      figures.map((figure) =>
        typeof figure === 'number' ? (expect.closeTo(figure, 9) as number) : figure,
      ),
    ]);
    expect(found).toEqual(Object.fromEntries(expected));
  });

  test('without private time but for where it is asked for', async () => {
    const { report, walk } = await replayed(name);
    const shielded = ({ activity }: { activity: string }) => /^(private|jobs)$/.test(activity);
    const rest = spansOfTrace(walk).filter((row) => !shielded(row));
    expect(JSON.parse(report('span', false).json)).toEqual(rest);
    for (const by of ['day', 'week'] as const) {
      const { json, csv } = report(by, false);
      expect(json + csv).not.toMatch(/private|jobs/);
    }
  });
});
