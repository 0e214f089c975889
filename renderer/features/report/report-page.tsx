import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { isIsoDate } from '../../../shared/domain/calendar.ts';
import type { ReportFile } from '../../../shared/ipc/report-choice.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { WeekView } from '../../../shared/ipc/views.ts';
import { SaveIcon } from '../../components/icons.tsx';
import { Later } from '../../components/later.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { localToday } from '../../i18n/since.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import type { TalkDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { usePaperWords } from '../../components/printed-sheet.tsx';
import { daysOfRange } from './ranges.ts';
import { type Preset, PRESET_CHOICES } from './presets.ts';
import type { Choices } from './choices.ts';
import { ReportChoices } from './report-choices.tsx';
import classes from './report-page.module.css';
import { ReportPreview } from './report-preview.tsx';
import { ReportProgress } from './report-progress.tsx';
import { fitsOnePage } from './talk.ts';
import { TalkCard, useTalk } from './talk-card.tsx';
import { TalkPages } from './talk-pages.tsx';
import { ReportSheet, SelfReport } from './report-sheet.tsx';

/** The same list at every look, as the store wants it. */
const NO_AGREEMENTS: Settings['agreements'] = [];

function firstChoices(today: string, language: 'en' | 'nl'): Choices {
  const week = daysOfRange('last-week', today, { from: today, to: today });
  return {
    range: 'last-week',
    free: week,
    ...PRESET_CHOICES.spreadsheet,
    includePrivate: false,
    delimiter: 'locale',
    decimal: 'locale',
    language,
  };
}

/** Ways to hand the file over, and what they mean. */
function HandOver({
  isReady,
  isTalk,
  onDone,
}: {
  readonly isReady: boolean;
  /** Whether it is for a talk, at which pages are laid on the table and nothing else. */
  readonly isTalk: boolean;
  onDone(): void;
}) {
  const { t } = useWords();
  const handing = useApp((state) => state.handing);
  const save = useApp((state) => state.saveReportFile);
  const copy = useApp((state) => state.copyReportFile);
  const savePdf = useApp((state) => state.saveReportPdf);
  const disabled = !isReady || handing === 'busy';
  const hand = async (task: () => Promise<boolean>) => {
    if (await task()) onDone();
  };
  return (
    <section className={`card ${classes.hand ?? ''}`} aria-label={t('report.hand')}>
      <p>{t(isTalk ? 'talk.promiseEnds' : 'report.promiseEnds')}</p>
      <div className={classes.buttons}>
        {isTalk ? null : (
          <>
            <Button leftSection={<SaveIcon />} disabled={disabled} onClick={() => void hand(save)}>
              {t('report.save')}
            </Button>
            <Button variant="default" disabled={disabled} onClick={() => void hand(copy)}>
              {t('report.copy')}
            </Button>
          </>
        )}
        <Button
          variant={isTalk ? 'filled' : 'default'}
          disabled={disabled}
          onClick={() => void hand(savePdf)}
        >
          {t('report.pdf')}
        </Button>
        <span className="muted" role="status">
          {handing === 'idle' || handing === 'busy' ? '' : t(`report.${handing}`)}
        </span>
      </div>
    </section>
  );
}

/**
 * Has the report made, and anew when anything is chosen otherwise.
 *
 * @returns the days that it is of; whether they are a range; and what tries again where it failed.
 */
function useMadeReport(choices: Choices, today: string) {
  const makeReport = useApp((state) => state.makeReport);
  const closeReport = useApp((state) => state.closeReport);
  const [attempt, setAttempt] = useState(0);
  const { range, free, ...rest } = choices;
  const { from, to } = daysOfRange(range, today, free);
  const isRange = isIsoDate(from) && isIsoDate(to) && from <= to;
  const asked = JSON.stringify({ ...rest, from, to });
  useEffect(() => {
    if (isRange) void makeReport({ ...rest, from, to });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` is all of it, compared by value
  }, [asked, attempt, isRange, makeReport]);
  useEffect(() => closeReport, [closeReport]);
  return {
    days: { from, to },
    isRange,
    retry: () => {
      setAttempt((before) => before + 1);
    },
  };
}

/** The pages for a talk, in the language that they were asked for. */
function Pages({
  file,
  talk,
  renderWeek,
}: {
  readonly file: ReportFile;
  readonly talk: TalkDraft;
  renderWeek(view: WeekView): ReactNode;
}) {
  const agreements = useApp((state) => valueOf(state.settings)?.agreements ?? NO_AGREEMENTS);
  const locale = useApp((state) => valueOf(state.info)?.locale ?? talk.language);
  const words = usePaperWords(talk.language, locale);
  return (
    <TalkPages
      file={file}
      agreements={agreements}
      talk={talk}
      words={words}
      renderWeek={renderWeek}
    />
  );
}

/** What was made, as it would be handed over, and the ways to do so. */
function MadeReport({
  file,
  talk,
  isReady,
  onDone,
  renderWeek,
}: {
  readonly file: ReportFile;
  /** What is typed for a talk; null where the file is for none. */
  readonly talk: TalkDraft | null;
  /** Whether it is of what is chosen now. */
  readonly isReady: boolean;
  onDone(): void;
  renderWeek(view: WeekView): ReactNode;
}) {
  return (
    <>
      {talk ? (
        <Pages file={file} talk={talk} renderWeek={renderWeek} />
      ) : (
        <ReportPreview file={file} />
      )}
      <HandOver
        isReady={isReady && (!talk || fitsOnePage(talk.wish))}
        isTalk={talk !== null}
        onDone={onDone}
      />
      {talk ? null : (
        <Later heights={[]}>
          <ReportSheet file={file} renderWeek={renderWeek} />
        </Later>
      )}
    </>
  );
}

/** A report that the user may hand to somebody: what is shown is the file, to the byte. */
export function ReportPage({
  renderWeek,
}: {
  /** Draws a week for the printed page. */
  renderWeek(view: WeekView): ReactNode;
}) {
  const { t, format } = useWords();
  const file = useApp((state) => state.reportFile);
  const forgetHanding = useApp((state) => state.forgetHanding);
  const language = useApp((state) => valueOf(state.info)?.language ?? 'en');
  const [today] = useState(localToday);
  // Private time is asked for anew each time that the page is opened: nothing of this is kept.
  const [choices, setChoices] = useState(() => firstChoices(today, language));
  const [preset, setPreset] = useState<Preset>('spreadsheet');
  const talk = useTalk(language);
  const { days, isRange, retry } = useMadeReport(choices, today);
  const isShown = (value: ReportFile) => file.status === 'ready' && value.choice.from === days.from;
  return (
    <>
      <PageHead
        title={t('page.report')}
        detail={isRange ? format.dateRange(days.from, days.to) : t('report.noRange')}
      />
      <div className="stack">
        <ReportChoices
          choices={choices}
          preset={preset}
          onPreset={(next) => {
            forgetHanding();
            setPreset(next);
            setChoices((before) => ({ ...before, ...PRESET_CHOICES[next] }));
          }}
          onChange={(change) => {
            forgetHanding();
            setChoices((before) => ({ ...before, ...change }));
          }}
        />
        {preset === 'talk' ? <TalkCard talk={talk} today={today} /> : null}
        <div className={classes.file}>
          <ReportProgress />
          <RemoteView remote={file} heights={[320, 90]} onRetry={retry}>
            {(value) => (
              <MadeReport
                file={value}
                talk={preset === 'talk' ? talk : null}
                isReady={isRange && isShown(value)}
                onDone={() => {
                  // Each file with private time is asked for by itself.
                  setChoices((before) => ({ ...before, includePrivate: false }));
                }}
                renderWeek={renderWeek}
              />
            )}
          </RemoteView>
        </div>
        {/* What it stands below has its height only when it is there. */}
        {file.status === 'loading' ? null : <SelfReport />}
      </div>
    </>
  );
}
