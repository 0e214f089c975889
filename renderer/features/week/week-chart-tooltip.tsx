import { ChartTooltip, type TooltipLine } from '../../charts/chart-tooltip.tsx';
import { blockText, durationText, useWords, type Words } from '../../i18n/words.ts';
import { type WeekChart as Week, type WeekPoint, hasCounted } from './build-week-chart.ts';

function linesOf(point: WeekPoint, series: Week['series'], words: Words): TooltipLine[] {
  const { t, format } = words;
  const line = (label: string, minutes: number, kind?: TooltipLine['kind']): TooltipLine[] =>
    minutes > 0
      ? [{ label, value: durationText(words, minutes), ...(kind === undefined ? {} : { kind }) }]
      : [];
  return [
    ...(hasCounted(point)
      ? [
          {
            label: t('week.chart.counted'),
            value: durationText(words, point.countedMinutes),
            strong: true,
          },
        ]
      : []),
    ...[...series].reverse().flatMap((id) => line(t(`activity.${id}`), point.counted[id] ?? 0, id)),
    ...line(t('week.chart.outside'), point.outsideMinutes, 'outside'),
    ...line(t('activity.private'), point.privateMinutes, 'private'),
    ...line(t('week.chart.privateOutside'), point.privateOutsideMinutes, 'private'),
    ...line(t('week.chart.ownWork'), point.ownWorkMinutes),
    ...(point.unmeasuredFrom > 0 && point.unmeasuredFrom < 1
      ? [
          {
            label: t('week.chart.coverage'),
            value: format.percent(point.coverage),
            kind: 'not-measured' as const,
          },
        ]
      : []),
    ...line(t('week.chart.before'), point.beforeMinutes ?? 0, 'before'),
  ];
}

/** All that is known of a day of the week, for as long as it is pointed at. */
export function DayTooltip({ point, week }: { readonly point: WeekPoint; readonly week: Week }) {
  const words = useWords();
  const { t } = words;
  const { block, standing } = point;
  const place = standing === 'none' ? '' : t(`place.${standing}`);
  const agreed =
    block === null ? '' : t('week.chart.band', { range: blockText(words, block[0], block[1]) });
  const note = [place, agreed].filter(Boolean).join(' · ');
  return (
    <ChartTooltip
      title={point.name}
      lines={linesOf(point, week.series, words)}
      {...(note === '' ? {} : { note })}
    />
  );
}
