import { Button } from '@mantine/core';
import { useWords, weekNumber } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';
import { Dismissible } from './dismissible.tsx';

/** A quiet word at the end of a working week that it can be looked back on; closed, it stays away for that week. */
export function ReviewHint() {
  const { t } = useWords();
  const due = useApp((state) => state.reviewDue);
  const page = useApp((state) => state.page);
  const openReview = useApp((state) => state.openReview);
  const settleReview = useApp((state) => state.settleReview);
  if (due === null || page === 'review') return null;
  return (
    <Dismissible
      title={t('review.hint.title', { week: weekNumber(due.week) })}
      onClose={() => void settleReview(due.week)}
    >
      {t('review.hint.text')}
      <Button display="block" mt="sm" variant="default" onClick={() => void openReview(due.monday)}>
        {t('review.hint.open')}
      </Button>
    </Dismissible>
  );
}
