import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { NextIcon, PreviousIcon } from './icons.tsx';
import classes from './page-head.module.css';

/** Going back and forth in time. */
export interface TimeNavigation {
  readonly previousLabel: string;
  readonly nextLabel: string;
  readonly currentLabel: string;
  /** Whether the present one is shown already. */
  readonly isCurrent: boolean;
  onPrevious(): void;
  onNext(): void;
  onCurrent(): void;
}

/** Title of a page with what stands beside it. */
export function PageHead({
  title,
  detail,
  navigation,
  actions,
}: {
  readonly title: string;
  readonly detail: string;
  readonly navigation?: TimeNavigation;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={classes.detail}>{detail}</p>
      </div>
      <div className={classes.actions}>
        {navigation === undefined ? null : (
          <div className={classes.navigation}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={navigation.previousLabel}
              onClick={() => {
                navigation.onPrevious();
              }}
            >
              <PreviousIcon />
            </ActionIcon>
            <Button
              variant="default"
              size="sm"
              disabled={navigation.isCurrent}
              onClick={() => {
                navigation.onCurrent();
              }}
            >
              {navigation.currentLabel}
            </Button>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={navigation.nextLabel}
              disabled={navigation.isCurrent}
              onClick={() => {
                navigation.onNext();
              }}
            >
              <NextIcon />
            </ActionIcon>
          </div>
        )}
        {actions}
      </div>
    </header>
  );
}
