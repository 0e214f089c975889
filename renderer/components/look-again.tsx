import { UnstyledButton } from '@mantine/core';
import { agreementToLookAt } from '../../shared/domain/agreement.ts';
import { localToday } from '../i18n/since.ts';
import { useWords } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import { useApp } from '../store/use-app.ts';
import classes from './look-again.module.css';

/** Says in one line that the agreement was to be looked at again, from its date for that on. */
export function LookAgain() {
  const { t, format } = useWords();
  const agreements = useApp((state) => valueOf(state.settings)?.agreements);
  const openPage = useApp((state) => state.openPage);
  const date = agreements && agreementToLookAt(agreements, localToday())?.lookAgainOn;
  if (!date) return null;
  return (
    <p className={classes.line} role="note">
      {t('agreement.lookAgainDue', { date: format.dateFull(date) })}{' '}
      <UnstyledButton
        className={classes.link ?? ''}
        onClick={() => {
          openPage('agreement');
        }}
      >
        {t('agreement.lookAgainOpen')}
      </UnstyledButton>
    </p>
  );
}
