import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { addDays, mondayOf } from '../../../shared/domain/calendar.ts';
import type { WeekView } from '../../../shared/ipc/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { ExampleOffer, useIsExample } from '../../components/example.tsx';
import { FactItem, Facts } from '../../components/fact.tsx';
import { EditIcon, SaveIcon } from '../../components/icons.tsx';
import { Later } from '../../components/later.tsx';
import { PageHead, type TimeNavigation } from '../../components/page-head.tsx';
import { PlaceIcon } from '../../components/place-icon.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { useWords, weekNumber } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { buildWeekChart } from './build-week-chart.ts';
import { buildActivityTotals, buildWeekFacts } from '../../components/build-week-facts.ts';
import { PictureTools } from './picture-tools.tsx';
import { TotalsChart } from './totals-chart.tsx';
import { WeekChart } from './week-chart.tsx';
import { WeekLegend } from './week-legend.tsx';
import { weekTable } from './week-table.tsx';
import classes from './week-page.module.css';

function WeekFactsCard({ view }: { readonly view: WeekView }) {
  const words = useWords();
  const { t, format } = words;
  const facts = buildWeekFacts(view, words);
  const places = facts.places.filter(({ count }) => count > 0);
  return (
    <Facts label={t('week.facts.title')}>
      <FactItem
        label={facts.counted.label}
        help={`${t('reckoned.counted')} ${t('reckoned.rounding')}`}
        detail={facts.counted.detail}
      >
        {facts.counted.value}
      </FactItem>
      <FactItem
        label={t('week.facts.days')}
        help={t('reckoned.places')}
        detail={facts.daysDetail}
        wide
      >
        {places.length === 0 ? (
          t('week.facts.daysNone')
        ) : (
          <span className={classes.places}>
            {places.map(({ place, label, count }) => (
              <span key={place} className={classes.place}>
                <PlaceIcon place={place} />
                {format.number(count)}
                <span>{label}</span>
              </span>
            ))}
          </span>
        )}
      </FactItem>
      <FactItem
        label={facts.outside.label}
        help={t('reckoned.outside')}
        detail={facts.outside.detail}
      >
        {facts.outside.value}
      </FactItem>
      <FactItem
        label={facts.coverage.label}
        help={t('reckoned.measured')}
        detail={facts.coverage.detail}
      >
        {facts.coverage.value}
      </FactItem>
    </Facts>
  );
}

/** LinkedIn in working time, by what it was. */
function ActivityTotals({ view }: { readonly view: WeekView }) {
  const words = useWords();
  const { t } = words;
  const totals = buildActivityTotals(view, words);
  return (
    <ChartFrame
      title={t('week.by.title')}
      help={t('reckoned.inside')}
      summary={totals.summary}
      empty={totals.bars.length === 0 ? <></> : undefined}
      table={() => ({
        columns: [t('week.by.activity'), t('week.by.minutes')],
        rows: totals.bars.map(({ label, length }) => [label, length]),
      })}
    >
      <TotalsChart bars={totals.bars} longestMinutes={totals.longestMinutes} />
    </ChartFrame>
  );
}

/** The counted time next to that of the weeks before. */
function Comparison({ view }: { readonly view: WeekView }) {
  const words = useWords();
  const { t } = words;
  const { comparison, ownWork } = buildWeekFacts(view, words);
  return (
    <ChartFrame
      title={t('week.compare.title')}
      help={t('reckoned.counted')}
      summary={comparison.summary}
      table={() => ({
        columns: [t('page.week'), t('week.chart.counted')],
        rows: comparison.bars.map(({ label, length }) => [label, length]),
      })}
      legend={ownWork === null ? null : <p className="legend">{ownWork}</p>}
    >
      <TotalsChart bars={comparison.bars} longestMinutes={comparison.longestMinutes} />
    </ChartFrame>
  );
}

function WeekContent({ view }: { readonly view: WeekView }) {
  const words = useWords();
  const { t } = words;
  const openDay = useApp((state) => state.openDay);
  const week = buildWeekChart(view, words);
  const open = (isoDate: string) => {
    if (isoDate <= view.today) void openDay(isoDate === view.today ? null : isoDate);
  };
  const isExample = useIsExample();
  const isEmpty =
    view.mean === null && view.week.measuredMs === 0 && view.previous.measuredMs === 0;
  return (
    <>
      {isEmpty ? <ExampleOffer page="week" /> : null}
      <ChartFrame
        title={t('week.chart.title')}
        summary={week.summary}
        help={t('week.chart.help')}
        table={() => weekTable(week, words, open)}
        tools={isExample ? undefined : <PictureTools view={view} />}
        legend={<WeekLegend week={week} withBefore />}
      >
        <WeekChart week={week} withBefore onOpenDay={open} />
      </ChartFrame>
      <Later heights={[110, 230]}>
        <WeekFactsCard view={view} />
        <div className={classes.bottom}>
          <ActivityTotals view={view} />
          <Comparison view={view} />
        </div>
      </Later>
    </>
  );
}

/** Opens the review of the week; it says where there is a note in it. */
function ReviewButton({ view }: { readonly view: WeekView | undefined }) {
  const { t } = useWords();
  const shownWeek = useApp((state) => state.shownWeek);
  const openReview = useApp((state) => state.openReview);
  const loadNotes = useApp((state) => state.loadNotes);
  const hasNote = useApp(({ notes }) => notes.some(({ week }) => week === view?.week.week));
  useEffect(() => void loadNotes(), [loadNotes]);
  return (
    <Button
      variant="default"
      disabled={!view}
      leftSection={hasNote ? <EditIcon /> : null}
      aria-description={hasNote ? t('review.note.there') : undefined}
      title={hasNote ? t('review.note.there') : undefined}
      onClick={() => void openReview(shownWeek)}
    >
      {t('review.open', { week: view ? weekNumber(view.week.week) : '' })}
    </Button>
  );
}

function SaveButton() {
  const { t } = useWords();
  const saving = useApp((state) => state.saving);
  const saveWeek = useApp((state) => state.saveWeek);
  return (
    <span className={classes.save}>
      <span className={classes.saved} role="status">
        {saving.status === 'saved' ? t('week.saved') : ''}
      </span>
      <Button
        variant="default"
        leftSection={<SaveIcon />}
        disabled={saving.status === 'saving'}
        onClick={() => void saveWeek()}
      >
        {t(saving.status === 'saving' ? 'week.saving' : 'week.save')}
      </Button>
    </span>
  );
}

/** Going from the week that is shown to others. */
function useWeekNavigation(): TimeNavigation {
  const { t } = useWords();
  const week = useApp((state) => state.week);
  const showWeek = useApp((state) => state.showWeek);
  const shownWeek = useApp((state) => state.shownWeek);
  const view = valueOf(week);
  const from = view?.days.at(0)?.date;
  const to = view?.days.at(-1)?.date;
  const isCurrent =
    shownWeek === null ||
    (view !== undefined &&
      from !== undefined &&
      view.today >= from &&
      to !== undefined &&
      view.today <= to);
  const go = (days: number) => {
    if (from === undefined || !view) return;
    // Pressed again before the week has come, it goes on from the one that was asked for.
    const asked = week.status === 'changing' && shownWeek !== null ? mondayOf(shownWeek) : from;
    const next = addDays(asked, days);
    void showWeek(addDays(next, 6) >= view.today ? null : next);
  };
  return {
    previousLabel: t('week.previous'),
    nextLabel: t('week.next'),
    currentLabel: t('week.backToNow'),
    isCurrent,
    onPrevious: () => {
      go(-7);
    },
    onNext: () => {
      go(7);
    },
    onCurrent: () => void showWeek(null),
    jump: {
      label: t('keys.jumpWeek'),
      value: from ?? '',
      latest: view?.today ?? '',
      onJump: (chosen) => void showWeek(chosen),
    },
  };
}

/** One week next to what was agreed. */
export function WeekPage() {
  const { t, format } = useWords();
  const week = useApp((state) => state.week);
  const loadWeek = useApp((state) => state.loadWeek);
  const navigation = useWeekNavigation();
  const isExample = useIsExample();
  const view = valueOf(week);
  const from = view?.days.at(0)?.date;
  const to = view?.days.at(-1)?.date;
  return (
    <>
      <PageHead
        title={view ? t('week.number', { week: weekNumber(view.week.week) }) : t('page.week')}
        detail={from === undefined || to === undefined ? '' : format.dateRange(from, to)}
        navigation={navigation}
        actions={
          isExample ? null : (
            <>
              <ReviewButton view={view} />
              <SaveButton />
            </>
          )
        }
      />
      <RemoteView remote={week} heights={[470, 110, 200]} onRetry={() => void loadWeek()}>
        {(value) => <WeekContent view={value} />}
      </RemoteView>
    </>
  );
}
