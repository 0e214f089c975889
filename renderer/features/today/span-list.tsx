import { Select, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { type Activity, ACTIVITIES, isLinkedIn } from '../../../shared/domain/activity.ts';
import { purposeOf } from '../../../shared/domain/agreement.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { spanLengthText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { SpanMenu } from './span-menu.tsx';
import { SpanRules } from './span-rules.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './span-list.module.css';

/** As many as stand there before someone asks for more. */
const FIRST = 8;
/** As many as each asking adds: a long day has hundreds. */
const MORE = 50;

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly activity: Activity;
  readonly relabelled: boolean;
}

/** What was on LinkedIn, and what the user said was not. The latest first. */
function stretchesOf(view: DayView): Stretch[] {
  return view.spans
    .filter(({ activity, relabelled }) => isLinkedIn(activity) || relabelled)
    .map(({ startedAtMs, endedAtMs, activity, relabelled }) => ({
      startMs: startedAtMs,
      endMs: endedAtMs,
      activity,
      relabelled,
    }))
    .reverse();
}

/** A span that was opened from the timeline: each time another object. */
export interface OpenedSpan {
  readonly startMs: number;
}

function SpanRow({
  id,
  stretch,
  view,
}: {
  readonly id: string;
  readonly stretch: Stretch;
  readonly view: DayView;
}) {
  const words = useWords();
  const { t, format } = words;
  const runningSinceMs = useApp((state) => valueOf(state.tracker)?.sinceMs);
  const { zone, agreement } = view.figures;
  const { startMs, endMs, activity, relabelled } = stretch;
  const name = t(`activity.${activity}`);
  const about = t('rule.span', { activity: name, time: format.time(startMs, zone) });
  return (
    <tr id={id} tabIndex={-1} className={classes.row}>
      <td>
        {t('duration.span', { from: format.time(startMs, zone), to: format.time(endMs, zone) })}
      </td>
      <th scope="row">
        <span className={classes.activity}>
          <span className={classes.name}>
            {isLinkedIn(activity) ? <Swatch kind={activity} /> : null}
            {name}
          </span>
          {relabelled ? <span className={classes.note}>{t('day.spans.relabelled')}</span> : null}
          {startMs === runningSinceMs ? (
            <span className={classes.note}>{t('day.spans.running')}</span>
          ) : null}
          <SpanRules rules={view.rules[startMs] ?? []} about={about} />
        </span>
      </th>
      <td>
        {isLinkedIn(activity)
          ? t(`purpose.${purposeOf(activity, agreement ?? undefined)}`)
          : NO_FIGURE}
      </td>
      <td>{spanLengthText(words, endMs - startMs)}</td>
      <td className={classes.menu}>
        <SpanMenu atMs={startMs} activity={activity} about={about} />
      </td>
    </tr>
  );
}

/** Shows one activity of a long list alone. */
function ActivityFilter({
  stretches,
  value,
  onChange,
}: {
  readonly stretches: readonly Stretch[];
  readonly value: Activity | null;
  onChange(value: Activity | null): void;
}) {
  const { t } = useWords();
  const there = ACTIVITIES.filter((id) => stretches.some(({ activity }) => activity === id));
  return (
    <Select
      className={classes.filter ?? ''}
      size="xs"
      aria-label={t('correct.filter')}
      allowDeselect={false}
      value={value ?? ''}
      data={[
        { value: '', label: t('correct.all') },
        ...there.map((id) => ({
          value: id,
          label: t(`activity.${id}`),
        })),
      ]}
      onChange={(next) => {
        onChange(there.find((id) => id === next) ?? null);
      }}
    />
  );
}

/** The LinkedIn spans of a day, latest first, each to be corrected or deleted. */
export function SpanList({
  view,
  opened,
}: {
  readonly view: DayView;
  /** Gets the focus, wherever in the list it stands. */
  readonly opened: OpenedSpan | null;
}) {
  const { t } = useWords();
  const id = useId();
  const [most, setMost] = useState(FIRST);
  const [chosen, setChosen] = useState<Activity | null>(null);
  const all = stretchesOf(view);
  /** What was opened before the list was made short again. */
  const [closed, setClosed] = useState<OpenedSpan | null>(null);
  const isOpened = ({ startMs }: Stretch) => opened !== closed && startMs === opened?.startMs;
  const isChosen = (activity: Activity) => chosen === null || activity === chosen;
  const stretches = all.filter((stretch) => isChosen(stretch.activity) || isOpened(stretch));
  const shown = Math.max(most, stretches.findIndex(isOpened) + 1);
  const more = stretches.length - shown;
  const rowOf = (startMs: number) => `${id}-${String(startMs)}`;
  const openedRow = opened && rowOf(opened.startMs);
  useEffect(() => {
    const row = openedRow === null ? null : document.getElementById(openedRow);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
    // The object, not its moment: pressing the same span again leads to it again.
  }, [opened, openedRow]);
  return (
    <section className="card" aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{t('day.spans.title')}</h2>
        {all.length > FIRST ? (
          <ActivityFilter stretches={all} value={chosen} onChange={setChosen} />
        ) : null}
      </div>
      <table className={classes.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('day.spans.time')}</th>
            <th scope="col">{t('day.spans.activity')}</th>
            <th scope="col">{t('day.spans.purpose')}</th>
            <th scope="col">{t('day.spans.length')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {stretches.slice(0, shown).map((stretch) => (
            <SpanRow
              key={stretch.startMs}
              id={rowOf(stretch.startMs)}
              stretch={stretch}
              view={view}
            />
          ))}
        </tbody>
      </table>
      {stretches.length === 0 ? <p className="muted">{t('correct.none')}</p> : null}
      <div className={classes.foot}>
        {more > 0 ? (
          <UnstyledButton
            className={`${buttons.quiet ?? ''} ${classes.more ?? ''}`}
            onClick={() => {
              setMost(shown + MORE);
            }}
          >
            {t('correct.moreOf', { count: Math.min(more, MORE) })}
          </UnstyledButton>
        ) : null}
        {shown > FIRST && stretches.length > FIRST ? (
          <UnstyledButton
            className={`${buttons.quiet ?? ''} ${classes.more ?? ''}`}
            onClick={() => {
              setMost(FIRST);
              setClosed(opened);
            }}
          >
            {t('day.spans.fewer')}
          </UnstyledButton>
        ) : null}
      </div>
    </section>
  );
}
