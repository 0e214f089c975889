import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { ChartFrame, type ChartTable } from '../../charts/chart-frame.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { durationText, useWords, type Words } from '../../i18n/words.ts';
import { buildWeeksTrend, type Division, type Unit, type WeeksTrend } from './build-weeks-trend.ts';
import { Legend, type TrendCardProps } from './trend-card.tsx';
import { seriesText, WeeksChart } from './weeks-chart.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './trends-page.module.css';

/** The name of a week or a month in a table, which opens it. */
function PeriodLink({
  short,
  name,
  onOpen,
}: {
  readonly short: string;
  readonly name: string;
  onOpen(): void;
}) {
  const { t } = useWords();
  return (
    <UnstyledButton
      className={buttons.link}
      aria-label={t('trends.open', { name })}
      onClick={onOpen}
    >
      {short}
    </UnstyledButton>
  );
}

/** The numbers of the chart; the name of a week or month opens it. */
function tableOf(
  trend: WeeksTrend,
  of: 'weeks' | 'months',
  words: Words,
  open: (isoDate: string) => void,
): ChartTable {
  const { t, format } = words;
  const minutes = (value: number) => durationText(words, value);
  return {
    columns: [
      t(`trends.${of}.week`),
      t('trends.weeks.counted'),
      ...trend.series.map((series) => seriesText(words, series)),
      t('trends.weeks.allowance'),
      t('trends.weeks.measured'),
    ],
    rows: trend.points.map((point) => [
      <PeriodLink
        key="period"
        short={point.short}
        name={of === 'months' ? point.name : point.short}
        onOpen={() => {
          open(point.from);
        }}
      />,
      point.isMeasured ? minutes(point.countedMinutes) : NO_FIGURE,
      ...trend.series.map((series) =>
        point.isMeasured ? minutes(point.counted[series] ?? 0) : NO_FIGURE,
      ),
      point.allowanceMinutes === null ? NO_FIGURE : minutes(point.allowanceMinutes),
      point.coverage === null ? NO_FIGURE : format.percent(point.coverage),
    ]),
  };
}

/** By what the bars are: a week or month each, in activities or purposes. */
function Choices({
  unit,
  division,
  onUnit,
  onDivision,
}: {
  readonly unit: Unit;
  readonly division: Division;
  onUnit(unit: Unit): void;
  onDivision(division: Division): void;
}) {
  const { t } = useWords();
  return (
    <div className={classes.choices}>
      <SegmentedControl
        size="xs"
        aria-label={t('trends.weeks.per')}
        value={unit}
        data={[
          { value: 'week', label: t('trends.weeks.perWeek') },
          { value: 'month', label: t('trends.weeks.perMonth') },
        ]}
        onChange={onUnit}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('trends.weeks.by')}
        value={division}
        data={[
          { value: 'activity', label: t('trends.weeks.byActivity') },
          { value: 'purpose', label: t('trends.weeks.byPurpose') },
        ]}
        onChange={onDivision}
      />
    </div>
  );
}

/** The weeks of the trends, or the months, next to what was agreed. */
export function WeeksCard({
  view,
  onOpenWeek,
  onOpenMonth,
}: TrendCardProps & { onOpenMonth(isoDate: string): void }) {
  const words = useWords();
  const { t } = words;
  const [division, setDivision] = useState<Division>('activity');
  const [unit, setUnit] = useState<Unit>('week');
  const trend = buildWeeksTrend(view, division, words, unit);
  const open = unit === 'month' ? onOpenMonth : onOpenWeek;
  const of = unit === 'month' ? 'months' : 'weeks';
  return (
    <ChartFrame
      title={t(`trends.${of}.title`)}
      summary={trend.summary}
      help={t(`trends.${of}.help`)}
      table={() => tableOf(trend, of, words, open)}
      legend={
        <Legend
          signs={[
            ...trend.series.map((series) => [series, seriesText(words, series)] as const),
            ...(trend.hasAllowance ? [['allowance', t('trends.weeks.allowance')] as const] : []),
            ...(trend.hasNotMeasured ? [['not-measured', t('place.no-data')] as const] : []),
          ]}
        />
      }
    >
      <Choices unit={unit} division={division} onUnit={setUnit} onDivision={setDivision} />
      <WeeksChart trend={trend} onOpenWeek={open} />
    </ChartFrame>
  );
}
