import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Select } from '../../components/select.tsx';
import {
  activityChoices,
  isLinkedIn,
  LINKEDIN_ACTIVITIES,
} from '../../../shared/domain/activity.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { Confirm } from './confirm.tsx';
import {
  ERASE_KINDS,
  type EraseChoice,
  type EraseKind,
  eraseQuestion,
  isBackwards,
  takesDays,
  whatToErase,
} from './erase-choice.ts';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

const FIRST: EraseChoice = { kind: 'last-quarter', activity: 'feed', from: '', to: '' };

interface ChoiceProps {
  readonly choice: EraseChoice;
  onChange(part: Partial<EraseChoice>): void;
}

function ActivityField({ choice: { activity }, onChange }: ChoiceProps) {
  const { t } = useWords();
  const shieldJobs = useApp((state) => valueOf(state.settings)?.shieldJobs ?? true);
  return (
    <Select
      label={t('correct.filter')}
      allowDeselect={false}
      value={activity}
      data={activityChoices(shieldJobs)
        .filter(isLinkedIn)
        .map((value) => ({ value, label: t(`activity.${value}`) }))}
      onChange={(value) => {
        onChange({ activity: LINKEDIN_ACTIVITIES.find((one) => one === value) ?? 'feed' });
      }}
    />
  );
}

/** What is erased: a kind, and what that kind takes. */
function ChoiceFields({ choice, onChange }: ChoiceProps) {
  const { t } = useWords();
  const { kind } = choice;
  return (
    <>
      <Select
        label={t('privacy.erase.what')}
        allowDeselect={false}
        value={kind}
        data={ERASE_KINDS.map((value) => ({
          value,
          label:
            value === 'activity' || value === 'log'
              ? t(`erase.${value}`)
              : t(`privacy.erase.kind.${value}`),
        }))}
        onChange={(value) => {
          onChange({ kind: ERASE_KINDS.find((one) => one === value) ?? 'last-quarter' });
        }}
      />
      {kind === 'activity' ? <ActivityField choice={choice} onChange={onChange} /> : null}
      {takesDays(kind)
        ? (['from', 'to'] as const).map((key) => (
            <TextInput
              key={key}
              type="date"
              label={t(`privacy.erase.${key}`)}
              value={choice[key]}
              onChange={(event) => {
                onChange({ [key]: event.currentTarget.value });
              }}
            />
          ))
        : null}
    </>
  );
}

/** One span alone is erased where it stands. */
function OneSpanNote() {
  const { t } = useWords();
  const openPage = useApp((state) => state.openPage);
  return (
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
  );
}

/** What was erased, and how many spans of it. */
interface Erased {
  readonly kind: EraseKind;
  readonly count: number;
}

function ErasedNote({ erased }: { readonly erased: Erased | undefined }) {
  const { t } = useWords();
  const text = ({ kind, count }: Erased) => {
    if (count > 0) return t('privacy.erase.done', { count });
    return t(kind === 'log' ? 'erase.doneLog' : 'privacy.erase.doneNone');
  };
  return (
    <p role="status" className={classes.small}>
      {erased ? text(erased) : ''}
    </p>
  );
}

/** Erases time, after a question that names what is dealt with. */
export function EraseSection() {
  const words = useWords();
  const { t } = words;
  const erase = useApp((state) => state.erase);
  const spans = useApp(
    ({ privacy }) => valueOf(privacy)?.tables.find(({ name }) => name === 'spans')?.count ?? 0,
  );
  const [choice, setChoice] = useState<EraseChoice>(FIRST);
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState<Erased>();
  const what = whatToErase(choice);
  return (
    <Section title={t('privacy.erase.title')}>
      <p>{t('privacy.erase.text')}</p>
      <div className={classes.row}>
        <ChoiceFields
          choice={choice}
          onChange={(part) => {
            setChoice((before) => ({ ...before, ...part }));
            setAsking(false);
            setErased(undefined);
          }}
        />
        <Button
          variant="default"
          disabled={!what || asking}
          onClick={() => {
            setErased(undefined);
            setAsking(true);
          }}
        >
          {t('privacy.erase.button')}
        </Button>
      </div>
      {choice.kind === 'activity' ? <p className={classes.small}>{t('erase.allDays')}</p> : null}
      {isBackwards(choice) ? <p role="alert">{t('privacy.erase.wrong')}</p> : null}
      {asking && what ? (
        <Confirm
          question={`${eraseQuestion(words, what, spans)} ${t('undo.until')}`}
          yes={t('privacy.erase.yes')}
          no={t('privacy.erase.no')}
          onYes={() => {
            setAsking(false);
            void erase(what).then((count) => {
              setErased(count === null ? undefined : { kind: what.kind, count });
            });
          }}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : null}
      <OneSpanNote />
      <ErasedNote erased={erased} />
    </Section>
  );
}
