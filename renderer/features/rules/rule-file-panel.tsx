import { Button } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { OwnRules, RuleFileProblem } from '../../../shared/settings/rule-file.ts';
import { useWords } from '../../i18n/words.ts';
import { appendRules } from './change-rules.ts';
import classes from './rules-page.module.css';

/** Says why a file of rules was not taken, and where in it that stands. */
export function FileProblem({
  problem,
  onClose,
}: {
  readonly problem: RuleFileProblem;
  onClose(): void;
}) {
  const { t, format } = useWords();
  const { code, key, position } = problem;
  const text = t(`rules.file.problem.${code}`, { key });
  return (
    <section className="card" role="alert">
      <h2>{t('rules.file.refusedTitle')}</h2>
      <p className={classes.help}>
        {position === null
          ? text
          : t('rules.file.place', { position: format.number(position), problem: text })}
      </p>
      <Button variant="default" size="xs" mt="sm" onClick={onClose}>
        {t('notice.dismiss')}
      </Button>
    </section>
  );
}

/** Asks what to do with the rules of a file that was read. */
export function FileChoice({
  mine,
  found,
  onTake,
  onClose,
}: {
  readonly mine: OwnRules;
  readonly found: OwnRules;
  onTake(own: OwnRules): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const id = useId();
  const joined = appendRules(mine, found);
  const hasMine = mine.rules.length + mine.browsers.length > 0;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('rules.file.title')}</h2>
      <p className={classes.help} role="status">
        {t('rules.file.found', {
          rules: t('rules.file.rules', { count: found.rules.length }),
          browsers: t('rules.file.browsers', { count: found.browsers.length }),
        })}{' '}
        {hasMine && !joined ? t('rules.file.tooMany') : null}
      </p>
      <div className={classes.fileButtons}>
        {hasMine ? (
          <Button
            size="sm"
            disabled={!joined}
            onClick={() => {
              if (joined) onTake(joined);
            }}
          >
            {t('rules.file.append')}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant={hasMine ? 'default' : 'filled'}
          onClick={() => {
            onTake(found);
          }}
        >
          {t('rules.file.replace')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('rules.file.cancel')}
        </Button>
      </div>
    </section>
  );
}
