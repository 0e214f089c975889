import { Button } from '@mantine/core';
import type { Settings } from '../../../shared/settings/settings.ts';
import classes from '../../components/settings.module.css';
import { sinceText } from '../../i18n/since.ts';
import { useWords } from '../../i18n/words.ts';
import type { ScheduleSetting } from '../../store/change-settings.ts';

/** All versions of the schedule, the latest first. */
export function ScheduleVersions({
  schedules,
  current,
  onCorrect,
  onDelete,
}: {
  readonly schedules: Settings['schedules'];
  readonly current: ScheduleSetting;
  onCorrect(version: ScheduleSetting): void;
  onDelete(version: ScheduleSetting): void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <section className={classes.versions} aria-label={t('hours.versions')}>
      <h3>{t('hours.versions')}</h3>
      <ul>
        {schedules.toReversed().map((version) => (
          <li key={version.from}>
            <span>
              {sinceText(words, version.from)}
              {version === current ? <em>{t('hours.now')}</em> : null}
            </span>
            <span className={classes.actions}>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  onCorrect(version);
                }}
              >
                {t('hours.correct')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  onDelete(version);
                }}
              >
                {t('hours.delete')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
