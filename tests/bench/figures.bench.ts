import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { createKeptDays } from '../../electron/figures/kept-days.ts';
import { type DateRange, spansOfRange, zoneBefore } from '../../electron/storage/span-reader.ts';
import { figuresOfRange } from '../../electron/figures/figures-of-range.ts';
import { dayFigures, weekFigures } from '../../shared/domain/figures.ts';
import { createDayFrames } from '../../shared/domain/frames.ts';
import type { Span } from '../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { type SeededDatabase, type Years, seededDatabase } from './databases.ts';
import { type Figure, measureInTurnMs, measureMs } from './measure.ts';
import { ONE_WEEK, ONE_YEAR, TEN_YEARS } from './ten-years.ts';
import { LATER_MS } from '../support/days.ts';

/** From the query to the finished figures of days and weeks, as the pages and reports have them. */
function figures({ repository }: SeededDatabase, range: DateRange): unknown {
  return weekFigures(
    figuresOfRange(repository, range, createDayFrames(DEFAULT_SETTINGS), LATER_MS),
  );
}

/** Week and year with 1, 10 and 100 years of data: a week should not know how much there is. */
function benchRanges(all: readonly (readonly [years: Years, seeded: SeededDatabase])[]): Figure[] {
  const inTurn = (name: string, range: DateRange) =>
    all.map(([years, seeded]) => ({
      name: `${name}, ${years} ${years === 1 ? 'year' : 'years'} of data`,
      run: () => figures(seeded, range),
    }));
  return [
    ...measureInTurnMs(inTurn('week', ONE_WEEK), { runs: 200, budget: 2 }),
    ...measureInTurnMs(inTurn('year', ONE_YEAR), { runs: 25, budget: 25 }),
  ];
}

function benchTrend(seeded: SeededDatabase): Figure[] {
  const { repository } = seeded;
  const kept = createKeptDays();
  const trend = () =>
    weekFigures(
      kept.figures(
        repository,
        TEN_YEARS,
        DEFAULT_SETTINGS,
        DEFAULT_SETTINGS,
        Date.parse(TEN_YEARS.to),
        LATER_MS,
      ),
    );
  return [
    measureMs('ten-year trend, nothing kept', () => figures(seeded, TEN_YEARS), {
      runs: 11,
      note: 'the first time after a start or a change of working hours',
    }),
    measureMs('ten-year trend', trend, {
      runs: 50,
      budget: 150,
      note: 'settled days kept, the last day reckoned anew',
    }),
  ];
}

/** The same figures as others would get them, from the same spans. */
function benchPeers(seeded: SeededDatabase): Figure[] {
  const { database, repository } = seeded;
  const everything = database.prepare('SELECT * FROM spans ORDER BY started_at');
  const weekOf = (spans: readonly Span[]) =>
    weekFigures(
      dayFigures({
        spans: spans.filter(({ endedAtMs }) => endedAtMs > Date.parse(ONE_WEEK.from)),
        ...ONE_WEEK,
        frames: createDayFrames(DEFAULT_SETTINGS),
        nowMs: LATER_MS,
        zoneBefore: zoneBefore(repository, ONE_WEEK),
      }),
    );
  const allRows = () =>
    weekOf(
      everything.all().map((row) => ({
        startedAtMs: Number(row['started_at']),
        endedAtMs: Number(row['ended_at']),
        activity: String(row['activity']) as Span['activity'],
        zone: String(row['zone']),
        relabelled: row['relabelled'] === 1,
        manual: row['manual'] === 1,
      })),
    );

  const cwd = mkdtempSync(join(tmpdir(), 'sweetspot-bench-conf-'));
  try {
    // What electron-store is made of; the store itself only adds Electron's folder.
    const store = new Conf<{ spans: Span[] }>({ cwd });
    const spans = spansOfRange(repository, TEN_YEARS);
    store.set('spans', spans);
    const running = spans.splice(-1);
    let laterMs = 0;
    const tick = () => {
      laterMs += 5000;
      return running.map((span) => ({ ...span, endedAtMs: span.endedAtMs + laterMs }));
    };
    return [
      measureMs('peer: week, all rows in JavaScript', allRows, { runs: 7 }),
      measureMs('peer: week, one electron-store file', () => weekOf(store.get('spans')), {
        runs: 5,
        warmUp: 1,
      }),
      measureMs(
        'store the end of the running span',
        () => repository.apply({ saved: tick(), removed: [] }),
        { runs: 100, note: 'on the disk when it returns' },
      ),
      measureMs(
        'peer: store the end of the running span, one electron-store file',
        () => store.set('spans', [...spans, ...tick()]),
        { runs: 3, warmUp: 0 },
      ),
    ];
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** Figures of a week, a year and ten years, with 1, 10 and 100 years of data, and next to peers. */
export function benchFigures(): Figure[] {
  const all = ([1, 10, 100] as const).map((years) => [years, seededDatabase(years)] as const);
  const [, [, tenYears] = []] = all;
  if (!tenYears) return [];
  try {
    return [...benchRanges(all), ...benchTrend(tenYears), ...benchPeers(tenYears)];
  } finally {
    for (const [, seeded] of all) seeded.close();
  }
}
