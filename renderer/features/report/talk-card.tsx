import { Button, Textarea } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import { isoWeekOf } from '../../../shared/domain/calendar.ts';
import { useWords } from '../../i18n/words.ts';
import type { TalkDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { LanguageChoice } from '../../components/printed-sheet.tsx';
import { fitsOnePage, WISH_LENGTH } from './talk.ts';
import classes from './report-page.module.css';

/** What the user types for a talk. It stays in this window, unless they want it in their own note. */
export function TalkCard({ talk, today }: { readonly talk: TalkDraft; readonly today: string }) {
  const { t } = useWords();
  const id = useId();
  const keepDraft = useApp((state) => state.keepDraft);
  const addToNote = useApp((state) => state.addToNote);
  const [kept, setKept] = useState<'added' | 'full' | 'failed'>();
  const text = talk.wish.trim();
  const change = (part: Partial<TalkDraft>) => {
    setKept(undefined);
    keepDraft({ talk: { ...talk, ...part } });
  };
  return (
    <section className={`card ${classes.hand ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{t('talk.title')}</h2>
      <p>{t('talk.about')}</p>
      <Textarea
        label={t('talk.wishTitle')}
        description={t('talk.wishHelp')}
        maxLength={WISH_LENGTH}
        rows={5}
        value={talk.wish}
        error={fitsOnePage(talk.wish) ? null : t('talk.tooLong')}
        onChange={(event) => {
          change({ wish: event.currentTarget.value });
        }}
      />
      <div className={classes.buttons}>
        <LanguageChoice
          value={talk.language}
          onChange={(language) => {
            change({ language });
          }}
        />
        <Button
          variant="default"
          disabled={text === '' || kept === 'added'}
          onClick={() => {
            void addToNote(isoWeekOf(today), text).then(setKept);
          }}
        >
          {t('talk.keep')}
        </Button>
        <span className="muted" role="status">
          {kept === 'added' || kept === 'full' ? t(`talk.${kept}`) : ''}
        </span>
      </div>
    </section>
  );
}

/** What was typed for a talk, or nothing yet. */
export function useTalk(language: TalkDraft['language']): TalkDraft {
  const draft = useApp((state) => state.drafts.talk);
  return draft ?? { wish: '', language };
}
