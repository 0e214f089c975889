import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** What is told until the user has read it. */
export function Dismissible({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Alert
      variant="default"
      title={title}
      withCloseButton
      closeButtonLabel={t('notice.dismiss')}
      onClose={onClose}
    >
      {children}
    </Alert>
  );
}
