/**
 * @file The main job on an embedded example: two weeks go through the real tracker into a throw-away folder,
 * the last of them is printed, drawn by the real app and saved as CSV. Where there is a display the app
 * stays open on them.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './build.ts';
import { delimiterOf } from '../electron/report/csv.ts';
import { figuresOfRange } from '../electron/figures/figures-of-range.ts';
import { reportCsv } from '../electron/report/report.ts';
import { dataFolder } from '../electron/data-folder/data-folder.ts';
import { openDatabaseForReading } from '../electron/storage/database.ts';
import { createSpanRepository } from '../electron/storage/span-repository.ts';
import { addDays } from '../shared/domain/calendar.ts';
import { type DayFigures, weekFigures } from '../shared/domain/figures.ts';
import { createDayFrames } from '../shared/domain/frames.ts';
import { dayRow, reportActivities, weekRow } from '../shared/domain/report.ts';
import { weekdayName } from '../shared/texts/report-words.ts';
import { MINUTE_MS } from '../shared/domain/rounding.ts';
import { DEFAULT_SETTINGS } from '../shared/settings/settings.ts';
import { launchApp } from '../tests/support/driver.ts';
import { settled } from '../tests/support/every-page.ts';
import { ROOT } from './bundle.ts';
import { fillWithExample } from './demo/example-folder.ts';
import { findElectron } from './electron-binary.ts';

/** Until a chart has come to rest. */
const CHART_MS = 1_500;

const REPORT = { includePrivate: false, roundMinutes: 1 };
const minutes = (ms: number) => String(Math.round(ms / MINUTE_MS));

/** The figures of a week as a table in plain text. */
function printWeek(days: readonly DayFigures[]): string {
  const rows = days.map((day) => dayRow(day, REPORT));
  const [week] = weekFigures(days).map((figures) => weekRow(figures, REPORT));
  const used = reportActivities(false).filter((activity) => week?.insideMs[activity]);
  const table = [
    ['day', 'date', 'place', 'counted', ...used, 'outside', 'measured'],
    ...rows.map((row) => [
      weekdayName(row.date, 'en'),
      row.date,
      row.place ?? '-',
      minutes(row.countedMs),
      ...used.map((activity) => minutes(row.insideMs[activity] ?? 0)),
      minutes(Object.values(row.outsideMs).reduce((sum, ms) => sum + ms, 0)),
      row.workingMs > 0 ? `${Math.round(row.coverage * 100)} %` : '-',
    ]),
  ];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths?.[column] ?? 0;
        return column < 3 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
  const sum = week
    ? `Week ${week.week}: ${minutes(week.countedMs)} of ${minutes(week.allowanceMs)} min counted; ` +
      `days: ${week.days.room} room, ${week.days['sweet-spot']} sweet spot, ${week.days.over} over.`
    : '';
  return [...lines, '', sum].join('\n');
}

const dataDir = mkdtempSync(join(tmpdir(), 'sweetspot-demo-'));
const outDir = join(ROOT, 'demo');
mkdirSync(outDir, { recursive: true });
try {
  const example = fillWithExample(dataDir);
  const { today, monday } = example;
  const range = { from: monday, to: addDays(monday, 6) };
  const friday = addDays(monday, 4);
  console.log(`${example.events} events of two weeks became ${example.spans} spans.`);
  console.log('The last of the weeks, in minutes on LinkedIn:\n');

  const database = openDatabaseForReading(dataFolder(dataDir));
  if (!database) throw new Error('The replay left no database');
  const spans = createSpanRepository(database);
  console.log(
    printWeek(figuresOfRange(spans, range, createDayFrames(DEFAULT_SETTINGS), Date.now())),
  );
  const request = { ...range, ...REPORT, by: 'day', nowMs: Date.now() } as const;
  const csv = reportCsv(spans, DEFAULT_SETTINGS, request, {
    delimiter: delimiterOf(undefined),
  });
  writeFileSync(join(outDir, 'report.csv'), csv);
  database.close();

  console.log(
    findElectron() === undefined
      ? '\nThere is no Electron binary here, so the app draws them on its stand-in, in Chromium …'
      : '\nThe app draws them …',
  );
  const locale = Intl.NumberFormat().resolvedOptions().locale;
  const app = await launchApp({ dataDir, locale });
  const { page } = app;
  const press = async (name: RegExp) => {
    await page.getByRole('button', { name }).first().click();
    await settled(page);
  };
  const picture = async (file: string) => {
    await page.waitForTimeout(CHART_MS);
    await page.screenshot({ path: join(outDir, file) });
  };
  await press(/^Week$/);
  await press(/^(?:Previous week|Vorige week)$/);
  await picture('week.png');
  await press(/^(?:Today|Vandaag)$/);
  for (let day = friday; day < today; day = addDays(day, 1)) {
    await press(/^(?:Previous day|Vorige dag)$/);
  }
  await picture('today.png');
  console.log('Wrote demo/week.png, demo/today.png and demo/report.csv.');

  const displays = [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']];
  const hasDisplay =
    process.platform !== 'linux' || displays.some((name) => name !== undefined && name !== '');
  if (hasDisplay && process.env['CI'] === undefined) {
    await press(/^Week$/);
    console.log(
      'The app stays open on the example, paused; quit it, or press Ctrl-C, to end the demo.',
    );
    process.once('SIGINT', () => void app.close());
    await app.exited;
  } else {
    if (!hasDisplay) {
      console.log(
        'There is no display here; where there is one, the app stays open on the example.',
      );
    }
    await app.close();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
