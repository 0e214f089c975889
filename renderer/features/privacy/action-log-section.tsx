import { useEffect, useId } from 'react';
import type { Activity } from '../../../shared/domain/activity.ts';
import { isoDateAt } from '../../../shared/domain/zone.ts';
import type { Action } from '../../../shared/ipc/corrections.ts';
import { localZone } from '../../../shared/local-zone.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';

function whenText({ format }: Words, atMs: number): string {
  const zone = localZone();
  const date = isoDateAt(zone, atMs);
  return `${format.dateRange(date, date)}, ${format.time(atMs, zone)}`;
}

function whatText(words: Words, { kind, from, to, startMs, endMs }: Action): string {
  const { t, format } = words;
  if (kind !== 'relabelled') return t(`actions.kind.${kind}`);
  const nameOf = (activity: Activity | null) =>
    activity === null ? '' : t(`activity.${activity}`);
  const said = t('actions.kind.relabelled', { from: nameOf(from), to: nameOf(to) });
  if (startMs === null || endMs === null) return said;
  const zone = localZone();
  const date = isoDateAt(zone, startMs);
  const time = t('duration.span', {
    from: format.time(startMs, zone),
    to: format.time(endMs, zone),
  });
  return `${said}, ${t('actions.of', { date: format.dateRange(date, date), time })}`;
}

/** The log of the user's own actions. */
export function ActionLogSection() {
  const words = useWords();
  const { t, format } = words;
  const id = useId();
  const log = useApp((state) => state.actions);
  const loadActions = useApp((state) => state.loadActions);
  useEffect(() => void loadActions(), [loadActions]);
  return (
    <section className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{t('actions.title')}</h2>
      <p>{t('actions.text')}</p>
      {log && log.actions.length > 0 ? (
        <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby={id}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('actions.when')}</th>
                <th scope="col">{t('actions.what')}</th>
                <th scope="col">{t('actions.spans')}</th>
              </tr>
            </thead>
            <tbody>
              {log.actions.map((action) => (
                <tr key={action.id}>
                  <td>{whenText(words, action.atMs)}</td>
                  <td>{whatText(words, action)}</td>
                  <td>{action.spans === 0 ? '' : format.number(action.spans)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className={`${classes.small ?? ''} ${classes.note ?? ''}`}>{t('actions.empty')}</p>
      )}
      {log && log.count > log.actions.length ? (
        <p className={classes.small}>
          {t('actions.more', {
            shown: format.number(log.actions.length),
            total: format.number(log.count),
          })}
        </p>
      ) : null}
    </section>
  );
}
