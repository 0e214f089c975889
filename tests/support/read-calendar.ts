import ICAL from 'ical.js';

/** One entry as a calendar shows it, in UTC milliseconds. */
export interface ReadEntry {
  readonly startMs: number;
  readonly endMs: number;
  readonly title: string;
}

/** Most entries of one series: blocks on every day of more than a year. */
const MOST = 400;

/** Reads a calendar file with ical.js, which has no part in writing it, by the rules for the zone that the file brings. */
export function readCalendar(text: string): ReadEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  // Else a zone of another file that was read before would do.
  ICAL.TimezoneService.reset();
  const entries = calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    const lengthMs = event.duration.toSeconds() * 1000;
    const entry = (start: ICAL.Time): ReadEntry => {
      const startMs = start.toUnixTime() * 1000;
      return { startMs, endMs: startMs + lengthMs, title: event.summary };
    };
    if (!event.isRecurring()) return [entry(event.startDate)];
    const found: ReadEntry[] = [];
    const times = event.iterator();
    // Its types leave out that nothing is left at the end.
    const next = (): ICAL.Time | undefined => times.next();
    for (let time = next(); time; time = next()) {
      found.push(entry(time));
      if (found.length > MOST) throw new Error('The series does not end');
    }
    return found;
  });
  return entries.sort((a, b) => a.startMs - b.startMs);
}
