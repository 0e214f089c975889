import { useWords } from '../i18n/words.ts';
import classes from './settings.module.css';

/** Says that what was typed is not saved, and is kept until it is. */
export function DraftNote({ isThere }: { readonly isThere: boolean }) {
  const { t } = useWords();
  return (
    <div className={classes.note} role="status">
      {isThere ? <p className={classes.effect}>{t('app.draft')}</p> : null}
    </div>
  );
}
