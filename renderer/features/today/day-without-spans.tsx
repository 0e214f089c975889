/** @file What stands where the spans of a day would. */
import { overlapMs } from '../../../shared/domain/interval.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { useWords } from '../../i18n/words.ts';
import classes from './today-page.module.css';

/** Says that nothing but totals is left of the spans of a day. */
export function TotalsOnly() {
  const { t } = useWords();
  return (
    <section className={`card ${classes.nothing ?? ''}`}>
      <h2>{t('day.totals.title')}</h2>
      <p className="muted">{t('day.totals.text')}</p>
    </section>
  );
}

/** So long without a single measurement, and an empty day is called not measured. */
const UNMEASURED_MS = 10 * 60_000;

/** Stands in place of the spans on a day without LinkedIn, which is not a day without measuring. */
export function Nothing({ view }: { readonly view: DayView }) {
  const { t } = useWords();
  const isRunning = view.nowMs < view.day.endMs;
  const isUnmeasured =
    view.spans.length === 0 &&
    overlapMs({ startMs: view.day.startMs, endMs: view.nowMs }, view.working) >= UNMEASURED_MS;
  if (isUnmeasured) {
    return (
      <section className={`card ${classes.nothing ?? ''}`}>
        <h2>{t(isRunning ? 'day.empty.notMeasured' : 'day.empty.notMeasuredPast')}</h2>
        <p className="muted">{t('day.empty.notMeasuredText')}</p>
      </section>
    );
  }
  return (
    <section className={`card ${classes.nothing ?? ''}`}>
      <h2>{t(isRunning ? 'day.empty.title' : 'day.empty.titlePast')}</h2>
      {isRunning ? <p className="muted">{t('day.empty.text')}</p> : null}
    </section>
  );
}
