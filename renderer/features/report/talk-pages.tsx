import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ReportFile } from '../../../shared/ipc/report-choice.ts';
import type { WeekView } from '../../../shared/ipc/views.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { localToday, sinceText } from '../../i18n/since.ts';
import { blockText, useWords, type Words, WordsContext } from '../../i18n/words.ts';
import type { TalkDraft } from '../../store/state/drafts.ts';
import sheet from '../../components/agreement-sheet.module.css';
import { AgreementSheet } from '../../components/agreement-sheet.tsx';
import { SheetParts } from '../../components/sheet-parts.tsx';
import { agreementsOfTalk } from './talk.ts';
import { Measured, SelfReport } from './report-sheet.tsx';
import classes from './talk-pages.module.css';

interface PagesProps {
  readonly file: ReportFile;
  readonly agreements: Settings['agreements'];
  readonly talk: TalkDraft;
  /** Texts of the language that the pages are in. */
  readonly words: Words;
  renderWeek(view: WeekView): ReactNode;
}

/** What was agreed; what held on earlier of the days stands below it. */
function agreedPage({ file, agreements, words, talk }: PagesProps): ReactNode {
  const { t } = words;
  const { last, earlier } = agreementsOfTalk(agreements, file.choice, localToday());
  if (!last) return null;
  const before = earlier.map(
    (version) =>
      `${blockText(words, version.minMinutes, version.maxMinutes)}, ${sinceText(words, version.from)}`,
  );
  return (
    <>
      <AgreementSheet agreement={last} words={words} language={talk.language} />
      {before.length === 0 ? null : <SheetParts parts={[[t('talk.earlier'), before.join('\n')]]} />}
    </>
  );
}

function wishPage({ words, talk }: PagesProps): ReactNode {
  const text = talk.wish.trim();
  if (text === '') return null;
  return (
    <article className={sheet.sheet} lang={talk.language}>
      <header>
        <h2>{words.t('talk.wishTitle')}</h2>
      </header>
      <p className={classes.wish}>{text}</p>
    </article>
  );
}

/** The pages of a talk, each with its foot. One that has nothing to say is left out. */
function Pages(props: PagesProps) {
  const { words, talk, file, renderWeek } = props;
  const { t, format } = words;
  const measured = (
    <article className={classes.measured} lang={talk.language}>
      <header>
        <h2>{t('report.sheetTitle')}</h2>
        <p>{format.dateRange(file.choice.from, file.choice.to)}</p>
      </header>
      <Measured file={file} renderWeek={renderWeek} />
      <SelfReport />
    </article>
  );
  const pages = [agreedPage(props), measured, wishPage(props)].filter((page) => page !== null);
  return pages.map((page, index) => (
    <section key={index} className={classes.page} lang={talk.language}>
      {page}
      <p className={classes.foot}>
        {t('talk.foot', {
          page: format.number(index + 1),
          pages: format.number(pages.length),
        })}
      </p>
    </section>
  ));
}

/** The pages of a talk as they are printed: once to be seen, once for the paper alone. */
export function TalkPages(props: PagesProps) {
  const { t } = useWords();
  return (
    <section className="card" aria-label={t('talk.pages')}>
      <WordsContext value={props.words}>
        <div className={classes.shown}>
          <Pages {...props} />
        </div>
        {createPortal(
          <div className={`print-sheet ${classes.print ?? ''}`} aria-hidden="true">
            <Pages {...props} />
          </div>,
          document.body,
        )}
      </WordsContext>
    </section>
  );
}
