import { Button, Menu } from '@mantine/core';
import { useEffect, useState } from 'react';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import { durationText, useWords, type Words } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import { useApp } from '../store/use-app.ts';
import { PAUSES } from './pauses.ts';
import { TrackerIcon } from './icons.tsx';
import { TIMED_CHOICES } from './timed-choices.ts';
import classes from './tracker-panel.module.css';

function detailOf(status: TrackerStatus, { t, format }: Words): string {
  const { state, activity, sinceMs, pausedUntilMs, reason } = status;
  switch (state) {
    case 'tracking':
      if (status.timerSinceMs !== null) {
        return t('tracker.detail.byHand', { time: format.time(status.timerSinceMs) });
      }
      if (activity === null || sinceMs === null) return t('tracker.detail.trackingNothing');
      if (activity === 'elsewhere') return t('tracker.detail.elsewhere');
      return t('tracker.detail.tracking', {
        activity: t(`activity.${activity}`),
        time: format.time(sinceMs),
      });
    case 'paused':
      return pausedUntilMs === null
        ? t('tracker.detail.pausedOpenEnded')
        : t('tracker.detail.pausedUntil', { time: format.time(pausedUntilMs) });
    case 'not-measured':
      return t(`reason.short.${reason ?? 'unknown'}`);
    default:
      return t(`tracker.detail.${state}`);
  }
}

/** How often the running minutes are looked at. */
const LOOK_MS = 5_000;

/** Whole minutes since a moment, as they pass. */
function useMinutesSince(sinceMs: number | null): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (sinceMs === null) return;
    const look = () => {
      setNowMs(Date.now());
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [sinceMs]);
  return sinceMs === null ? 0 : Math.max(0, Math.floor((nowMs - sinceMs) / MINUTE_MS));
}

/** Asks what the block was that was timed by hand. */
function TimedMenu() {
  const { t } = useWords();
  const label = useApp((state) => state.labelTimed);
  return (
    <Menu position="right-end" shadow="md" width={200}>
      <Menu.Target>
        <Button size="xs" px={6} fullWidth>
          {t('timer.what')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TIMED_CHOICES.map((activity) => (
          <Menu.Item key={activity} onClick={() => void label(activity)}>
            {t(`activity.${activity}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void label(null)}>{t('timer.leave')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The timer by hand: started, with its running minutes ended, and asked what it was. */
function TimerButton({ status }: { readonly status: TrackerStatus }) {
  const words = useWords();
  const { t } = words;
  const start = useApp((state) => state.startTimer);
  const stop = useApp((state) => state.stopTimer);
  const minutes = useMinutesSince(status.timerSinceMs);
  if (status.timed) return <TimedMenu />;
  if (status.timerSinceMs !== null) {
    return (
      <Button size="xs" px={6} fullWidth onClick={() => void stop()}>
        {t('timer.stopRunning', { time: durationText(words, minutes) })}
      </Button>
    );
  }
  if (status.state !== 'tracking' && status.state !== 'not-measured') return null;
  return (
    <Button variant="default" size="xs" px={6} fullWidth onClick={() => void start()}>
      {t('timer.byHand')}
    </Button>
  );
}

function PauseMenu() {
  const { t } = useWords();
  const pause = useApp((state) => state.pause);
  return (
    <Menu position="right-end" shadow="md" width={200}>
      <Menu.Target>
        <Button variant="default" size="xs" px={6} fullWidth>
          {t('tracker.pause')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('tracker.pauseFor')}</Menu.Label>
        {PAUSES.map(({ length, key }) => (
          <Menu.Item key={key} onClick={() => void pause(length)}>
            {t(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is being measured now, by shape and in words, with pause and resume. */
export function TrackerPanel() {
  const words = useWords();
  const { t } = words;
  const tracker = useApp((state) => state.tracker);
  const resume = useApp((state) => state.resume);
  const status = valueOf(tracker);
  return (
    <section className={classes.panel} aria-label={t('tracker.region')}>
      <div className={classes.state} data-state={status?.state} role="status">
        {status ? <TrackerIcon state={status.state} /> : null}
        <div className={classes.words}>
          <p className={classes.title}>
            {status
              ? t(`tracker.state.${status.state}`)
              : t(tracker.status === 'failed' ? 'tracker.failed' : 'tracker.loading')}
          </p>
          <p className={classes.detail}>{status ? detailOf(status, words) : null}</p>
        </div>
      </div>
      {status?.state === 'paused' ? (
        <Button size="xs" px={6} fullWidth onClick={() => void resume()}>
          {t('tracker.resume')}
        </Button>
      ) : (
        <PauseMenu />
      )}
      {status ? <TimerButton status={status} /> : null}
    </section>
  );
}
