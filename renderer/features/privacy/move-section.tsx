import { Button } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { MoveChoice } from '../../../shared/ipc/move.ts';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

/** Names the section in the page. */
export const MOVE_SECTION = 'move-data';

/** The data, to another folder, and the old place erased. */
export function MoveSection() {
  const { t } = useWords();
  const id = useId();
  const chooseFolder = useApp((state) => state.chooseFolder);
  const moveData = useApp((state) => state.moveData);
  const [choice, setChoice] = useState<MoveChoice | { readonly status: 'moved' }>();

  const move = async (folder: number) => {
    setChoice((await moveData(folder)) ? { status: 'moved' } : undefined);
  };
  return (
    <Section title={t('move.title')} anchor={MOVE_SECTION}>
      <p>{t('move.text')}</p>
      <div className={classes.row}>
        <Button
          variant="default"
          onClick={() => {
            setChoice(undefined);
            void chooseFolder().then(setChoice);
          }}
        >
          {t('move.choose')}
        </Button>
      </div>
      {choice?.status === 'chosen' ? (
        <div className={classes.confirm} role="alertdialog" aria-labelledby={`${id}-question`}>
          <p id={`${id}-question`}>
            {choice.location === 'local' ? '' : `${t(`move.warn.${choice.location}`)} `}
            {t('move.confirm', { dir: choice.dir })}
          </p>
          <div>
            <Button mr="sm" onClick={() => void move(choice.id)}>
              {t('move.yes')}
            </Button>
            <Button
              variant="default"
              autoFocus
              onClick={() => {
                setChoice(undefined);
              }}
            >
              {t('move.no')}
            </Button>
          </div>
        </div>
      ) : null}
      {choice?.status === 'refused' ? <p role="alert">{t(`move.refused.${choice.why}`)}</p> : null}
      <p role="status" className={classes.small}>
        {choice?.status === 'moved' ? t('move.moved') : ''}
      </p>
    </Section>
  );
}
