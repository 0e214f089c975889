import { Button } from '@mantine/core';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

/** Pauses the measuring, and resumes it. */
export function PauseSection() {
  const { t } = useWords();
  const paused = useApp((state) => valueOf(state.tracker)?.state === 'paused');
  const pause = useApp((state) => state.pause);
  const resume = useApp((state) => state.resume);
  return (
    <Section title={t('privacy.pause.title')}>
      <p>{t(paused ? 'privacy.pause.paused' : 'privacy.pause.text')}</p>
      <div className={classes.row}>
        {paused ? (
          <Button variant="default" onClick={() => void resume()}>
            {t('tracker.resume')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => void pause(60)}>
              {t('tracker.pause60')}
            </Button>
            <Button variant="default" onClick={() => void pause('open-ended')}>
              {t('privacy.pause.until')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
