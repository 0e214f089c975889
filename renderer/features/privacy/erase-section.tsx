import { Button, Select, TextInput } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import {
  activityChoices,
  isLinkedIn,
  LINKEDIN_ACTIVITIES,
  type LinkedInActivity,
} from '../../../shared/domain/activity.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import type { EraseWhat } from '../../../shared/ipc/privacy.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './privacy-page.module.css';

const KINDS = ['last-quarter', 'today', 'range', 'activity', 'log', 'everything'] as const;
type Kind = (typeof KINDS)[number];

/** Erases time, after a question that names what is dealt with. */
export function EraseSection() {
  const { t, format } = useWords();
  const shieldJobs = useApp((state) => valueOf(state.settings)?.shieldJobs ?? true);
  const openPage = useApp((state) => state.openPage);
  const erase = useApp((state) => state.erase);
  const id = useId();
  const [kind, setKind] = useState<Kind>('last-quarter');
  const [activity, setActivity] = useState<LinkedInActivity>('feed');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [asking, setAsking] = useState(false);
  const [erasedKind, setErasedKind] = useState<Kind>(kind);
  const [erased, setErased] = useState<number | null>(null);

  const takesDays = kind === 'range' || kind === 'activity';
  const hasDays = from !== '' && to !== '';
  const isAllDays = kind === 'activity' && from === '' && to === '';
  const isWrong = takesDays && hasDays && to < from;
  const isComplete = !takesDays || isAllDays || (hasDays && !isWrong);
  const what: EraseWhat =
    kind === 'range'
      ? { kind, from, to }
      : kind === 'activity'
        ? { kind, activity, range: isAllDays ? null : { from, to } }
        : { kind };
  const days = () => ({
    from: format.dateLong(from),
    to: format.dateLong(to),
    count: daysBetween(from, to) + 1,
  });
  const spans = useApp(
    ({ privacy }) => valueOf(privacy)?.tables.find(({ name }) => name === 'spans')?.count ?? 0,
  );
  const question = () => {
    switch (what.kind) {
      case 'range':
        return t('privacy.erase.confirm.range', days());
      case 'activity': {
        const name = t(`activity.${activity}`);
        return isAllDays
          ? t('erase.confirmActivity', { activity: name })
          : t('erase.confirmActivityDays', { activity: name, ...days() });
      }
      case 'log':
        return t('erase.confirmLog');
      case 'everything':
        return t('privacy.erase.confirm.everything', { count: spans });
      default:
        return t(`privacy.erase.confirm.${what.kind}`);
    }
  };
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
          data={KINDS.map((value) => ({
            value,
            label:
              value === 'activity' || value === 'log'
                ? t(`erase.${value}`)
                : t(`privacy.erase.kind.${value}`),
          }))}
          onChange={(value) => {
            change(() => {
              setKind(KINDS.find((one) => one === value) ?? 'last-quarter');
            });
          }}
        />
        {kind === 'activity' ? (
          <Select
            label={t('correct.filter')}
            allowDeselect={false}
            value={activity}
            data={activityChoices(shieldJobs)
              .filter(isLinkedIn)
              .map((value) => ({ value, label: t(`activity.${value}`) }))}
            onChange={(value) => {
              change(() => {
                setActivity(LINKEDIN_ACTIVITIES.find((one) => one === value) ?? 'feed');
              });
            }}
          />
        ) : null}
        {takesDays
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
      {kind === 'activity' ? <p className={classes.small}>{t('erase.allDays')}</p> : null}
      {isWrong ? <p role="alert">{t('privacy.erase.wrong')}</p> : null}
      {asking && isComplete ? (
        <div className={classes.confirm} role="alertdialog" aria-labelledby={`${id}-question`}>
          <p id={`${id}-question`}>
            {question()} {t('undo.until')}
          </p>
          <div>
            <Button
              mr="sm"
              onClick={() => {
                setAsking(false);
                setErasedKind(kind);
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
      <p className={`${classes.small ?? ''} ${classes.note ?? ''}`}>
        {t('erase.oneSpan')}{' '}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            openPage('today');
          }}
        >
          {t('erase.openDay')}
        </Button>
      </p>
      <p role="status" className={classes.small}>
        {erased === null
          ? ''
          : erased === 0
            ? t(erasedKind === 'log' ? 'erase.doneLog' : 'privacy.erase.doneNone')
            : t('privacy.erase.done', { count: erased })}
      </p>
    </section>
  );
}
