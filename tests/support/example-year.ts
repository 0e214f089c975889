import type { LinkedInActivity } from '../../shared/domain/activity.ts';
import { addDays, datesOf, mondayOf, weekdayIndex } from '../../shared/domain/calendar.ts';
import type { Span } from '../../shared/domain/span.ts';
import { dayOf, EXAMPLE_SPANS } from './example-weeks.ts';

/** Working days on which nothing was measured, or that were holidays with the app closed. */
const CLOSED = ['2026-04-06', '2026-05-14', '2026-08-03', '2026-08-05', '2026-10-19'];
const KINDS: readonly LinkedInActivity[] = [
  'networking',
  'feed',
  'messaging',
  'publishing',
  'feed',
  'notifications',
  'networking',
  'learning',
];
const STARTS = [9, 11, 14, 16, 10, 13, 15] as const;

const two = (value: number) => String(value).padStart(2, '0');

/** One day with one to three stretches on LinkedIn; the same for the same number. */
function exampleDay(isoDate: string, index: number): Span[] {
  const lines = Array.from({ length: 1 + (index % 3) }, (_, nth) => {
    const hour = STARTS[(index + nth * 2) % STARTS.length] ?? 9;
    const minute = 2 + ((index * 7) % 25);
    const length = 3 + ((index * 11 + nth * 13) % 17);
    return [
      `${two(hour)}:${two(minute)}`,
      `${two(hour)}:${two(minute + length)}`,
      KINDS[(index * 3 + nth) % KINDS.length] ?? 'feed',
    ] as const;
  }).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const evening =
    index % 7 === 0 ? ([['20:10', `20:${14 + (index % 20)}`, 'networking']] as const) : [];
  return dayOf(
    isoDate,
    [
      ['09:00', '12:30'],
      ['13:00', '17:30'],
    ],
    [...lines, ...evening],
  );
}

/** From March 2026 to the example's own two weeks, which come last. Winter time throughout. */
export const EXAMPLE_YEAR: readonly Span[] = [
  ...datesOf('2026-03-02', addDays(mondayOf('2026-11-09'), -1))
    .filter((date) => weekdayIndex(date) < 5 && !CLOSED.includes(date))
    .flatMap(exampleDay),
  ...EXAMPLE_SPANS,
];
