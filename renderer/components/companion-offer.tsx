import { Button } from '@mantine/core';
import { useWords } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';

/** The way to the companion, where it can be had; nothing where it cannot. */
export function CompanionOffer() {
  const { t } = useWords();
  const isAvailable = useApp((state) => state.companion?.isAvailable === true);
  const openPage = useApp((state) => state.openPage);
  if (!isAvailable) return null;
  return (
    <Button size="xs" variant="default" onClick={() => openPage('companion')}>
      {t('companion.open')}
    </Button>
  );
}
