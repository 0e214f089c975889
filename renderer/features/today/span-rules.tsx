import { Popover, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { HelpIcon } from '../../components/icons.tsx';
import { isGuessRule, ruleText } from '../../i18n/rule-words.ts';
import { useWords } from '../../i18n/words.ts';
import classes from './span-list.module.css';

/** Rules that are named; a long span of many pages has more. */
const MOST_NAMED = 4;

/** Says which rules made a span what it is, and marks it where the most frequent one is a guess. */
export const SpanRules = memo(function SpanRules({
  rules,
  about,
}: {
  readonly rules: readonly string[];
  /** The span in words, for the name of the button. */
  readonly about: string;
}) {
  const words = useWords();
  const { t } = words;
  const [first] = rules;
  if (first === undefined) return null;
  const texts = [...new Set(rules.map((rule) => ruleText(words, rule)))];
  return (
    <span className={classes.rules}>
      {isGuessRule(first) ? <span className={classes.note}>{t('rule.guessMark')}</span> : null}
      <Popover width={280} position="bottom-start" shadow="md" withinPortal trapFocus>
        <Popover.Target>
          <UnstyledButton className="help" aria-label={t('rule.why', { span: about })}>
            <HelpIcon />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('rule.why', { span: about })}>
          <p className={classes.why}>{t('rule.decided')}</p>
          <ul className={classes.whyList}>
            {texts.slice(0, MOST_NAMED).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {isGuessRule(first) ? <p className={classes.note}>{t('rule.guessHelp')}</p> : null}
        </Popover.Dropdown>
      </Popover>
    </span>
  );
});
