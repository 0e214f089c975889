import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { NOTE_LENGTH } from '../../../shared/domain/note.ts';
import type { NoteView } from '../../../shared/ipc/views.ts';
import { useWords, weekNumber } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './review-page.module.css';

/** How long nothing is typed until it is saved. */
const PAUSE_MS = 800;

/** From when on it is told how much room is left. */
const TELL_FROM = NOTE_LENGTH - 200;

type State = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'failed';

/** Saves what is typed by itself: after a pause, when the field is left, and when the page is left. */
function useSavedNote(note: NoteView) {
  const saveNote = useApp((state) => state.saveNote);
  const [text, setText] = useState(note.text);
  const [state, setState] = useState<State>('untouched');
  /** What is not saved yet; null where all is. */
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hasMore = () => waiting.current !== null;

  const save = async () => {
    clearTimeout(timer.current);
    const typed = waiting.current;
    if (typed === null) return;
    waiting.current = null;
    setState('saving');
    const isSaved = await saveNote(note.week, typed);
    // Typed on meanwhile: that has its own turn.
    if (hasMore()) return;
    if (!isSaved) waiting.current = typed;
    setState(isSaved ? 'saved' : 'failed');
  };

  useEffect(() => {
    const saveAtOnce = () => {
      clearTimeout(timer.current);
      const typed = waiting.current;
      waiting.current = null;
      if (typed !== null) void saveNote(note.week, typed);
    };
    // A window that closes takes the page with it: nothing is left then to be told of.
    window.addEventListener('pagehide', saveAtOnce);
    window.addEventListener('beforeunload', saveAtOnce);
    return () => {
      window.removeEventListener('pagehide', saveAtOnce);
      window.removeEventListener('beforeunload', saveAtOnce);
      saveAtOnce();
    };
  }, [note.week, saveNote]);
  return {
    text,
    state,
    type: (typed: string) => {
      setText(typed);
      setState('unsaved');
      waiting.current = typed;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    save: () => void save(),
  };
}

/** The private note of one week. */
export function NoteField({ note }: { readonly note: NoteView }) {
  const { t, format } = useWords();
  const { text, state, type, save } = useSavedNote(note);
  const left = NOTE_LENGTH - text.length;
  return (
    <div>
      <Textarea
        aria-label={t('review.note.label', { week: weekNumber(note.week) })}
        maxLength={NOTE_LENGTH}
        rows={7}
        value={text}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        onBlur={save}
      />
      <p className={classes.state}>
        <span role="status">{state === 'untouched' ? '' : t(`review.note.${state}`)}</span>
        <span>
          {text.length >= TELL_FROM ? t('review.note.left', { left: format.number(left) }) : ''}
        </span>
      </p>
    </div>
  );
}
