import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MoveChoice } from '../../../shared/ipc/move.ts';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import { Confirm } from './confirm.tsx';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

/** Names the section in the page. */
export const MOVE_SECTION = 'move-data';

/** The data, to another folder, and the old place erased. */
export function MoveSection() {
  const { t } = useWords();
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
        <Confirm
          question={[
            choice.location === 'local' ? '' : `${t(`move.warn.${choice.location}`)} `,
            t('move.confirm', { dir: choice.dir }),
          ].join('')}
          yes={t('move.yes')}
          no={t('move.no')}
          onYes={() => void move(choice.id)}
          onNo={() => {
            setChoice(undefined);
          }}
        />
      ) : null}
      {choice?.status === 'refused' ? <p role="alert">{t(`move.refused.${choice.why}`)}</p> : null}
      <p role="status" className={classes.small}>
        {choice?.status === 'moved' ? t('move.moved') : ''}
      </p>
    </Section>
  );
}
