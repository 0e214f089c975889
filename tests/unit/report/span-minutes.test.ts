/** @file The rows of a report by span add up to what the report by day says, whatever the spans and the hours are. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportCsv } from '../../../electron/report/report.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { isoDateAt } from '../../../shared/domain/zone.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { anySchedule, anySpans } from '../../support/any-spans.ts';
import { AMSTERDAM, LATER_MS, instant, rulesWith } from '../../support/days.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(
  spans: readonly Span[],
  options: Partial<Parameters<typeof reportCsv>[2]> & { by: 'span' | 'day' },
  rules = rulesWith({}),
): Row[] {
  const repository = createSpanRepository(openMemoryDatabase());
  repository.apply({ saved: [...spans], removed: [] });
  const request = {
    from: '2026-11-16',
    to: '2026-11-22',
    includePrivate: false,
    nowMs: LATER_MS,
    ...options,
  };
  return parse(reportCsv(repository, rules, request, { delimiter: ',' }), {
    bom: true,
    columns: true,
  });
}

/** The minutes of LinkedIn that a row of a day has in all. */
function minutesOfDay(row: Row): number {
  return Object.entries(row)
    .filter(([column]) =>
      /^(networking|messaging|publishing|learning|sales|recruiting|marketing|feed|notifications|other|outside_hours|private)_min$/.test(
        column,
      ),
    )
    .reduce((sum, [, cell]) => sum + Number(cell), 0);
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('rows of spans', () => {
  test.each([1, 6, 15])(
    'add up to the minutes of the days, rounded to %i, over any shifts',
    (roundMinutes) => {
      fc.assert(
        fc.property(
          anySpans,
          fc.array(anySchedule, { maxLength: 2 }),
          fc.boolean(),
          (made, schedules, includePrivate) => {
            const { spans, from, to } = made;
            const rules = rulesWith({ schedules });
            const request = { from, to, includePrivate, roundMinutes };
            const bySpan = rowsOf(spans, { ...request, by: 'span' }, rules);
            const byDay = rowsOf(spans, { ...request, by: 'day' }, rules);
            expect(total(bySpan.map(({ minutes }) => Number(minutes)))).toBeCloseTo(
              total(byDay.map(minutesOfDay)),
            );
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test('add up day by day, and each is its own time to a minute', () => {
    const looks = Array.from({ length: 90 }, (_, index): Span => {
      const startedAtMs = instant('2026-11-16', '08:40') + index * 20 * 60_000;
      const activity = (['feed', 'messaging', 'networking'] as const)[index % 3] ?? 'feed';
      const endedAtMs = startedAtMs + 25_000 + (index % 7) * 11_000;
      return {
        startedAtMs,
        endedAtMs,
        activity,
        zone: AMSTERDAM,
        relabelled: false,
        manual: false,
      };
    });
    const bySpan = rowsOf(looks, { by: 'span' });
    expect(bySpan).toHaveLength(90);
    const byDay = rowsOf(looks, { by: 'day' });
    for (const day of byDay) {
      const own = bySpan.filter(({ start_local: start = '' }) =>
        start.startsWith(day['date'] ?? '-'),
      );
      expect(total(own.map(({ minutes }) => Number(minutes)))).toBe(minutesOfDay(day));
    }
    for (const row of bySpan) {
      const exact = (Date.parse(row['end'] ?? '') - Date.parse(row['start'] ?? '')) / 60_000;
      expect(Math.abs(Number(row['minutes']) - exact)).toBeLessThan(1);
    }
  });

  test('come in the order of the spans, all of them, over many days', () => {
    const spans = Array.from({ length: 400 }, (_, index): Span => {
      const startedAtMs = instant('2026-01-05', '23:50') + index * 21 * 3_600_000;
      const endedAtMs = startedAtMs + 20 * 60_000;
      return {
        startedAtMs,
        endedAtMs,
        activity: 'feed',
        zone: AMSTERDAM,
        relabelled: false,
        manual: false,
      };
    });
    const rows = rowsOf(spans, { by: 'span', from: '2026-01-01', to: '2026-12-31' });
    expect(rows.map(({ start }) => Date.parse(start ?? ''))).toEqual(
      spans.map(({ startedAtMs }) => startedAtMs),
    );
    expect(new Set(rows.map(({ minutes }) => minutes))).toEqual(new Set(['20']));
    expect(isoDateAt(AMSTERDAM, spans.at(-1)?.startedAtMs ?? 0)).toBe('2026-12-21');
  });

  test('have the time on the wall as spreadsheets take it, in the zone of the span', () => {
    const startedAtMs = instant('2026-11-17', '08:47:01') + 900;
    const [row] = rowsOf(
      [
        {
          startedAtMs,
          endedAtMs: startedAtMs + 60_000,
          activity: 'feed',
          zone: AMSTERDAM,
          relabelled: false,
          manual: false,
        },
      ],
      { by: 'span' },
    );
    expect(row).toMatchObject({
      start: '2026-11-17T08:47:01.900+01:00',
      start_local: '2026-11-17 08:47:01',
      end_local: '2026-11-17 08:48:01',
    });
  });
});
