import { UnstyledButton } from '@mantine/core';
import type { ChartTable } from '../../charts/chart-frame.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { blockText, durationText, type Words } from '../../i18n/words.ts';
import { hasCounted, type WeekChart as Week, type WeekPoint } from './build-week-chart.ts';
import buttons from '../../components/quiet-button.module.css';

/** The chart's numbers; the name of a day opens it. */
export function weekTable(
  week: Week,
  words: Words,
  onOpenDay: (isoDate: string) => void,
): ChartTable {
  const { t, format } = words;
  const minutes = (value: number) => durationText(words, value);
  const nameOf = (point: WeekPoint) => `${point.weekday} ${format.dateShort(point.date)}`;
  const counted = (point: WeekPoint, value: number) =>
    hasCounted(point) ? minutes(value) : NO_FIGURE;
  return {
    columns: [
      t('week.chart.day'),
      t('week.chart.place'),
      t('week.chart.agreed'),
      t('week.chart.counted'),
      ...week.series.map((activity) => t(`activity.${activity}`)),
      ...(week.hasOutside ? [t('week.chart.outside')] : []),
      ...(week.hasPrivate ? [t('activity.private')] : []),
      ...(week.hasPrivateOutside ? [t('week.chart.privateOutside')] : []),
      ...(week.hasOwnWork ? [t('week.chart.ownWork')] : []),
      ...(week.hasBefore ? [t('week.chart.before')] : []),
      t('week.chart.coverage'),
    ],
    rows: week.points.map((point) => [
      <UnstyledButton
        key="day"
        className={buttons.link}
        aria-label={t('week.chart.open', { day: nameOf(point) })}
        onClick={() => {
          onOpenDay(point.date);
        }}
      >
        {nameOf(point)}
      </UnstyledButton>,
      point.standing === 'none' ? NO_FIGURE : t(`place.${point.standing}`),
      point.block === null ? NO_FIGURE : blockText(words, point.block[0], point.block[1]),
      counted(point, point.countedMinutes),
      ...week.series.map((activity) => counted(point, point.counted[activity] ?? 0)),
      ...(week.hasOutside ? [minutes(point.outsideMinutes)] : []),
      ...(week.hasPrivate ? [minutes(point.privateMinutes)] : []),
      ...(week.hasPrivateOutside ? [minutes(point.privateOutsideMinutes)] : []),
      ...(week.hasOwnWork ? [minutes(point.ownWorkMinutes)] : []),
      ...(week.hasBefore
        ? [point.beforeMinutes === null ? NO_FIGURE : minutes(point.beforeMinutes)]
        : []),
      hasCounted(point) ? format.percent(point.coverage) : NO_FIGURE,
    ]),
  };
}
