import { UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { type Activity, ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { steady } from '../../charts/steady.ts';
import { useWords } from '../../i18n/words.ts';
import { effectOf, spanSumText } from './build-span-sum.ts';
import { listedSpans } from './listed-spans.ts';
import { SpanRow } from './span-row.tsx';
import buttons from '../../components/quiet-button.module.css';
import { Select } from '../../components/select.tsx';
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

/** The spans, a row each, and their sum below. */
function SpanTable({
  view,
  spans,
  labelId,
}: {
  readonly view: DayView;
  readonly spans: readonly Span[];
  /** Of what names the table; its rows are named after it. */
  readonly labelId: string;
}) {
  const words = useWords();
  const { t } = words;
  const { zone, agreement } = view.figures;
  return (
    <table className={classes.table} aria-labelledby={labelId}>
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
        {spans.map((span) => (
          <SpanRow
            key={span.startedAtMs}
            id={rowId(labelId, span.startedAtMs)}
            span={span}
            rules={view.rules[span.startedAtMs] ?? NO_RULES}
            zone={zone}
            agreement={agreement}
            effect={effectOf(span, agreement ?? undefined, view.working)}
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
  );
}

function rowId(listId: string, startMs: number): string {
  return `${listId}-${String(startMs)}`;
}

/** Makes the list longer, or as short as it was. */
function QuietButton({ text, onClick }: { readonly text: string; onClick(): void }) {
  return (
    <UnstyledButton className={`${buttons.quiet ?? ''} ${classes.more ?? ''}`} onClick={onClick}>
      {text}
    </UnstyledButton>
  );
}

/** Gives the focus to the row of a span that is opened. */
function useFocusOn(listId: string, opened: OpenedSpan | null): void {
  const row = opened && rowId(listId, opened.startMs);
  useEffect(() => {
    const element = row === null ? null : document.getElementById(row);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
    // The object, not its moment: pressing the same span again leads to it again.
  }, [opened, row]);
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
  const all = listedSpans(view.spans);
  /** What was opened before the list was made short again. */
  const [closed, setClosed] = useState<OpenedSpan | null>(null);
  const isOpened = ({ startedAtMs }: Span) => opened !== closed && startedAtMs === opened?.startMs;
  const isChosen = (activity: Activity) => chosen === null || activity === chosen;
  const spans = all.filter((span) => isChosen(span.activity) || isOpened(span));
  const shown = Math.max(most, spans.findIndex(isOpened) + 1);
  const more = spans.length - shown;
  useFocusOn(id, opened);
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
      <SpanTable view={view} spans={spans.slice(0, shown)} labelId={id} />
      {spans.length === 0 ? <p className="muted">{t('correct.none')}</p> : null}
      <div className={classes.foot}>
        {more > 0 ? (
          <QuietButton
            text={t('correct.moreOf', { count: Math.min(more, MORE) })}
            onClick={() => {
              setMost(shown + MORE);
            }}
          />
        ) : null}
        {shown > FIRST && spans.length > FIRST ? (
          <QuietButton
            text={t('day.spans.fewer')}
            onClick={() => {
              setMost(FIRST);
              setClosed(opened);
            }}
          />
        ) : null}
      </div>
    </section>
  );
}
