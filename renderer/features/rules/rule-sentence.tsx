import type { Activity } from '../../../shared/domain/activity.ts';
import { isLinkedIn } from '../../../shared/domain/activity.ts';
import { reachesElsewhere, type UserRule } from '../../../shared/settings/settings.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { useWords } from '../../i18n/words.ts';
import classes from './rules-page.module.css';

/** An activity with its sample of colour; elsewhere has none. */
export function ActivityName({ activity }: { readonly activity: Activity }) {
  const { t } = useWords();
  return (
    <span className={classes.activity}>
      {isLinkedIn(activity) ? <Swatch kind={activity} /> : null}
      {t(`activity.${activity}`)}
    </span>
  );
}

/** A rule as a sentence: title contains “Acme”, then what it is. */
export function RuleSentence({ rule }: { readonly rule: UserRule }) {
  const { t } = useWords();
  return (
    <span className={classes.sentence}>
      <span>
        {t('rules.list.sentence', {
          field: t(`rules.field.${rule.field}`),
          match: t(`rules.match.${rule.match}`),
        })}{' '}
        <bdi className={classes.text}>{rule.text}</bdi>
      </span>
      <span className={classes.outcome}>
        <span className={classes.arrow} aria-hidden="true">
          {'→'}
        </span>
        <ActivityName activity={rule.activity} />
        {reachesElsewhere(rule) ? (
          <span className={classes.mark}>{t('rules.list.elsewhereToo')}</span>
        ) : null}
      </span>
    </span>
  );
}
