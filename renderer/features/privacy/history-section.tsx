import { Button, Checkbox, Progress } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { HistoryPreview } from '../../../shared/ipc/history-import.ts';
import { durationOfMs, useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

/** New time by activity, as a table. */
function TimeTable({ time }: Pick<HistoryPreview, 'time'>) {
  const words = useWords();
  const { t } = words;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('history.activity')}</th>
            <th scope="col">{t('history.time')}</th>
          </tr>
        </thead>
        <tbody>
          {time.map(({ activity, ms }) => (
            <tr key={activity}>
              <th scope="row">{t(`activity.${activity}`)}</th>
              <td>{durationOfMs(words, ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PreviewPart {
  readonly preview: HistoryPreview;
}

/** How much there is in the file, and how much of it is new. */
function Summary({ preview }: PreviewPart) {
  const { t, format } = useWords();
  const { events, spans, days, from, to, zone, alreadyThere } = preview;
  const count = (key: 'history.events' | 'history.days' | 'history.already', n: number) =>
    t(key, { count: n, number: format.number(n) });
  return (
    <p>
      {[
        count('history.events', events),
        spans > 0 && from !== null && to !== null
          ? [
              t('history.spans', { count: spans, number: format.number(spans) }),
              count('history.days', days),
              t('history.range', { range: format.dateRange(from, to), zone }),
            ].join(' ')
          : t('history.nothingNew'),
        alreadyThere > 0 ? count('history.already', alreadyThere) : '',
        t('everything.stays'),
      ].join(' ')}
    </p>
  );
}

/** What of the file is left out, and why. */
function Skipped({ preview: { skipped } }: PreviewPart) {
  const { t, format } = useWords();
  if (skipped.length === 0) return null;
  return (
    <>
      <p>{t('history.skipped')}</p>
      <ul className={classes.list}>
        {skipped.map(({ reason, count: n }) => (
          <li key={reason}>
            {t('history.skippedFor', {
              number: format.number(n),
              why: t(`history.skip.${reason}`),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Preview({ preview }: { readonly preview: HistoryPreview }) {
  const words = useWords();
  const { t, format } = words;
  const [withPhones, setWithPhones] = useState(false);
  const takeHistory = useApp((state) => state.takeHistory);
  const leaveHistory = useApp((state) => state.leaveHistory);
  const title = useId();
  const { id, spans, time, hosts, hostsWithoutAfk, excludedTitles, phones, phoneMs } = preview;
  return (
    <div className={classes.confirm} role="group" aria-labelledby={title}>
      <h3 id={title}>{t('everything.preview')}</h3>
      <Summary preview={preview} />
      {time.length > 0 ? <TimeTable time={time} /> : null}
      {hosts === 0 ? <p>{t('history.noWindows')}</p> : null}
      {hostsWithoutAfk > 0 ? (
        <p>{t('history.withoutAfk', { count: hostsWithoutAfk, hosts: format.number(hosts) })}</p>
      ) : null}
      {excludedTitles === 'none' ? null : <p>{t(`history.excluded_${excludedTitles}`)}</p>}
      {phones > 0 ? (
        <>
          <p>{t('history.phones', { count: phones })}</p>
          <Checkbox
            mb="sm"
            checked={withPhones}
            label={t('history.withPhones', { duration: durationOfMs(words, phoneMs) })}
            onChange={(event) => {
              setWithPhones(event.currentTarget.checked);
            }}
          />
        </>
      ) : null}
      <Skipped preview={preview} />
      <div>
        <Button
          mr="sm"
          disabled={spans === 0 && !(withPhones && phoneMs > 0)}
          onClick={() => {
            void takeHistory(id, withPhones);
          }}
        >
          {t('everything.take')}
        </Button>
        <Button variant="default" autoFocus onClick={leaveHistory}>
          {t('everything.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** How far the reading or the taking over is, with a way to stop it. */
function Working({ share, storing }: { readonly share: number; readonly storing: boolean }) {
  const { t } = useWords();
  const stopHistory = useApp((state) => state.stopHistory);
  const label = storing ? t('history.storing') : t('history.reading');
  return (
    <div className={classes.confirm}>
      <p>{label}</p>
      <Progress value={Math.round(share * 100)} aria-label={label} />
      <div>
        <Button variant="default" onClick={() => void stopHistory()}>
          {t('history.stop')}
        </Button>
      </div>
    </div>
  );
}

/** The history of another tracker, taken over after a look at what it would bring. */
export function HistorySection() {
  const { t, format } = useWords();
  const step = useApp((state) => state.history);
  const openHistory = useApp((state) => state.openHistory);
  const busy = step.at === 'reading' || step.at === 'storing';
  return (
    <Section title={t('history.title')}>
      <p>{t('history.text')}</p>
      <div className={classes.row}>
        <Button variant="default" disabled={busy} onClick={() => void openHistory()}>
          {t('history.open')}
        </Button>
      </div>
      {busy ? <Working share={step.share} storing={step.at === 'storing'} /> : null}
      {step.at === 'preview' ? <Preview preview={step.preview} /> : null}
      {step.at === 'refused' ? (
        <p role="alert">{t('history.refused', { why: t(`history.why.${step.problem}`) })}</p>
      ) : null}
      <p role="status" className={classes.small}>
        {step.at === 'stopped' ? t('history.stopped') : ''}
        {step.at === 'taken'
          ? t('everything.taken', { count: step.spans, number: format.number(step.spans) })
          : ''}
      </p>
    </Section>
  );
}
