/** @file What the pages show in their tables, against the report command, in both languages and themes. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { en } from '../../renderer/i18n/en.ts';
import { nl } from '../../renderer/i18n/nl.ts';
import { parseCsv } from '../../renderer/features/report/read-file.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { runCli } from '../support/cli.ts';
import { useDayThatStays } from '../support/day-that-stays.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { tableCells } from '../support/table-cells.ts';

const CATALOGUES = { en, nl } as const;
const LOOKS = (['en', 'nl'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

const times = z.partialRecord(
  z.enum(Object.keys(en.activity) as (keyof typeof en.activity)[]),
  z.number(),
);
const sums = {
  countedMs: z.number(),
  insideMs: times,
  outsideMs: times,
  workingMs: z.number(),
  measuredMs: z.number(),
  coverage: z.number(),
};
const dayReport = z.array(
  z.object({
    ...sums,
    date: z.string(),
    workingDay: z.boolean(),
    place: z.enum(['room', 'sweet-spot', 'over', 'no-data']).nullable(),
    agreement: z.object({ minMinutes: z.number(), maxMinutes: z.number() }).nullable(),
  }),
);
const weekReport = z.array(z.object({ ...sums, week: z.string(), allowanceMs: z.number() }));
const spanReport = z.array(
  z.object({ start: z.string(), end: z.string(), activity: times.keyType }),
);
type DayReport = z.infer<typeof dayReport>[number];
type Times = z.infer<typeof times>;

const SHOW_TABLE = new RegExp(`^(?:${en.chart.showTable}|${nl.chart.showTable})$`, 'u');

let app: TestApp;
let dir: string;
/** The example's last whole week. */
let monday: string;
let today: string;
let days: DayReport[];
let openDays: DayReport[];
let week: z.infer<typeof weekReport>[number];
let weeks: z.infer<typeof weekReport>;
let spans: z.infer<typeof spanReport>;
let year: DayReport[];

/** What the report command prints, in the time zone that the app runs in. */
async function report(from: string, to: string, ...more: string[]): Promise<string> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { status, stdout, stderr } = await runCli(
    ['report', '--data', dir, '--from', from, '--to', to, ...more],
    { env: { TZ: zone } },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

useDayThatStays();
beforeAll(async () => {
  dir = await makeDataDir();
  ({ monday, today } = fillWithExample(dir));
  const sunday = addDays(monday, 6);
  const whole = ['--format', 'json', '--round', '1'];
  const all = [...whole, '--include-private'];
  const parsed = async <T>(schema: z.ZodType<T>, from: string, to: string, ...more: string[]) =>
    schema.parse(JSON.parse(await report(from, to, ...more)));
  days = await parsed(dayReport, monday, sunday, '--by', 'day', ...all);
  openDays = await parsed(dayReport, monday, sunday, '--by', 'day', ...whole);
  weeks = await parsed(
    weekReport,
    addDays(monday, -70),
    addDays(monday, 13),
    '--by',
    'week',
    ...all,
  );
  week = weeks.at(-2) ?? expect.fail('The report has no weeks');
  spans = await parsed(
    spanReport,
    monday,
    sunday,
    '--by',
    'span',
    '--format',
    'json',
    '--include-private',
  );
  year = await parsed(dayReport, `${today.slice(0, 4)}-01-01`, today, '--by', 'day', ...all);
  // Dutch formats write the hours of a clock up to 24, as the report does.
  app = await launchApp({ dataDir: dir, locale: 'nl-NL' });
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  await rm(dir, { recursive: true, force: true });
});

const minutes = (ms: number) => Math.round(ms / 60_000);
const sum = (some: Times) => Object.values(some).reduce((total, ms) => total + ms, 0);
const percent = (share: number) => `${String(Math.round(share * 100))}%`;

/** The local time of an ISO date, as `09:03`. */
const clock = (iso: string) => iso.slice(11, 16);

/** Minutes of a text as `1 h 20 min`; null where it has no figure. */
function read(text: string | undefined): number | null {
  const [, hours, rest] = /^(?:(\d+)\s[hu])?\s*(?:(\d+)\smin)?$/u.exec(text ?? '') ?? [];
  return hours === undefined && rest === undefined
    ? null
    : Number(hours ?? 0) * 60 + Number(rest ?? 0);
}

/** Cells of the table of a card, a row each, by the names of the columns where there are any. */
async function tableOf(title: string): Promise<Record<string, string>[]> {
  const card = app.page.getByRole('region', { name: title, exact: true });
  await card.waitFor();
  const closed = card.getByRole('button', { name: SHOW_TABLE });
  if ((await closed.count()) > 0) await closed.click();
  const table = card.getByRole('table', { name: title, exact: true, includeHidden: true });
  await table.waitFor({ state: 'attached' });
  const rows = (await tableCells(table)).map((cells) =>
    cells.map((cell) => cell.replaceAll('\u00a0', ' ')),
  );
  const hasHead = (await table.locator('thead').count()) > 0;
  const [head = []] = hasHead ? rows : [rows[0]?.map((_, column) => String(column))];
  return rows
    .slice(hasHead ? 1 : 0)
    .map((cells) => Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ''])));
}

/** The value of a fact by its name. */
async function fact(label: string): Promise<string> {
  const value = app.page.locator('dl > div').filter({
    has: app.page.locator('dt', { hasText: new RegExp(`^${label}$`, 'u') }),
  });
  return ((await value.locator('dd > span').first().textContent()) ?? '').replaceAll('\u00a0', ' ');
}

describe.each(LOOKS)('in $language, $theme', ({ language, theme }) => {
  const text = CATALOGUES[language];

  const open = async (page: keyof typeof text.page) => {
    await app.page.getByRole('button', { name: text.page[page], exact: true }).click();
    await settled(app.page);
  };
  const openLastWeek = async () => {
    await open('week');
    const heading = text.week.number.replace('{{week}}', String(Number(week.week.slice(-2))));
    const isShown = await app.page.getByRole('heading', { level: 1, name: heading }).count();
    if (isShown === 0) await app.page.getByRole('button', { name: text.week.previous }).click();
    await app.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  };

  beforeAll(async () => {
    await app.page.evaluate((patch) => window.api.setSettings(patch), { language, theme });
    await app.page.waitForFunction(
      (wanted) =>
        document.documentElement.lang === wanted.language &&
        document.documentElement.dataset['mantineColorScheme'] === wanted.theme,
      { language, theme },
    );
  });

  test('Week has the figures of the report', async () => {
    await openLastWeek();
    const { chart, facts } = text.week;
    const rows = await tableOf(chart.title);
    expect(rows).toHaveLength(7);
    for (const [index, day] of days.entries()) {
      const row = rows[index] ?? {};
      const { agreement, insideMs, place, workingDay, countedMs } = day;
      const outside = sum(openDays[index]?.outsideMs ?? {});
      expect(row[chart.place]).toBe(text.place[place ?? 'day-off']);
      expect(read(row[chart.counted])).toBe(workingDay ? minutes(countedMs) : null);
      expect(row[chart.coverage]).toBe(workingDay ? percent(day.coverage) : '–');
      expect(row[chart.agreed]).toBe(
        agreement && workingDay
          ? `${String(agreement.minMinutes)}–${String(agreement.maxMinutes)} min`
          : '–',
      );
      expect(read(row[chart.outside])).toBe(minutes(outside));
      expect(read(row[text.activity.private])).toBe(minutes(insideMs.private ?? 0));
      for (const activity of ['networking', 'messaging', 'publishing', 'feed'] as const) {
        expect(read(row[text.activity[activity]])).toBe(
          workingDay ? minutes(insideMs[activity] ?? 0) : null,
        );
      }
    }
    expect(read(await fact(facts.counted))).toBe(minutes(week.countedMs));
    expect(await fact(facts.coverage)).toBe(percent(week.coverage));
    expect(read(await fact(facts.outside))).toBe(
      minutes(openDays.reduce((total, { outsideMs }) => total + sum(outsideMs), 0)),
    );
    const byActivity = await tableOf(text.week.by.title);
    expect(
      Object.fromEntries(
        byActivity.map((row) => [row[text.week.by.activity], read(row[text.week.by.minutes])]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(week.insideMs).map(([id, ms]) => [
          text.activity[times.keyType.parse(id)],
          minutes(ms),
        ]),
      ),
    );
  });

  test('Today has the figures of the report, on each day of a week', async () => {
    for (const day of days) {
      await openLastWeek();
      const index = days.indexOf(day);
      await tableOf(text.week.chart.title);
      const twin = app.page.getByRole('table', { name: text.week.chart.title, exact: true });
      // By the keyboard: the table may still be unfolding.
      await twin.locator('tbody button').nth(index).press('Enter');
      const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
      const name = weekday.format(Date.parse(day.date));
      await app.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      const block = await tableOf(text.day.block.title);
      expect(read(block[0]?.[text.day.shares.minutes])).toBe(
        day.workingDay ? minutes(day.countedMs) : null,
      );
      const ofDay = spans.filter(({ start }) => start.startsWith(day.date));
      if (ofDay.length > 0 || day.workingDay) {
        expect(read(await fact(text.day.facts.inside))).toBe(minutes(sum(day.insideMs)));
      }
      expect(read(await fact(text.day.facts.measured))).toBe(minutes(day.measuredMs));
      const hasTimeline = ofDay.length > 0 || day.workingDay;
      const stretches = hasTimeline ? await tableOf(text.day.timeline.title) : [];
      const seen = stretches.filter(
        (row) => row[text.day.spans.activity] !== text.day.timeline.notMeasured,
      );
      expect(seen.map((row) => [row[text.day.spans.activity], row[text.day.spans.time]])).toEqual(
        ofDay.map(({ start, end, activity }) => [
          text.activity[activity],
          `${clock(start)} – ${clock(end)}`,
        ]),
      );
      for (const [at, { start, end }] of ofDay.entries()) {
        const ms = Date.parse(end) - Date.parse(start);
        if (ms >= 60_000) expect(read(seen[at]?.[text.day.spans.length])).toBe(minutes(ms));
      }
    }
  });

  test('Trends has the figures of the report', async () => {
    await open('trends');
    const columns = text.trends.weeks;
    const rows = await tableOf(columns.title);
    expect(rows).toHaveLength(weeks.length);
    for (const [index, one] of weeks.entries()) {
      const row = rows[index] ?? {};
      const isMeasured = one.measuredMs > 0;
      expect(read(row[columns.counted])).toBe(isMeasured ? minutes(one.countedMs) : null);
      expect(read(row[columns.allowance])).toBe(minutes(one.allowanceMs));
      expect(row[columns.measured]).toBe(percent(one.coverage));
    }
    const mix = await tableOf(text.trends.mix.title);
    expect(mix.map((row) => read(row[text.trends.mix.total]))).toEqual(
      weeks.map(({ insideMs }) => minutes(sum(insideMs))),
    );
    const calendar = await tableOf(text.trends.year.title);
    expect(
      calendar.map((row) => [
        row[text.week.chart.place],
        read(row[columns.counted]),
        row[columns.measured],
      ]),
    ).toEqual(
      year
        .filter(({ workingDay, measuredMs }) => workingDay && measuredMs > 0)
        .map(({ place, countedMs, coverage }) => [
          text.place[place ?? 'no-data'],
          minutes(countedMs),
          percent(coverage),
        ]),
    );
  });

  test('Report shows the file of the report command', async () => {
    await open('report');
    await app.page.getByRole('combobox', { name: text.report.range, exact: true }).click();
    await app.page.getByRole('option', { name: text.report.ranges['last-week'] }).click();
    await app.page
      .getByRole('heading', { name: new RegExp(`${monday}-${addDays(monday, 6)}`) })
      .waitFor();
    const shown = await tableCells(app.page.getByRole('table').first());
    const asCsv = ['--by', 'day', '--format', 'csv', '--delimiter', ',', '--language', language];
    expect(shown).toEqual(parseCsv(await report(monday, addDays(monday, 6), ...asCsv), ','));
  });
});
