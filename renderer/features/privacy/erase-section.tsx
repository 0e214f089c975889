import { Button, Select, TextInput } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { EraseWhat } from '../../../shared/ipc/privacy.ts';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';

const KINDS = ['last-quarter', 'today', 'range', 'everything'] as const;
type Kind = (typeof KINDS)[number];

/** Erases time, after a question that names what is dealt with. */
export function EraseSection() {
  const { t, format } = useWords();
  const erase = useApp((state) => state.erase);
  const id = useId();
  const [kind, setKind] = useState<Kind>('last-quarter');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState<number | null>(null);

  const isRange = kind === 'range';
  const isWrong = isRange && from !== '' && to !== '' && to < from;
  const isComplete = !isRange || (from !== '' && to !== '' && !isWrong);
  const what: EraseWhat = kind === 'range' ? { kind, from, to } : { kind };
  const change = (apply: () => void) => {
    apply();
    setAsking(false);
    setErased(null);
  };

  return (
    <section className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{t('privacy.erase.title')}</h2>
      <p>{t('privacy.erase.text')}</p>
      <div className={classes.row}>
        <Select
          label={t('privacy.erase.what')}
          allowDeselect={false}
          value={kind}
          data={KINDS.map((value) => ({ value, label: t(`privacy.erase.kind.${value}`) }))}
          onChange={(value) => {
            change(() => {
              setKind(KINDS.find((one) => one === value) ?? 'last-quarter');
            });
          }}
        />
        {isRange
          ? (
              [
                ['from', from, setFrom],
                ['to', to, setTo],
              ] as const
            ).map(([key, value, set]) => (
              <TextInput
                key={key}
                type="date"
                label={t(`privacy.erase.${key}`)}
                value={value}
                onChange={(event) => {
                  const { value: next } = event.currentTarget;
                  change(() => {
                    set(next);
                  });
                }}
              />
            ))
          : null}
        <Button
          variant="default"
          disabled={!isComplete || asking}
          onClick={() => {
            change(() => undefined);
            setAsking(true);
          }}
        >
          {t('privacy.erase.button')}
        </Button>
      </div>
      {isWrong ? <p role="alert">{t('privacy.erase.wrong')}</p> : null}
      {asking && isComplete ? (
        <div className={classes.confirm} role="alertdialog" aria-labelledby={`${id}-question`}>
          <p id={`${id}-question`}>
            {kind === 'range'
              ? t('privacy.erase.confirm.range', {
                  from: format.dateLong(from),
                  to: format.dateLong(to),
                })
              : t(`privacy.erase.confirm.${kind}`)}
          </p>
          <div>
            <Button
              mr="sm"
              onClick={() => {
                setAsking(false);
                void erase(what).then(setErased);
              }}
            >
              {t('privacy.erase.yes')}
            </Button>
            <Button
              variant="default"
              autoFocus
              onClick={() => {
                setAsking(false);
              }}
            >
              {t('privacy.erase.no')}
            </Button>
          </div>
        </div>
      ) : null}
      <p role="status" className={classes.small}>
        {erased === null
          ? ''
          : erased === 0
            ? t('privacy.erase.doneNone')
            : t('privacy.erase.done', { count: erased })}
      </p>
    </section>
  );
}
