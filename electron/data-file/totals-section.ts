import { z } from 'zod';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { isZone, isoDateAt } from '../../shared/domain/zone.ts';
import { spansOfRange } from '../storage/span-reader.ts';
import { FIRST_DATE, LAST_DATE, createDayTotals } from '../storage/day-totals.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { DataFileError, type DataSection, readRows } from './data-section.ts';

const NAME = 'dayTotals';

const ms = z.int().min(0);

const hourRow = z.strictObject({
  hour: z.int().min(0).max(23).describe('hour of the clock'),
  activity: z.enum(ACTIVITIES),
  insideMs: ms.describe('inside the working time that the day had'),
  outsideMs: ms,
  windowMs: ms.describe('the part of insideMs inside the fixed window that was agreed'),
});

const dayRow = z
  .strictObject({
    date: z.iso.date(),
    zone: z.string().max(64).describe('zone that the day is reckoned in'),
    last: z
      .strictObject({ zone: z.string().max(64), atMs: z.int() })
      .describe('zone of its last span, and when that began, to the quarter of an hour'),
    workingMs: ms,
    hours: z.array(hourRow).max(24 * ACTIVITIES.length),
  })
  .describe('what is kept of a day whose spans no longer are');

type DayRow = z.infer<typeof dayRow>;

function isRight({ date, zone, last, hours }: DayRow, dateBefore: string): boolean {
  const keys = new Set(hours.map(({ hour, activity }) => `${hour} ${activity}`));
  return (
    date > dateBefore &&
    isZone(zone) &&
    isZone(last.zone) &&
    keys.size === hours.length &&
    hours.every(({ insideMs, windowMs }) => windowMs <= insideMs)
  );
}

/** The days whose spans are no longer kept. A day of which there is anything here stays as it is. */
export const totalsSection: DataSection = {
  name: NAME,
  row: dayRow,
  read: (database) => createDayTotals(database).between(FIRST_DATE, LAST_DATE),
  check(rows) {
    const days = readRows(NAME, dayRow, rows);
    let dateBefore = '';
    for (const [index, day] of days.entries()) {
      if (!isRight(day, dateBefore)) throw new DataFileError('wrong-value', NAME, index + 1);
      dateBefore = day.date;
    }
    return (database) => {
      const totals = createDayTotals(database);
      const known = new Set(totals.between(FIRST_DATE, LAST_DATE).map(({ date }) => date));
      const [from, to] = [days.at(0)?.date, days.at(-1)?.date];
      if (from !== undefined && to !== undefined) {
        for (const span of spansOfRange(createSpanRepository(database), { from, to })) {
          known.add(isoDateAt(span.zone, span.startedAtMs));
          known.add(isoDateAt(span.zone, span.endedAtMs - 1));
        }
      }
      const added = days.filter(({ date }) => !known.has(date));
      return {
        added: added.length,
        fromMs: null,
        toMs: null,
        store: () => {
          totals.add(added);
        },
      };
    };
  },
};
