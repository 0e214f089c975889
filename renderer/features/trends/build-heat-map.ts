import { addDays } from '../../../shared/domain/calendar.ts';
import { HOUR_MS } from '../../../shared/domain/rounding.ts';
import type { TrendsView } from '../../../shared/ipc/views.ts';
import { NO_FIGURE, wholeMinutes } from '../../i18n/format.ts';
import { durationText, minutesText, type Words } from '../../i18n/words.ts';

/** Any Monday: only the names of weekdays and hours are written. */
const A_MONDAY = '2024-01-01';
/** Hours that are always shown, so that a first week looks like a week. */
const USUAL_HOURS = [8, 18] as const;
const LEVELS = 4;

/** One hour of one weekday. */
export interface HeatCell {
  readonly column: number;
  readonly row: number;
  /** Whole minutes; null where that hour was never measured. */
  readonly minutes: number | null;
  /** 0 without time, else 1 to 4 in steps of the longest. */
  readonly level: number;
  /** What it is, as `Tuesday, 10:00 to 11:00`. */
  readonly name: string;
  /** What it has, as `12 min`. */
  readonly value: string;
}

/** All that the heat map draws and says. */
export interface HeatMap {
  readonly hours: readonly { readonly hour: number; readonly label: string }[];
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** Row by row. */
  readonly cells: readonly HeatCell[];
  /** Minutes of the fullest hour. */
  readonly most: number;
  readonly hasNotMeasured: boolean;
  readonly summary: string;
}

/** Shapes the LinkedIn time of the twelve weeks by weekday and hour. */
export function buildHeatMap({ hours: figures }: TrendsView, words: Words): HeatMap {
  const { t, format } = words;
  const clock = (hour: number) => format.time(hour * HOUR_MS, 'UTC');
  const used = figures.filter(({ linkedInMs }) => linkedInMs > 0).map(({ hour }) => hour);
  const first = Math.min(USUAL_HOURS[0], ...used);
  const last = Math.max(USUAL_HOURS[1] - 1, ...used);
  const weekdays = Array.from({ length: 7 }, (_, index) => {
    const date = addDays(A_MONDAY, index);
    return { short: format.weekdayShort(date), long: format.weekdayLong(date) };
  });
  const shown = figures.filter(({ hour }) => hour >= first && hour <= last);
  const most = Math.max(0, ...shown.map(({ linkedInMs }) => wholeMinutes(linkedInMs)));
  const cells = shown.map(({ weekday, hour, linkedInMs, measuredMs }): HeatCell => {
    const minutes = measuredMs > 0 ? wholeMinutes(linkedInMs) : null;
    return {
      column: hour - first,
      row: weekday,
      minutes,
      level: minutes === null || minutes === 0 ? 0 : Math.ceil((minutes / most) * LEVELS),
      name: t('trends.hours.cell', {
        weekday: weekdays[weekday]?.long ?? '',
        from: clock(hour),
        to: clock(hour + 1),
      }),
      value: minutes === null ? t('place.no-data') : minutesText(words, minutes),
    };
  });
  const fullest = shown.reduce<(typeof shown)[number] | undefined>(
    (best, one) => (best && best.linkedInMs >= one.linkedInMs ? best : one),
    undefined,
  );
  const totalMs = figures.reduce((sum, { linkedInMs }) => sum + linkedInMs, 0);
  return {
    hours: Array.from({ length: last - first + 1 }, (_, index) => ({
      hour: first + index,
      label: clock(first + index),
    })),
    weekdays,
    cells,
    most,
    hasNotMeasured: cells.some(({ minutes }) => minutes === null),
    summary:
      fullest && fullest.linkedInMs > 0
        ? t('trends.hours.summary', {
            weekday: weekdays[fullest.weekday]?.long ?? '',
            from: clock(fullest.hour),
            to: clock(fullest.hour + 1),
            minutes: durationText(words, wholeMinutes(fullest.linkedInMs)),
            total: durationText(words, wholeMinutes(totalMs)),
          })
        : t('trends.hours.summaryNone'),
  };
}

/** A cell of the table twin. */
export function heatText({ minutes }: HeatCell, { format }: Words): string {
  return minutes === null ? NO_FIGURE : format.number(minutes);
}
