import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { TrendsView } from '../../../shared/ipc/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Swatch, type SwatchKind } from '../../charts/swatch.tsx';
import { ExampleOffer } from '../../components/example.tsx';
import { Later } from '../../components/later.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { durationText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { buildHeatMap, heatText } from './build-heat-map.ts';
import { buildPurposeMix } from './build-purpose-mix.ts';
import { firstMonth } from './build-month.ts';
import { buildWeeksTrend, type Division, type Unit } from './build-weeks-trend.ts';
import { buildYearCalendar } from './build-year-calendar.ts';
import { HeatMapChart } from './heat-map-chart.tsx';
import { MixChart } from './mix-chart.tsx';
import { MONTH_SECTION, MonthCard } from './month-card.tsx';
import { seriesText, WeeksChart } from './weeks-chart.tsx';
import { DaySwatch, YearCalendarChart } from './year-calendar-chart.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './trends-page.module.css';

interface CardProps {
  readonly view: TrendsView;
  onOpenWeek(isoDate: string): void;
}

function Legend({ signs }: { signs: readonly (readonly [kind: SwatchKind, label: string])[] }) {
  return (
    <ul className="legend">
      {signs.map(([kind, label]) => (
        <li key={kind}>
          <Swatch kind={kind} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The name of a week in a table, which opens it. */
function WeekLink({ short, onOpen }: { readonly short: string; onOpen(): void }) {
  const { t } = useWords();
  return (
    <UnstyledButton
      className={buttons.link}
      aria-label={t('trends.weeks.open', { week: short })}
      onClick={onOpen}
    >
      {short}
    </UnstyledButton>
  );
}

function WeeksCard({
  view,
  onOpenWeek,
  onOpenMonth,
}: CardProps & { onOpenMonth(isoDate: string): void }) {
  const words = useWords();
  const { t, format } = words;
  const [division, setDivision] = useState<Division>('activity');
  const [unit, setUnit] = useState<Unit>('week');
  const trend = buildWeeksTrend(view, division, words, unit);
  const open = unit === 'month' ? onOpenMonth : onOpenWeek;
  const of = unit === 'month' ? 'months' : 'weeks';
  const minutes = (value: number) => durationText(words, value);
  return (
    <ChartFrame
      title={t(`trends.${of}.title`)}
      summary={trend.summary}
      help={t(`trends.${of}.help`)}
      table={() => ({
        columns: [
          t(`trends.${of}.week`),
          t('trends.weeks.counted'),
          ...trend.series.map((series) => seriesText(words, series)),
          t('trends.weeks.allowance'),
          t('trends.weeks.measured'),
        ],
        rows: trend.points.map((point) => [
          <WeekLink
            key="week"
            short={point.short}
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
      })}
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
      <div className={classes.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t('trends.weeks.per')}
          value={unit}
          data={[
            { value: 'week', label: t('trends.weeks.perWeek') },
            { value: 'month', label: t('trends.weeks.perMonth') },
          ]}
          onChange={setUnit}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('trends.weeks.by')}
          value={division}
          data={[
            { value: 'activity', label: t('trends.weeks.byActivity') },
            { value: 'purpose', label: t('trends.weeks.byPurpose') },
          ]}
          onChange={setDivision}
        />
      </div>
      <WeeksChart trend={trend} onOpenWeek={open} />
    </ChartFrame>
  );
}

function MixCard({ view, onOpenWeek }: CardProps) {
  const words = useWords();
  const { t } = words;
  const mix = buildPurposeMix(view, words);
  return (
    <ChartFrame
      title={t('trends.mix.title')}
      summary={mix.summary}
      help={t('trends.mix.help')}
      empty={mix.purposes.length === 0 ? <></> : undefined}
      table={() => ({
        columns: [
          t('trends.weeks.week'),
          ...mix.purposes.map((purpose) => t(`purpose.${purpose}`)),
          t('trends.mix.total'),
        ],
        rows: mix.points.map((point) => [
          point.short,
          ...mix.purposes.map((purpose) => durationText(words, point.minutes[purpose])),
          durationText(words, point.totalMinutes),
        ]),
      })}
      legend={
        <Legend
          signs={mix.purposes.map((purpose) => [purpose, t(`purpose.${purpose}`)] as const)}
        />
      }
    >
      <MixChart mix={mix} onOpenWeek={onOpenWeek} />
    </ChartFrame>
  );
}

function HoursCard({ view }: { readonly view: TrendsView }) {
  const words = useWords();
  const { t } = words;
  const map = buildHeatMap(view, words);
  return (
    <ChartFrame
      title={t('trends.hours.title')}
      summary={map.summary}
      help={t('trends.hours.help')}
      table={() => ({
        columns: [t('trends.hours.weekday'), ...map.hours.map(({ label }) => label)],
        rows: map.weekdays.map(({ long }, weekday) => [
          long,
          ...map.cells.filter(({ row }) => row === weekday).map((cell) => heatText(cell, words)),
        ]),
      })}
      legend={map.hasNotMeasured ? <Legend signs={[['not-measured', t('place.no-data')]]} /> : null}
    >
      <HeatMapChart map={map} />
    </ChartFrame>
  );
}

function YearCard({ view, onOpenWeek }: CardProps) {
  const words = useWords();
  const { t, format } = words;
  const calendar = buildYearCalendar(view, words);
  return (
    <ChartFrame
      title={t('trends.year.title')}
      summary={calendar.summary}
      help={t('trends.year.help')}
      table={() => ({
        columns: [
          t('trends.year.day'),
          t('week.chart.place'),
          t('trends.weeks.counted'),
          t('trends.weeks.measured'),
        ],
        rows: calendar.cells
          .filter(({ countedMinutes }) => countedMinutes !== null)
          .map(({ name, standing, countedMinutes, coverage }) => [
            name,
            standing === 'none' ? NO_FIGURE : t(`place.${standing}`),
            durationText(words, countedMinutes ?? 0),
            format.percent(coverage ?? 0),
          ]),
      })}
      legend={
        <ul className="legend">
          {calendar.standings.map((standing) =>
            standing === 'none' ? null : (
              <li key={standing}>
                <DaySwatch standing={standing} />
                {t(`place.${standing}`)}
              </li>
            ),
          )}
        </ul>
      }
    >
      <YearCalendarChart calendar={calendar} onOpenWeek={onOpenWeek} />
    </ChartFrame>
  );
}

/** Twelve weeks and a year, from which a week and then a day can be opened. */
export function TrendsPage() {
  const { t, format } = useWords();
  const trends = useApp((state) => state.trends);
  const showYear = useApp((state) => state.showYear);
  const loadTrends = useApp((state) => state.loadTrends);
  const openWeek = useApp((state) => state.openWeek);
  const [month, setMonth] = useState<string>();
  const view = valueOf(trends);
  const from = view?.weeks.at(0)?.from;
  const to = view?.weeks.at(-1)?.to;
  const thisYear = Number(view?.today.slice(0, 4));
  const go = (years: number) => {
    if (!view) return;
    const next = view.year + years;
    void showYear(next >= thisYear ? null : next);
  };
  const onOpenWeek = (isoDate: string) => void openWeek(isoDate);
  return (
    <>
      <PageHead
        title={t('page.trends')}
        detail={
          view && from !== undefined && to !== undefined
            ? t('trends.detail', { year: view.year, range: format.dateRange(from, to) })
            : ''
        }
        navigation={{
          previousLabel: t('trends.previous'),
          nextLabel: t('trends.next'),
          currentLabel: t('trends.backToNow'),
          isCurrent: view === undefined || view.year === thisYear,
          onPrevious: () => {
            go(-1);
          },
          onNext: () => {
            go(1);
          },
          onCurrent: () => void showYear(null),
        }}
      />
      <RemoteView remote={trends} heights={[460, 280, 330]} onRetry={() => void loadTrends()}>
        {(value) => (
          <>
            {value.weeks.every(({ measuredMs }) => measuredMs === 0) ? (
              <ExampleOffer page="trends" />
            ) : null}
            <WeeksCard
              view={value}
              onOpenWeek={onOpenWeek}
              onOpenMonth={(isoDate) => {
                setMonth(isoDate.slice(0, 7));
                document.getElementById(MONTH_SECTION)?.focus();
              }}
            />
            <Later heights={[400, 330, 370, 330]}>
              <MonthCard
                month={month?.startsWith(`${value.year}-`) ? month : firstMonth(value)}
                view={value}
                onChange={setMonth}
                onOpenWeek={onOpenWeek}
              />
              <YearCard view={value} onOpenWeek={onOpenWeek} />
              <HoursCard view={value} />
              <MixCard view={value} onOpenWeek={onOpenWeek} />
            </Later>
          </>
        )}
      </RemoteView>
    </>
  );
}
