import { Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ChevronIcon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.ts';
import classes from './privacy-page.module.css';

/** What proves the promise to those who know files and ports; closed until someone asks for it. */
export function Technical({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const id = useId();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton
        className={classes.technical}
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
      >
        <ChevronIcon turned={opened} />
        <span>
          <strong>{t('privacy.technical.title')}</strong> {t('privacy.technical.text')}
        </span>
      </UnstyledButton>
      <div id={id}>
        <Collapse expanded={opened} keepMounted={false}>
          <div className={classes.panel}>{children}</div>
        </Collapse>
      </div>
    </>
  );
}
