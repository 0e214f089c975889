import { UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { isLinkedIn, type LinkedInActivity } from '../../../shared/domain/activity.ts';
import { purposeOf } from '../../../shared/domain/agreement.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { spanLengthText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { SpanRules } from './span-rules.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './span-list.module.css';

/** As many as stand there before someone asks for more. */
const FIRST = 8;

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly activity: LinkedInActivity;
  readonly relabelled: boolean;
}

function stretchesOf(view: DayView): Stretch[] {
  return view.spans
    .flatMap(({ startedAtMs, endedAtMs, activity, relabelled }) =>
      isLinkedIn(activity)
        ? [{ startMs: startedAtMs, endMs: endedAtMs, activity, relabelled }]
        : [],
    )
    .reverse();
}

/** The LinkedIn spans of a day, latest first. */
export function SpanList({ view }: { readonly view: DayView }) {
  const words = useWords();
  const { t, format } = words;
  const runningSinceMs = useApp((state) => valueOf(state.tracker)?.sinceMs);
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  const { zone, agreement } = view.figures;
  const stretches = stretchesOf(view);
  const shown = opened ? stretches : stretches.slice(0, FIRST);
  const more = stretches.length - FIRST;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('day.spans.title')}</h2>
      <table className={classes.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('day.spans.time')}</th>
            <th scope="col">{t('day.spans.activity')}</th>
            <th scope="col">{t('day.spans.purpose')}</th>
            <th scope="col">{t('day.spans.length')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ startMs, endMs, activity, relabelled }) => (
            <tr key={startMs}>
              <td>
                {t('duration.span', {
                  from: format.time(startMs, zone),
                  to: format.time(endMs, zone),
                })}
              </td>
              <th scope="row">
                <span className={classes.activity}>
                  <Swatch kind={activity} />
                  {t(`activity.${activity}`)}
                  {relabelled ? (
                    <span className={classes.note}>{t('day.spans.relabelled')}</span>
                  ) : null}
                  {startMs === runningSinceMs ? (
                    <span className={classes.note}>{t('day.spans.running')}</span>
                  ) : null}
                  <SpanRules
                    rules={view.rules[startMs] ?? []}
                    about={t('rule.span', {
                      activity: t(`activity.${activity}`),
                      time: format.time(startMs, zone),
                    })}
                  />
                </span>
              </th>
              <td>{t(`purpose.${purposeOf(activity, agreement ?? undefined)}`)}</td>
              <td>{spanLengthText(words, endMs - startMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? (
        <UnstyledButton
          className={`${buttons.quiet ?? ''} ${classes.more ?? ''}`}
          onClick={toggle}
          aria-expanded={opened}
        >
          {opened ? t('day.spans.fewer') : t('day.spans.more', { count: more })}
        </UnstyledButton>
      ) : null}
    </section>
  );
}
