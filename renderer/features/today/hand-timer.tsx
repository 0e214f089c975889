import { Button } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { memo } from 'react';
import { isActivity } from '../../../shared/domain/activity.ts';
import { Select } from '../../components/select.tsx';
import { TIMED_CHOICES } from '../../components/timed-choices.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import type { TimerPlace } from '../../store/timer-place.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './hand-timer.module.css';

/** The timer by hand, for time on LinkedIn that cannot be seen: start, stop, and say what it was. */
export const HandTimer = memo(function HandTimer({
  place,
}: {
  /** Where it stands beside the day. */
  readonly place: TimerPlace;
}) {
  const { t, format } = useWords();
  const id = useId();
  const state = useApp(({ tracker }) => valueOf(tracker)?.state);
  const timerSinceMs = useApp(({ tracker }) => valueOf(tracker)?.timerSinceMs ?? null);
  const timed = useApp(({ tracker }) => valueOf(tracker)?.timed ?? null);
  const isLeavingSeen = useApp(({ sight }) => sight?.idle !== 'unavailable');
  const start = useApp((state) => state.startTimer);
  const stop = useApp((state) => state.stopTimer);
  const label = useApp((state) => state.labelTimed);
  if (state === undefined) return null;
  const mayStart = state === 'tracking' || state === 'not-measured';
  return (
    <section className={`card ${classes.timer ?? ''}`} data-place={place} aria-labelledby={id}>
      <div className={classes.words}>
        <h2 id={id}>{t('timer.title')}</h2>
        <p className="muted" role="status">
          {timerSinceMs !== null
            ? t('timer.running', { time: format.time(timerSinceMs) })
            : timed
              ? t('timer.ended', {
                  from: format.time(timed.startedAtMs),
                  to: format.time(timed.endedAtMs),
                })
              : t(isLeavingSeen ? 'timer.about' : 'timer.aboutWithoutIdle')}
        </p>
      </div>
      <div className={classes.controls}>
        {timed ? (
          <>
            <Select
              aria-label={t('timer.what')}
              placeholder={t('timer.what')}
              value={null}
              data={TIMED_CHOICES.map((value) => ({ value, label: t(`activity.${value}`) }))}
              onChange={(value) => {
                if (isActivity(value)) void label(value);
              }}
            />
            <Button variant="default" onClick={() => void label(null)}>
              {t('timer.leave')}
            </Button>
          </>
        ) : timerSinceMs !== null ? (
          <Button onClick={() => void stop()}>{t('timer.stop')}</Button>
        ) : (
          <Button variant="default" disabled={!mayStart} onClick={() => void start()}>
            {t('timer.start')}
          </Button>
        )}
      </div>
    </section>
  );
});
