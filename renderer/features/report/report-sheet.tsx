import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { WeekRow } from '../../../shared/domain/report.ts';
import type { ReportFile } from '../../../shared/ipc/report-choice.ts';
import type { WeekView } from '../../../shared/ipc/views.ts';
import { NO_FIGURE } from '../../i18n/format.ts';
import { en } from '../../i18n/en.ts';
import { nl } from '../../i18n/nl.ts';
import { durationOfMs, useWords } from '../../i18n/words.ts';
import classes from './report-page.module.css';

/** Says in both languages what a report is and is not: its reader may have the other one. */
export function SelfReport() {
  return (
    <footer className={classes.selfReport}>
      <p lang="en">{en.report.selfReport}</p>
      <p lang="nl">{nl.report.selfReport}</p>
    </footer>
  );
}

function WeeksTable({ file }: { readonly file: ReportFile }) {
  const words = useWords();
  const { t, format } = words;
  // What was not measured is not zero.
  const length = (ms: number, { measuredMs }: WeekRow) =>
    ms === 0 && measuredMs === 0 ? NO_FIGURE : durationOfMs(words, ms);
  const hasToCome = file.sheet.weeks.some(({ days }) => days['to-come'] !== undefined);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('page.week')}</th>
          <th scope="col">{t('report.column.counted_min')}</th>
          <th scope="col">{t('report.column.allowance_min')}</th>
          <th scope="col">{t('place.room')}</th>
          <th scope="col">{t('place.sweet-spot')}</th>
          <th scope="col">{t('place.over')}</th>
          <th scope="col">{t('place.no-data')}</th>
          {hasToCome ? <th scope="col">{t('place.to-come')}</th> : null}
          <th scope="col">{t('report.column.outside_hours_min')}</th>
          <th scope="col">{t('report.column.coverage_pct')}</th>
        </tr>
      </thead>
      <tbody>
        {file.sheet.weeks.map((week) => (
          <tr key={week.week}>
            <th scope="row">{format.dateRange(week.from, week.to)}</th>
            <td>{length(week.countedMs, week)}</td>
            <td>{durationOfMs(words, week.allowanceMs)}</td>
            <td>{format.number(week.days.room)}</td>
            <td>{format.number(week.days['sweet-spot'])}</td>
            <td>{format.number(week.days.over)}</td>
            <td>{format.number(week.days['no-data'])}</td>
            {hasToCome ? <td>{format.number(week.days['to-come'] ?? 0)}</td> : null}
            <td>
              {length(
                Object.values(week.outsideMs).reduce((sum, ms) => sum + ms, 0),
                week,
              )}
            </td>
            <td>{format.percent(week.coverage)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was measured on the days of a report: its week, all its weeks, and what none of it says. */
export function Measured({
  file,
  renderWeek,
}: {
  readonly file: ReportFile;
  renderWeek(view: WeekView): ReactNode;
}) {
  const { t } = useWords();
  const { choice, sheet } = file;
  return (
    <>
      {sheet.week ? renderWeek(sheet.week) : null}
      <WeeksTable file={file} />
      <p className="muted">
        {t(choice.includePrivate ? 'report.paper.private' : 'report.paper.notPrivate')}
      </p>
    </>
  );
}

/** One page of self-report, seen on paper alone. */
export function ReportSheet({
  file,
  renderWeek,
}: {
  readonly file: ReportFile;
  renderWeek(view: WeekView): ReactNode;
}) {
  const { t, format } = useWords();
  const { choice } = file;
  return createPortal(
    <article className={`print-sheet ${classes.sheet ?? ''}`} aria-hidden="true">
      <header>
        <h1>{t('report.sheetTitle')}</h1>
        <p>{format.dateRange(choice.from, choice.to)}</p>
      </header>
      <Measured file={file} renderWeek={renderWeek} />
      <SelfReport />
    </article>,
    document.body,
  );
}
