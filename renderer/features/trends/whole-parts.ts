import { insideParts } from '../../../shared/domain/report.ts';
import { MINUTE_MS, shareOut } from '../../../shared/domain/rounding.ts';
import type { PurposePart, TrendWeek } from '../../../shared/ipc/views.ts';

/** A part of a week's LinkedIn time in working time, in whole minutes. */
export interface WholePart extends Pick<PurposePart, 'activity' | 'purpose' | 'counts'> {
  readonly minutes: number;
}

/**
 * The parts of a week in whole minutes. They are rounded as the report rounds the week, so that whatever
 * they are added up by, activity or purpose, the sums are those of the Week page and of the report.
 */
export function wholeParts(week: TrendWeek): WholePart[] {
  return insideParts(week, MINUTE_MS).flatMap(({ activity, counts, units }) => {
    const parts = week.parts.filter((part) => part.activity === activity && part.counts === counts);
    const minutes = shareOut(
      units,
      parts.map(({ ms }) => ms),
      MINUTE_MS,
    );
    return parts.map(({ purpose }, index) => ({
      activity,
      purpose,
      counts,
      minutes: minutes[index] ?? 0,
    }));
  });
}
