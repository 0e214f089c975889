import { addDays, daysBetween } from '../../../shared/domain/calendar.ts';
import type { DayView } from '../../../shared/ipc/views.ts';

/**
 * The day some days before or after one.
 *
 * @param view what is known, which may be an older day while the one to go from is on its way.
 * @param from the day to go from; null for the one of the view.
 * @returns null for the present day: asked for as such, it goes on to the next one at midnight.
 */
export function neighbourDay(
  {
    figures,
    day,
    nowMs,
  }: Pick<DayView, 'day' | 'nowMs'> & {
    readonly figures: Pick<DayView['figures'], 'date'>;
  },
  from: string | null,
  days: number,
): string | null {
  const next = addDays(from ?? figures.date, days);
  const endMs = day.endMs + daysBetween(figures.date, next) * (day.endMs - day.startMs);
  return days > 0 && nowMs < endMs ? null : next;
}
