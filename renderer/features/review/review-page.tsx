import { Button, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useEffect } from 'react';
import { addDays, mondayOfWeek } from '../../../shared/domain/calendar.ts';
import { FactItem, Facts } from '../../components/fact.tsx';
import { LookAgain } from '../../components/look-again.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { useWords, weekNumber } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { buildReview } from './build-review.ts';
import buttons from '../../components/quiet-button.module.css';
import { NoteField } from './note-field.tsx';
import { ProposalCard } from './proposal-card.tsx';
import classes from './review-page.module.css';

/** Room for a note to oneself. */
function NoteCard({ week }: { readonly week: string }) {
  const { t } = useWords();
  const id = useId();
  const note = useApp((state) => state.note);
  const loadNote = useApp((state) => state.loadNote);
  const settleReview = useApp((state) => state.settleReview);
  useEffect(() => {
    void loadNote(week);
    void settleReview(week);
  }, [week, loadNote, settleReview]);
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('review.note.title')}</h2>
      <p className={classes.about}>{t('review.note.about')}</p>
      <RemoteView remote={note} heights={[190]} onRetry={() => void loadNote(week)}>
        {(value) => (value.week === week ? <NoteField key={week} note={value} /> : null)}
      </RemoteView>
    </section>
  );
}

/** Every week that has a note, to be opened from here. */
function NotesCard({ shown }: { readonly shown: string }) {
  const { t, format } = useWords();
  const id = useId();
  const notes = useApp((state) => state.notes);
  const loadNotes = useApp((state) => state.loadNotes);
  const openReview = useApp((state) => state.openReview);
  useEffect(() => void loadNotes(), [loadNotes]);
  const others = notes.filter(({ week }) => week !== shown);
  if (others.length === 0) return null;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('review.notes.title')}</h2>
      <ul className={classes.notes}>
        {others.map(({ week, text }) => {
          const monday = mondayOfWeek(week);
          return (
            <li key={week}>
              <UnstyledButton className={buttons.link} onClick={() => void openReview(monday)}>
                {t('review.notes.week', {
                  week: weekNumber(week),
                  range: format.dateRange(monday, addDays(monday, 6)),
                })}
              </UnstyledButton>
              <p>{text}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A week looked back on: three facts, one question, room for a private note. */
export function ReviewPage() {
  const words = useWords();
  const { t, format } = words;
  const id = useId();
  const week = useApp((state) => state.week);
  const loadWeek = useApp((state) => state.loadWeek);
  const openPage = useApp((state) => state.openPage);
  // While another week is on its way, the one before must not be taken for it.
  const view = week.status === 'changing' ? undefined : valueOf(week);
  const from = view?.days.at(0)?.date;
  const to = view?.days.at(-1)?.date;
  return (
    <>
      <PageHead
        title={view ? t('review.title', { week: weekNumber(view.week.week) }) : t('page.week')}
        detail={from === undefined || to === undefined ? '' : format.dateRange(from, to)}
        actions={
          <Button
            variant="default"
            onClick={() => {
              openPage('week');
            }}
          >
            {t('review.back')}
          </Button>
        }
      />
      <LookAgain />
      <RemoteView
        remote={week.status === 'changing' ? { status: 'loading' } : week}
        heights={[110, 90, 300]}
        onRetry={() => void loadWeek()}
      >
        {(value) => {
          const { facts, question } = buildReview(value, words);
          return (
            <>
              <Facts label={t('review.facts')}>
                {facts.map(({ label, value: figure, detail }) => (
                  <FactItem key={label} label={label} detail={detail}>
                    {figure}
                  </FactItem>
                ))}
              </Facts>
              <section className="card" aria-labelledby={id}>
                <h2 id={id}>{t('review.question.title')}</h2>
                <p className={classes.question}>{question}</p>
              </section>
              <NoteCard week={value.week.week} />
              <ProposalCard key={value.week.week} isoDate={value.week.from} />
              <NotesCard shown={value.week.week} />
            </>
          );
        }}
      </RemoteView>
    </>
  );
}
