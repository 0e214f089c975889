import {
  isLinkedIn,
  LINKEDIN_ACTIVITIES,
  SHIELDED_ACTIVITIES,
} from '../../../shared/domain/activity.ts';
import { roleWork } from '../../../shared/domain/agreement.ts';
import { lengthMs, overlapMs } from '../../../shared/domain/interval.ts';
import { insideMinutes } from '../../../shared/domain/report.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { FactItem, Facts } from '../../components/fact.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { durationOfMs, durationText, useWords } from '../../i18n/words.ts';

/** The figures of a day: inside and outside working time, measured, and work of the role. */
export function DayFacts({ view }: { readonly view: DayView }) {
  const words = useWords();
  const { t } = words;
  const { figures, working, nowMs, day } = view;
  const outsideMs = LINKEDIN_ACTIVITIES.reduce(
    (sum, id) => (SHIELDED_ACTIVITIES.includes(id) ? sum : sum + (figures.outsideMs[id] ?? 0)),
    0,
  );
  const isRunning = nowMs < day.endMs;
  const soFarMs = isRunning
    ? overlapMs({ startMs: day.startMs, endMs: Math.max(day.startMs, nowMs) }, working)
    : lengthMs(working);
  const hasNothing = view.spans.length === 0 && !view.isCondensed;
  const ownWork = figures.agreement ? roleWork(figures.agreement.role) : undefined;
  const ownMs = ownWork && isLinkedIn(ownWork) ? (figures.insideMs[ownWork] ?? 0) : 0;
  return (
    <Facts label={t('day.facts.title')}>
      <FactItem
        label={t('day.facts.inside')}
        help={t('reckoned.inside')}
        detail={t('day.facts.outsideSub')}
      >
        {hasNothing ? NO_FIGURE : durationText(words, insideMinutes(figures))}
      </FactItem>
      <FactItem
        label={t('day.facts.outside')}
        help={t('reckoned.outside')}
        detail={t('day.facts.outsideSub')}
      >
        {hasNothing ? NO_FIGURE : durationOfMs(words, outsideMs)}
      </FactItem>
      <FactItem
        label={t('day.facts.measured')}
        help={t('reckoned.measured')}
        detail={
          working.length === 0
            ? t('day.facts.measuredNone')
            : soFarMs === 0
              ? t('day.facts.measuredNotYet')
              : t(isRunning ? 'day.facts.measuredSub' : 'day.facts.measuredSubPast', {
                  working: durationOfMs(words, soFarMs),
                })
        }
      >
        {durationOfMs(words, figures.measuredMs)}
      </FactItem>
      {ownWork && ownMs > 0 ? (
        <FactItem
          label={t('day.facts.ownWork')}
          help={t('reckoned.ownWork')}
          detail={t('day.facts.ownWorkSub', { activity: t(`activity.${ownWork}`) })}
        >
          {durationOfMs(words, ownMs)}
        </FactItem>
      ) : null}
    </Facts>
  );
}
