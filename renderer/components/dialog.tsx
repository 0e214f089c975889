import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import classes from './dialog.module.css';

/** A dialog under its heading. The library's own header would be a second banner of the page. */
export function Dialog({
  title,
  isOpen = true,
  onClose,
  children,
}: {
  readonly title: string;
  readonly isOpen?: boolean;
  onClose(): void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Modal.Root opened={isOpen} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body>
          <div className={classes.head}>
            <h2>{title}</h2>
            <CloseButton aria-label={t('keys.close')} onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
