import { Select, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { memo, useEffect, useState } from 'react';
import { type Activity, ACTIVITIES, isLinkedIn } from '../../../shared/domain/activity.ts';
import { type Agreement, purposeOf } from '../../../shared/domain/agreement.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { steady } from '../../charts/steady.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { spanLengthText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { effectOf, type SpanEffect, spanSumText } from './build-span-sum.ts';
import { listedSpans } from './listed-spans.ts';
import { SpanMenu } from './span-menu.tsx';
import { SpanRules } from './span-rules.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './span-list.module.css';

/** As many as stand there before someone asks for more. */
const FIRST = 8;
/** As many as each asking adds: a long day has hundreds. */
const MORE = 50;

const NO_RULES: readonly string[] = [];

/** A span that was opened from the timeline: each time another object. */
export interface OpenedSpan {
  readonly startMs: number;
}

/** A row; while one span runs, its own is the only one that is drawn anew. */
const SpanRow = memo(function SpanRow({
  id,
  span,
  rules,
  zone,
  agreement,
  effect,
}: {
  readonly id: string;
  readonly span: Span;
  /** Those that decided it. */
  readonly rules: readonly string[];
  readonly zone: string;
  readonly agreement: Agreement | null;
  /** What keeps it, or a part of it, out of the sum. */
  readonly effect: SpanEffect | undefined;
}) {
  const words = useWords();
  const { t, format } = words;
  const { startedAtMs: startMs, endedAtMs: endMs, activity, relabelled, manual } = span;
  const isRunning = useApp((state) => valueOf(state.tracker)?.sinceMs === startMs);
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
          {effect ? <span className={classes.note}>{t(`day.effect.${effect}`)}</span> : null}
          {manual ? <span className={classes.note}>{t('day.spans.manual')}</span> : null}
          {isRunning ? <span className={classes.note}>{t('day.spans.running')}</span> : null}
          <SpanRules rules={rules} about={about} rowId={id} atMs={startMs} activity={activity} />
        </span>
      </th>
      <td>
        {isLinkedIn(activity)
          ? t(`purpose.${purposeOf(activity, agreement ?? undefined)}`)
          : NO_FIGURE}
      </td>
      <td>{spanLengthText(words, endMs - startMs)}</td>
      <td className={classes.menu}>
        <SpanMenu atMs={startMs} endMs={endMs} zone={zone} activity={activity} about={about} />
      </td>
    </tr>
  );
});

/** Shows one activity of a long list alone. */
const ActivityFilter = steady(function ActivityFilter({
  there,
  value,
  onChange,
}: {
  /** Those that the list has. */
  readonly there: readonly Activity[];
  readonly value: Activity | null;
  onChange(value: Activity | null): void;
}) {
  const { t } = useWords();
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
});

/** The LinkedIn spans of a day, latest first, each to be corrected or deleted. */
export function SpanList({
  view,
  opened,
}: {
  readonly view: DayView;
  /** Gets the focus, wherever in the list it stands. */
  readonly opened: OpenedSpan | null;
}) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const [most, setMost] = useState(FIRST);
  const [chosen, setChosen] = useState<Activity | null>(null);
  const all = listedSpans(view.spans);
  /** What was opened before the list was made short again. */
  const [closed, setClosed] = useState<OpenedSpan | null>(null);
  const isOpened = ({ startedAtMs }: Span) => opened !== closed && startedAtMs === opened?.startMs;
  const isChosen = (activity: Activity) => chosen === null || activity === chosen;
  const spans = all.filter((span) => isChosen(span.activity) || isOpened(span));
  const shown = Math.max(most, spans.findIndex(isOpened) + 1);
  const more = spans.length - shown;
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
          <ActivityFilter
            there={ACTIVITIES.filter((id) => all.some(({ activity }) => activity === id))}
            value={chosen}
            onChange={setChosen}
          />
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
          {spans.slice(0, shown).map((span) => (
            <SpanRow
              key={span.startedAtMs}
              id={rowOf(span.startedAtMs)}
              span={span}
              rules={view.rules[span.startedAtMs] ?? NO_RULES}
              zone={view.figures.zone}
              agreement={view.figures.agreement}
              effect={effectOf(span, view.figures.agreement ?? undefined, view.working)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('day.sum.title')}</th>
            <td colSpan={4}>{spanSumText(view, words)}</td>
          </tr>
        </tfoot>
      </table>
      {spans.length === 0 ? <p className="muted">{t('correct.none')}</p> : null}
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
        {shown > FIRST && spans.length > FIRST ? (
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
