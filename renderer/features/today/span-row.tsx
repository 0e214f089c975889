import { memo } from 'react';
import { isLinkedIn } from '../../../shared/domain/activity.ts';
import { type Agreement, purposeOf } from '../../../shared/domain/agreement.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { spanLengthText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import type { SpanEffect } from './build-span-sum.ts';
import { SpanMenu } from './span-menu.tsx';
import { SpanRules } from './span-rules.tsx';
import classes from './span-list.module.css';

/** A row; while one span runs, its own is the only one that is drawn anew. */
export const SpanRow = memo(function SpanRow({
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
