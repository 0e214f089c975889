import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { dayIntervals, isoDateAt } from '../../shared/domain/zone.ts';
import { seededSpans } from './ten-years.ts';

/** Ten years of spans that end now, with some of today whatever the time. */
export function fillUntilNow(dir: string): void {
  const nowMs = Date.now();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = isoDateAt(zone, nowMs);
  const [day] = dayIntervals(zone, today);
  const database = openDatabase(dataFolder(dir));
  const repository = createSpanRepository(database);
  repository.apply({
    saved: seededSpans({ from: addDays(today, -3654), to: addDays(today, -1) }),
    removed: [],
  });
  const startMs = day?.startMs ?? nowMs;
  const lengthMs = Math.floor((nowMs - startMs) / 50);
  repository.apply({
    saved: Array.from({ length: 50 }, (_, index) => ({
      startedAtMs: startMs + index * lengthMs,
      endedAtMs: startMs + (index + 1) * lengthMs,
      activity: index % 2 === 0 ? 'elsewhere' : 'networking',
      zone,
      relabelled: false,
      manual: false,
    })),
    removed: repository.between(startMs, nowMs).map(({ startedAtMs }) => startedAtMs),
  });
  database.close();
}
