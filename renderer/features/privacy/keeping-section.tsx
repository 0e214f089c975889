import { Button } from '@mantine/core';
import { useState } from 'react';
import { keptFrom } from '../../../shared/domain/keeping.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { Select } from '../../components/select.tsx';
import { localToday } from '../../i18n/since.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { Confirm } from './confirm.tsx';
import classes from './privacy-page.module.css';
import { Section } from './section.tsx';

const KEPT = ['always', '13-weeks', 'year'] as const satisfies readonly Settings['keepSpans'][];
const OLDERS = ['totals', 'erase'] as const satisfies readonly Settings['olderSpans'][];

type Choice = Pick<Settings, 'keepSpans' | 'olderSpans'>;

function ChoiceFields({
  choice: { keepSpans, olderSpans },
  onChange,
}: {
  readonly choice: Choice;
  onChange(part: Partial<Choice>): void;
}) {
  const { t } = useWords();
  return (
    <>
      <Select
        label={t('keeping.keep')}
        allowDeselect={false}
        value={keepSpans}
        data={KEPT.map((value) => ({ value, label: t(`keeping.kept.${value}`) }))}
        onChange={(value) => {
          onChange({ keepSpans: KEPT.find((one) => one === value) ?? 'always' });
        }}
      />
      {keepSpans === 'always' ? null : (
        <Select
          label={t('keeping.older')}
          allowDeselect={false}
          value={olderSpans}
          data={OLDERS.map((value) => ({ value, label: t(`keeping.olders.${value}`) }))}
          onChange={(value) => {
            onChange({ olderSpans: OLDERS.find((one) => one === value) ?? 'totals' });
          }}
        />
      )}
    </>
  );
}

function Choices({ now }: { readonly now: Choice }) {
  const { t, format } = useWords();
  const changeSettings = useApp((state) => state.changeSettings);
  const [choice, setChoice] = useState(now);
  const [step, setStep] = useState<'choosing' | 'asking' | 'saved'>('choosing');
  const { keepSpans, olderSpans } = choice;
  const isSame = keepSpans === now.keepSpans && olderSpans === now.olderSpans;

  const save = async () => {
    const saved = await changeSettings({ ...choice, keepingAsked: true });
    setStep(saved ? 'saved' : 'choosing');
  };
  const change = (part: Partial<Choice>) => {
    setChoice({ ...choice, ...part });
    setStep('choosing');
  };
  return (
    <>
      <div className={classes.row}>
        <ChoiceFields choice={choice} onChange={change} />
        <Button
          variant="default"
          disabled={isSame || step === 'asking'}
          onClick={() => {
            // Keeping everything takes nothing away.
            if (keepSpans === 'always') void save();
            else setStep('asking');
          }}
        >
          {t('keeping.apply')}
        </Button>
      </div>
      {step === 'asking' ? (
        <Confirm
          question={t(`keeping.confirm.${olderSpans}`, {
            date: format.dateFull(keptFrom(keepSpans, localToday()) ?? localToday()),
          })}
          yes={t('keeping.yes')}
          no={t('keeping.no')}
          onYes={() => void save()}
          onNo={() => {
            setChoice(now);
            setStep('choosing');
          }}
        />
      ) : null}
      <p role="status" className={classes.small}>
        {step === 'saved' ? t('keeping.saved') : ''}
      </p>
    </>
  );
}

/** How long spans are kept, and what older ones become. */
export function KeepingSection() {
  const { t } = useWords();
  const settings = useApp((state) => valueOf(state.settings));
  return (
    <Section title={t('keeping.title')}>
      <p>{t('keeping.text')}</p>
      {settings ? <Choices now={settings} /> : null}
    </Section>
  );
}
