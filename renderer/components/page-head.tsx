import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { NextIcon, PreviousIcon } from './icons.tsx';
import { usePageKeys } from './keys.tsx';
import classes from './page-head.module.css';

/** A field for going to any day. */
export interface Jump {
  readonly label: string;
  /** The day that is shown, as ISO date; empty while it is not known. */
  readonly value: string;
  /** The latest day that there is. */
  readonly latest: string;
  onJump(isoDate: string): void;
}

/** Going back and forth in time. */
export interface TimeNavigation {
  readonly previousLabel: string;
  readonly nextLabel: string;
  readonly currentLabel: string;
  /** Whether the present one is shown already. */
  readonly isCurrent: boolean;
  readonly jump?: Jump;
  onPrevious(): void;
  onNext(): void;
  onCurrent(): void;
}

/** The first year that a day can be chosen of: while one is typed, it passes through the first centuries. */
const FIRST_DAY = '2000-01-01';

function JumpField({ label, value, latest, onJump }: Jump) {
  return (
    <TextInput
      type="date"
      size="sm"
      aria-label={label}
      value={value}
      min={FIRST_DAY}
      max={latest}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        if (chosen >= FIRST_DAY && chosen <= latest) onJump(chosen);
      }}
    />
  );
}

function Navigation({ navigation }: { readonly navigation: TimeNavigation }) {
  return (
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
      {navigation.jump ? <JumpField {...navigation.jump} /> : null}
    </div>
  );
}

/** The arrow keys go back and forth, where nothing else takes them. */
function useArrowKeys(navigation: TimeNavigation | undefined): void {
  usePageKeys([
    ['ArrowLeft', () => navigation?.onPrevious()],
    [
      'ArrowRight',
      () => {
        if (navigation?.isCurrent === false) navigation.onNext();
      },
    ],
  ]);
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
  useArrowKeys(navigation);
  return (
    <header className={classes.head}>
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={classes.detail}>{detail}</p>
      </div>
      <div className={classes.actions}>
        {navigation === undefined ? null : <Navigation navigation={navigation} />}
        {actions}
      </div>
    </header>
  );
}
