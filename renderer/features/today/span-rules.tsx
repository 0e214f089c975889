import { Popover, UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import { type Activity, activityChoices } from '../../../shared/domain/activity.ts';
import { HelpIcon } from '../../components/icons.tsx';
import { Select } from '../../components/select.tsx';
import { isGuessRule, ruleText } from '../../i18n/rule-words.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './span-list.module.css';

/** Rules that are named; a long span of many pages has more. */
const MOST_NAMED = 4;

/** The rules in words. */
function Why({ rules, isGuess }: { readonly rules: readonly string[]; readonly isGuess: boolean }) {
  const words = useWords();
  const texts = [...new Set(rules.map((rule) => ruleText(words, rule)))];
  return (
    <>
      <ul className={classes.whyList}>
        {texts.slice(0, MOST_NAMED).map((text) => (
          <li key={text}>{text}.</li>
        ))}
      </ul>
      {isGuess ? <p className={classes.note}>{words.t('rule.guessHelp')}</p> : null}
    </>
  );
}

/** "Not right? It was ...", in the place where it is told why. */
function WasSomethingElse({
  atMs,
  activity,
  onSaid,
}: {
  /** Start of the span. */
  readonly atMs: number;
  readonly activity: Activity;
  onSaid(): void;
}) {
  const { t } = useWords();
  const shieldJobs = useApp((state) => valueOf(state.settings)?.shieldJobs ?? true);
  const relabelSpan = useApp((state) => state.relabelSpan);
  const choices = activityChoices(shieldJobs).filter((choice) => choice !== activity);
  return (
    <Select
      mt="sm"
      size="xs"
      label={t('rule.wrong')}
      value={null}
      data={choices.map((choice) => ({ value: choice, label: t(`activity.${choice}`) }))}
      onChange={(value) => {
        const choice = choices.find((one) => one === value);
        if (choice === undefined) return;
        onSaid();
        void relabelSpan(atMs, choice);
      }}
    />
  );
}

/** Says why a span was taken for what it is, marks it where that is a guess, and takes another answer. */
export const SpanRules = memo(function SpanRules({
  rules,
  about,
  rowId,
  atMs,
  activity,
}: {
  /** Those that decided it, the most frequent first. */
  readonly rules: readonly string[];
  /** The span in words, for the name of the button. */
  readonly about: string;
  /** Of its row, which takes the focus when the question is no more. */
  readonly rowId: string;
  readonly atMs: number;
  readonly activity: Activity;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [first] = rules;
  if (first === undefined) return null;
  const isGuess = isGuessRule(first);
  return (
    <span className={classes.rules}>
      {isGuess ? <span className={classes.note}>{t('rule.guessMark')}</span> : null}
      <Popover
        opened={isOpen}
        onChange={setOpen}
        width={280}
        position="bottom-start"
        shadow="md"
        withinPortal
        trapFocus
      >
        <Popover.Target>
          <UnstyledButton
            className="help"
            aria-label={t('rule.why', { span: about })}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            <HelpIcon />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('rule.why', { span: about })}>
          <Why rules={rules} isGuess={isGuess} />
          <WasSomethingElse
            atMs={atMs}
            activity={activity}
            onSaid={() => {
              setOpen(false);
              document.getElementById(rowId)?.focus();
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </span>
  );
});
