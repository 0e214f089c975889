import { useState } from 'react';
import type { TrendsView } from '../../../shared/ipc/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { ExampleOffer } from '../../components/example.tsx';
import { Later } from '../../components/later.tsx';
import { PageHead, type TimeNavigation } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { durationText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { buildHeatMap, heatText } from './build-heat-map.ts';
import { buildPurposeMix } from './build-purpose-mix.ts';
import { firstMonth } from './build-month.ts';
import { buildYearCalendar } from './build-year-calendar.ts';
import { HeatMapChart } from './heat-map-chart.tsx';
import { MixChart } from './mix-chart.tsx';
import { MONTH_SECTION, MonthCard } from './month-card.tsx';
import { Legend, type TrendCardProps } from './trend-card.tsx';
import { WeeksCard } from './weeks-card.tsx';
import { DaySwatch, YearCalendarChart } from './year-calendar-chart.tsx';

function MixCard({ view, onOpenWeek }: TrendCardProps) {
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

function YearCard({ view, onOpenWeek }: TrendCardProps) {
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

/** Going from the year that is shown to others. */
function useYearNavigation(view: TrendsView | undefined): TimeNavigation {
  const { t } = useWords();
  const showYear = useApp((state) => state.showYear);
  const thisYear = Number(view?.today.slice(0, 4));
  const go = (years: number) => {
    if (!view) return;
    const next = view.year + years;
    void showYear(next >= thisYear ? null : next);
  };
  return {
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
  };
}

/** Twelve weeks and a year, from which a week and then a day can be opened. */
export function TrendsPage() {
  const { t, format } = useWords();
  const trends = useApp((state) => state.trends);
  const loadTrends = useApp((state) => state.loadTrends);
  const openWeek = useApp((state) => state.openWeek);
  const [month, setMonth] = useState<string>();
  const view = valueOf(trends);
  const from = view?.weeks.at(0)?.from;
  const to = view?.weeks.at(-1)?.to;
  const navigation = useYearNavigation(view);
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
        navigation={navigation}
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
