import { Button, Progress } from '@mantine/core';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './report-page.module.css';

/** How much of a report that takes long is made, with the way to stop it. */
export function ReportProgress() {
  const { t } = useWords();
  const share = useApp((state) => state.reportShare);
  const cancel = useApp((state) => state.cancelReport);
  if (share === null) return null;
  return (
    <section className={`card ${classes.making ?? ''}`} aria-label={t('report.making')}>
      <p>{t('report.making')}</p>
      <div className={classes.progress}>
        <Progress value={Math.round(share * 100)} aria-label={t('report.making')} />
        <Button variant="default" size="xs" onClick={() => void cancel()}>
          {t('report.cancel')}
        </Button>
      </div>
    </section>
  );
}
