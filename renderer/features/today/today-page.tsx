import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { DayFigures } from '../../../shared/domain/figures.ts';
import { isLinkedIn } from '../../../shared/domain/activity.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Swatch, type SwatchKind } from '../../charts/swatch.tsx';
import { useIsExample } from '../../components/example.tsx';
import { LookAgain } from '../../components/look-again.tsx';
import { Later } from '../../components/later.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { localToday } from '../../i18n/since.ts';
import { durationOfMs, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { AddTime } from './add-time.tsx';
import { BlockGaugeChart } from './block-gauge-chart.tsx';
import { buildBlockGauge } from './build-block-gauge.ts';
import { buildModeShares, buildPurposeShares } from './build-shares.ts';
import { buildTimelineChart } from './build-timeline-chart.ts';
import { DayFacts } from './day-facts.tsx';
import { Nothing, TotalsOnly } from './day-without-spans.tsx';
import { SharesChart } from './shares-chart.tsx';
import { HandTimer } from './hand-timer.tsx';
import { neighbourDay } from './neighbour-day.ts';
import { useSpanDrag } from './span-drag.tsx';
import { type OpenedSpan, SpanList } from './span-list.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './today-page.module.css';
import { useTimerPlace } from './use-timer-place.ts';

function Block({ view }: { readonly view: DayView }) {
  const words = useWords();
  const { t } = words;
  const gauge = buildBlockGauge(view, words);
  return (
    <ChartFrame
      title={t('day.block.title')}
      summary={gauge.summary}
      quietSummary
      help={t('reckoned.counted')}
      table={() => ({
        columns: [t('day.shares.kind'), t('day.shares.minutes')],
        rows: gauge.rows.map(({ label, value }) => [label, value]),
      })}
    >
      <BlockGaugeChart gauge={gauge} />
    </ChartFrame>
  );
}

function Timeline({
  view,
  onOpenSpan,
}: {
  readonly view: DayView;
  onOpenSpan(startMs: number): void;
}) {
  const words = useWords();
  const { t } = words;
  const timeline = buildTimelineChart(view, words);
  const { zone, date } = view.figures;
  const isExample = useIsExample();
  const { onDragged, question } = useSpanDrag(zone, date);
  const { working } = timeline;
  const signs: readonly { readonly kind: SwatchKind; readonly label: string }[] = [
    ...(working.length > 0 ? [{ kind: 'working', label: t('day.timeline.working') } as const] : []),
    ...(timeline.window.length > 0
      ? [{ kind: 'window', label: t('day.timeline.window') } as const]
      : []),
    ...(timeline.notMeasured.length > 0
      ? [{ kind: 'not-measured', label: t('day.timeline.notMeasured') } as const]
      : []),
  ];
  return (
    <ChartFrame
      title={t('day.timeline.title')}
      summary={timeline.summary}
      help={t('day.timeline.help')}
      empty={timeline.marks.length + working.length === 0 ? <></> : undefined}
      legend={
        <ul className="legend">
          {signs.map(({ kind, label }) => (
            <li key={kind}>
              <Swatch kind={kind} />
              {label}
            </li>
          ))}
        </ul>
      }
      table={() => ({
        columns: [t('day.spans.activity'), t('day.spans.time'), t('day.spans.length')],
        rows: timeline.marks.map(({ label, time, length }) => [label, time, length]),
      })}
    >
      <TimelineChart
        timeline={timeline}
        zone={zone}
        onOpenSpan={onOpenSpan}
        onDragged={isExample || view.isCondensed ? undefined : onDragged}
      />
      {question}
    </ChartFrame>
  );
}

function Shares({ view }: { readonly view: DayView }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="card" aria-label={t('day.shares.title')}>
      <SharesChart title={t('day.shares.title')} shares={buildPurposeShares(view.figures, words)} />
      <SharesChart
        title={t('day.shares.modeTitle')}
        shares={buildModeShares(view.figures, words)}
        help={t('day.shares.help')}
      />
    </section>
  );
}

/** One line of the last working day, until today has something of its own. */
function LastDay({ figures }: { readonly figures: DayFigures }) {
  const words = useWords();
  const { t, format } = words;
  const openDay = useApp((state) => state.openDay);
  const { date, countedMs, place } = figures;
  const day = `${format.weekdayLong(date)} ${format.dateShort(date)}`;
  return (
    <p className={classes.lastDay}>
      {t('day.lastDay', {
        day,
        counted: durationOfMs(words, countedMs),
        place: place === null ? NO_FIGURE : t(`place.${place}`),
      })}{' '}
      <UnstyledButton
        className={buttons.link}
        aria-label={`${t('day.openLastDay')}: ${day}`}
        onClick={() => void openDay(date)}
      >
        {t('day.openLastDay')}
      </UnstyledButton>
    </p>
  );
}

function Day({ view }: { readonly view: DayView }) {
  const hasLinkedIn = view.spans.some((span) => isLinkedIn(span.activity));
  const [opened, setOpened] = useState<OpenedSpan | null>(null);
  const isExample = useIsExample();
  return (
    <>
      {view.lastDay ? <LastDay figures={view.lastDay} /> : null}
      <div className={classes.top}>
        <Block view={view} />
        <Timeline
          view={view}
          onOpenSpan={(startMs) => {
            setOpened({ startMs });
          }}
        />
      </div>
      <Later heights={[110, 260]}>
        <DayFacts view={view} />
        {hasLinkedIn || view.isCondensed ? (
          <div className={classes.bottom}>
            <div className={classes.left}>
              {view.isCondensed ? <TotalsOnly /> : null}
              {hasLinkedIn ? <SpanList view={view} opened={opened} /> : null}
            </div>
            <Shares view={view} />
          </div>
        ) : (
          <Nothing view={view} />
        )}
        {view.isCondensed || isExample ? null : (
          <AddTime zone={view.figures.zone} date={view.figures.date} />
        )}
      </Later>
    </>
  );
}

/** Says in one line why a window of today could be seen and is not measured. */
function Untold() {
  const { t } = useWords();
  const untold = useApp((state) => valueOf(state.tracker)?.untold ?? null);
  return untold === null ? null : (
    <p className="muted" role="note">
      {t(`reason.today.${untold}`)}
    </p>
  );
}

/** Today, or another day that was chosen. */
export function TodayPage() {
  const { t, format } = useWords();
  const day = useApp((state) => state.day);
  const shownDay = useApp((state) => state.shownDay);
  const openDay = useApp((state) => state.openDay);
  const loadDay = useApp((state) => state.loadDay);
  const timerPlace = useTimerPlace();
  const isExample = useIsExample();
  const view = valueOf(day);
  const date = view?.figures.date;
  const isToday = shownDay === null || (view !== undefined && view.nowMs < view.day.endMs);
  const go = (days: number) => {
    // Pressed again before the day has come, it goes on from the one that was asked for.
    if (view) void openDay(neighbourDay(view, day.status === 'changing' ? shownDay : null, days));
  };
  return (
    <>
      <PageHead
        title={isToday || date === undefined ? t('page.today') : format.weekdayLong(date)}
        detail={
          date === undefined ? '' : isToday ? format.dateLong(date) : format.dateRange(date, date)
        }
        navigation={{
          previousLabel: t('day.previous'),
          nextLabel: t('day.next'),
          currentLabel: t('day.backToToday'),
          isCurrent: isToday,
          onPrevious: () => {
            go(-1);
          },
          onNext: () => {
            go(1);
          },
          onCurrent: () => void openDay(null),
          jump: {
            label: t('keys.jumpDay'),
            value: date ?? '',
            latest: localToday(),
            onJump: (chosen) => void openDay(chosen === localToday() ? null : chosen),
          },
        }}
      />
      {isToday && !isExample ? <LookAgain /> : null}
      {isToday && !isExample && timerPlace === 'above' ? <HandTimer place="above" /> : null}
      <RemoteView remote={day} heights={[340, 110, 260]} onRetry={() => void loadDay()}>
        {(value) => <Day view={value} />}
      </RemoteView>
      {isToday && !isExample ? <Untold /> : null}
      {/* In the same frame as what stands above it, or that would push it down. */}
      <Later heights={[]}>
        {isToday && !isExample && timerPlace === 'below' ? <HandTimer place="below" /> : null}
      </Later>
    </>
  );
}
