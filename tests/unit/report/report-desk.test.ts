/** @file What is shown of a report is what leaves the app. */
import fc from 'fast-check';
import { reportWords } from '../../../shared/texts/report-words.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createReportDesk, type ReportDeskNeeds } from '../../../electron/report/report-desk.ts';
import { figuresOfRange } from '../../../electron/figures/figures-of-range.ts';
import { buildWeekChart } from '../../../renderer/features/week/build-week-chart.ts';
import { parseCsv, readShown } from '../../../renderer/features/report/read-file.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import { REPORT_KINDS } from '../../../shared/domain/report.ts';
import { REPORT_COLUMNS } from '../../../shared/domain/report-columns.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { roundMs } from '../../../shared/domain/rounding.ts';
import {
  type ReportChoice,
  reportChoiceSchema,
  SHOWN_ROWS,
} from '../../../shared/ipc/report-choice.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, spansOf } from '../../support/example-weeks.ts';
import { ENGLISH } from '../renderer/words.ts';

const PRIVATE = spansOf('2026-11-12', [
  ['20:00', '20:11:30', 'private'],
  ['20:20', '20:24', 'jobs'],
]);
/** A Saturday with more spans than are shown of a file. */
const BUSY = Array.from({ length: 130 }, (_, index): Span => {
  const startedAtMs = Date.UTC(2026, 10, 21, 8) + index * 120_000;
  const times = { startedAtMs, endedAtMs: startedAtMs + 60_000 };
  const activity = index % 3 === 0 ? 'private' : 'feed';
  return { ...times, activity, zone: 'Europe/Amsterdam', relabelled: false, manual: false };
});
const SPANS = [...EXAMPLE_SPANS, ...PRIVATE, ...BUSY].sort((a, b) => a.startedAtMs - b.startedAtMs);

const CHOICE: ReportChoice = {
  from: '2026-11-09',
  to: '2026-11-15',
  by: 'day',
  format: 'csv',
  columns: null,
  rounding: 1,
  includePrivate: false,
  delimiter: 'locale',
  decimal: 'locale',
};

/** A desk over the example, with what it wrote, copied and was asked. */
function deskOver(parts: Partial<ReportDeskNeeds> = {}) {
  const written = new Map<string, Buffer>();
  const copied: string[] = [];
  const asked: string[] = [];
  const view = () => ({
    spans: {
      lastBefore: (atMs: number) => SPANS.findLast((span) => span.startedAtMs < atMs),
      between: (fromMs: number, toMs: number) =>
        SPANS.filter((span) => span.startedAtMs < toMs && span.endedAtMs > fromMs),
    },
    settings: DEFAULT_SETTINGS,
    nowMs: EXAMPLE_NOW_MS,
    zone: 'Europe/Amsterdam',
  });
  const desk = createReportDesk({
    view,
    locale: () => 'nl-NL',
    askForFile(name) {
      asked.push(name);
      return Promise.resolve(`/chosen/${name}`);
    },
    writeFile(file, pieces) {
      written.set(file, Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))));
      return Promise.resolve();
    },
    copyText(text) {
      copied.push(text);
      return Promise.resolve();
    },
    onProgress: () => undefined,
    printPage: () => Promise.resolve(new Uint8Array([0x25, 0x50, 0x44, 0x46])),
    ...parts,
  });
  return { desk, view, written, copied, asked };
}

const choices: fc.Arbitrary<ReportChoice> = fc
  .record({
    first: fc.nat({ max: 13 }),
    length: fc.nat({ max: 20 }),
    by: fc.constantFrom(...REPORT_KINDS),
    format: fc.constantFrom('csv' as const, 'json' as const),
    columns: fc.option(
      fc.subarray([...new Set(Object.values(REPORT_COLUMNS).flat())], { minLength: 1 }),
    ),
    rounding: fc.constantFrom('exact' as const, 1 as const, 5 as const, 15 as const),
    includePrivate: fc.boolean(),
    delimiter: fc.constantFrom('locale' as const, ',' as const, ';' as const, '\t' as const),
    decimal: fc.constantFrom('locale' as const, '.' as const, ',' as const),
  })
  .map(({ first, length, ...rest }) => {
    const from = addDays('2026-11-08', first);
    return { ...rest, from, to: addDays(from, length) };
  });

test('in 100 random configurations the file has the bytes that were shown, and reads back', async () => {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(choices, async (choice) => {
      const { desk, written, copied, asked } = deskOver();
      expect(reportChoiceSchema.parse(choice)).toEqual(choice);
      const file = await desk.make(choice);
      expect(await desk.save(file.id)).toEqual({ saved: true });
      await desk.copy(file.id);
      const saved = written.get(`/chosen/${file.name}`) ?? Buffer.from('');
      const shown = Buffer.from(file.shown);
      const isAll = file.rows <= SHOWN_ROWS;
      expect(saved.subarray(0, isAll ? saved.length : shown.length).equals(shown)).toBe(true);
      expect(saved).toHaveLength(file.bytes);
      const text = saved.toString();
      expect(copied).toEqual([text.replace('\uFEFF', '')]);
      // A file of tabs is one by its name too.
      const ending = choice.format === 'csv' && choice.delimiter === '\t' ? 'tsv' : choice.format;
      expect(asked).toEqual([`sweetspot-${choice.from}-${choice.to}.${ending}`]);
      if (!choice.includePrivate) expect(text).not.toMatch(/jobs|,private,|;private;|private_min/);
      const all =
        choice.format === 'csv'
          ? parseCsv(text, file.delimiter).slice(1)
          : z.array(z.unknown()).parse(JSON.parse(text));
      expect(all).toHaveLength(file.rows);
      const { header, rows } = readShown(file);
      expect(rows).toHaveLength(Math.min(file.rows, SHOWN_ROWS));
      if (choice.format === 'csv') expect(rows).toEqual(all.slice(0, SHOWN_ROWS));
      longest = Math.max(longest, file.rows);
      if (choice.format === 'csv') expect(header).toEqual(file.columns);
      for (const row of rows) expect(row).toHaveLength(header.length);
    }),
    { numRuns: 100 },
  );
  expect(longest).toBeGreaterThan(SHOWN_ROWS);
});

describe('the figures', () => {
  test('of file, chart and table of a week are equal to the minute', async () => {
    const { desk, view } = deskOver();
    for (const from of ['2026-11-09', '2026-11-16']) {
      const file = await desk.make({ ...CHOICE, from, to: addDays(from, 6) });
      const { header, rows } = readShown(file);
      const cell = (row: readonly string[], name: string) => Number(row[header.indexOf(name)]);
      const figures = figuresOfRange(
        view().spans,
        file.choice,
        createDayFrames(DEFAULT_SETTINGS),
        EXAMPLE_NOW_MS,
      );
      if (!file.sheet.week) throw new Error('A week has a sheet of it');
      const { points } = buildWeekChart(file.sheet.week, ENGLISH);
      expect(points).toHaveLength(7);
      rows.forEach((row, day) => {
        const point = points[day];
        expect(cell(row, 'counted_min')).toBe(point?.countedMinutes);
        expect(cell(row, 'counted_min')).toBe(roundMs(figures[day]?.countedMs ?? -1, 60_000));
        expect(cell(row, 'outside_hours_min')).toBe(point?.outsideMinutes);
        for (const [activity, minutes] of Object.entries(point?.counted ?? {})) {
          expect(cell(row, `${activity}_min`)).toBe(minutes);
        }
      });
      const counted = rows.reduce((sum, row) => sum + cell(row, 'counted_min'), 0);
      expect(counted).toBeGreaterThan(0);
    }
  });

  test('of the printed page have nothing private unless it is asked for', async () => {
    const { desk } = deskOver();
    const hidden = JSON.stringify((await desk.make(CHOICE)).sheet.week?.days);
    expect(hidden).not.toMatch(/"(?:private|jobs)":[1-9]/);
    const shown = JSON.stringify(
      (await desk.make({ ...CHOICE, includePrivate: true })).sheet.week?.days,
    );
    expect(shown).toMatch(/"private":690000/);
  });

  test('have headers, weekdays and places in the language that was chosen', async () => {
    const { desk } = deskOver();
    const { shown } = await desk.make({ ...CHOICE, by: 'day', language: 'nl' });
    expect(shown).toContain(reportWords('nl').columns.counted_min);
    expect(shown).not.toContain('counted_min');
    expect((await desk.make({ ...CHOICE, by: 'day' })).shown).toContain('counted_min');
  });

  test('of an exact file are hundredths of a minute with the decimal sign that was chosen', async () => {
    const { desk } = deskOver();
    const choice = { ...CHOICE, by: 'span', rounding: 'exact', includePrivate: true } as const;
    expect((await desk.make({ ...choice, decimal: ',', delimiter: ';' })).shown).toContain(
      ';"11,50";private;',
    );
    expect((await desk.make({ ...choice, decimal: '.', delimiter: ',' })).shown).toContain(
      ',11.50,private,',
    );
  });
});

describe('the desk', () => {
  test('hands over the file that was shown and no other', async () => {
    const { desk, written } = deskOver();
    const first = await desk.make(CHOICE);
    const second = await desk.make({ ...CHOICE, by: 'week' });
    await expect(desk.save(first.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.copy(first.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(written.size).toBe(0);
    expect(await desk.save(second.id)).toEqual({ saved: true });
  });

  test('tells of a dialog that was cancelled and of a disk that refused', async () => {
    const cancelled = deskOver({ askForFile: () => Promise.resolve(undefined) });
    const file = await cancelled.desk.make(CHOICE);
    expect(await cancelled.desk.save(file.id)).toEqual({ saved: false });
    expect(cancelled.written.size).toBe(0);
    const full = deskOver({ writeFile: () => Promise.reject(new Error('ENOSPC /home/someone')) });
    const other = await full.desk.make(CHOICE);
    await expect(full.desk.save(other.id)).rejects.toMatchObject({ code: 'not-saved' });
  });

  test('saves the printed page under a dated name of its own', async () => {
    const { desk, written } = deskOver();
    const { id } = await desk.make(CHOICE);
    expect(await desk.savePdf(id)).toEqual({ saved: true });
    expect([...written.keys()]).toEqual(['/chosen/sweetspot-2026-11-09-2026-11-15.pdf']);
  });

  /** Needs under which every step of the work is a turn of its own. */
  function slowly(onRest: (turn: number) => void = () => undefined) {
    let atMs = 0;
    let turn = 0;
    const shares: number[] = [];
    const needs = {
      onProgress: (share: number) => shares.push(share),
      turns: {
        nowMs: () => (atMs += 100),
        rest: () => {
          onRest((turn += 1));
          return Promise.resolve();
        },
      },
    };
    return { needs, shares };
  }

  test('makes the same file in many turns as in one, and says how far it is', async () => {
    await fc.assert(
      fc.asyncProperty(choices, async (choice) => {
        const { needs, shares } = slowly();
        const [many, one] = [deskOver(needs), deskOver({ turns: { nowMs: () => 0 } })];
        const file = await many.desk.make(choice);
        expect(file).toEqual(await one.desk.make(choice));
        await many.desk.save(file.id);
        await one.desk.save(file.id);
        expect(many.written).toEqual(one.written);
        expect(shares.length).toBeGreaterThan(3);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(shares.at(-1)).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  test.each(['cancel', 'forget'] as const)('leaves nothing after %s halfway', async (way) => {
    const { needs, shares } = slowly((turn) => {
      if (turn === 2) desk[way]();
    });
    const { desk, written, copied } = deskOver(needs);
    await expect(desk.make(CHOICE)).rejects.toMatchObject({ code: 'cancelled' });
    expect(shares).toHaveLength(2);
    for (const id of [1, 2, 3]) {
      await expect(desk.save(id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect([...written, ...copied]).toEqual([]);
  });

  test('gives up a file for the next one, and never holds the one before it meanwhile', async () => {
    const { desk } = deskOver();
    const before = await desk.make(CHOICE);
    const { needs } = slowly();
    const slow = deskOver(needs).desk;
    const first = slow.make(CHOICE);
    const second = slow.make({ ...CHOICE, by: 'week' });
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect((await second).choice.by).toBe('week');
    desk.cancel();
    await expect(desk.save(before.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('never works longer between two turns than one part takes, so that samples go on', async () => {
    // Ten years with a span an hour; the clock goes by what is read, a hundredth of a millisecond a span.
    const hours = 10 * 366 * 24;
    const hour = 3_600_000;
    const fromMs = Date.UTC(2016, 10, 16);
    const decade = {
      from: '2016-11-16',
      to: '2026-11-15',
      by: 'span',
      includePrivate: true,
    } as const;
    let nowMs = 0;
    let worst = 0;
    let sampledAtMs = 0;
    let samples = 0;
    const spanOf = (index: number): Span => {
      const startedAtMs = fromMs + index * hour;
      const times = { startedAtMs, endedAtMs: startedAtMs + 60_000 };
      return {
        ...times,
        activity: 'feed',
        zone: 'Europe/Amsterdam',
        relabelled: false,
        manual: false,
      };
    };
    const spansBetween = (startMs: number, endMs: number): Span[] => {
      const first = Math.max(0, Math.floor((startMs - fromMs) / hour));
      const last = Math.min(hours, Math.ceil((endMs - fromMs) / hour));
      nowMs += Math.max(0, last - first) / 100;
      return Array.from({ length: Math.max(0, last - first) }, (_, index) => spanOf(first + index));
    };
    const { desk } = deskOver({
      view: () => ({
        spans: { lastBefore: () => spanOf(hours - 1), between: spansBetween },
        settings: DEFAULT_SETTINGS,
        nowMs: EXAMPLE_NOW_MS,
        zone: 'Europe/Amsterdam',
      }),
      turns: {
        nowMs: () => nowMs,
        rest: () => {
          // What waits for its turn, as the tracker's next sample does.
          worst = Math.max(worst, nowMs - sampledAtMs);
          sampledAtMs = nowMs;
          samples += 1;
          return Promise.resolve();
        },
      },
    });
    const file = await desk.make({ ...CHOICE, ...decade });
    expect(file.rows).toBeGreaterThan(80_000);
    expect(samples).toBeGreaterThan(50);
    // A turn of 20 ms, and the part of sixteen days and a bit that runs over it.
    expect(worst).toBeLessThan(20 + (18 * 24) / 100);
  }, 60_000);
});
