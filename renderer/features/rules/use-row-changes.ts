import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { UserRule } from '../../../shared/settings/settings.ts';
import { useWords } from '../../i18n/words.ts';
import { moveRule } from './change-rules.ts';

export type RowButton = 'up' | 'down' | 'edit' | 'remove';

/** A button of a row. */
interface RowFocus {
  readonly at: number;
  readonly button: RowButton;
}

/** Focuses a button of a row; of one that is gone or does nothing now, the next best. */
function focusButton(card: HTMLElement | null, { at, button }: RowFocus): void {
  const find = (kind: RowButton) =>
    card?.querySelector<HTMLElement>(
      `[data-row="${String(at)}"] [data-button="${kind}"]:not(:disabled)`,
    );
  const other = button === 'up' ? find('down') : button === 'down' ? find('up') : undefined;
  const target = find(button) ?? other ?? card?.querySelector<HTMLElement>('[data-button="add"]');
  target?.focus();
}

/**
 * Moves and removes rules, and keeps the focus in the list when the button that had it moves or goes, or a form
 * is closed.
 *
 * @param draftAt the rule that is being written.
 * @param onChange is given what is told to the user once it holds.
 * @returns what can be done to a row, and the card that the list is in.
 */
export function useRowChanges(
  rules: readonly UserRule[],
  draftAt: number | undefined,
  onChange: (rules: UserRule[], said: string) => void,
): {
  readonly card: RefObject<HTMLElement | null>;
  move(from: number, to: number): void;
  remove(at: number): void;
} {
  const { t, format } = useWords();
  const card = useRef<HTMLElement>(null);
  const wanted = useRef<RowFocus>(undefined);
  useLayoutEffect(() => {
    const focus = wanted.current;
    wanted.current = undefined;
    if (focus) focusButton(card.current, focus);
  }, [rules]);
  const hadDraftAt = useRef<number>(undefined);
  useLayoutEffect(() => {
    const at = hadDraftAt.current;
    hadDraftAt.current = draftAt;
    if (at !== undefined && draftAt === undefined)
      focusButton(card.current, { at, button: 'edit' });
  }, [draftAt]);
  return {
    card,
    move: (from, to) => {
      const total = format.number(rules.length);
      onChange(
        moveRule(rules, from, to),
        t('rules.list.moved', { position: format.number(to + 1), total }),
      );
      wanted.current = { at: to, button: to < from ? 'up' : 'down' };
    },
    remove: (at) => {
      wanted.current = { at: Math.min(at, rules.length - 2), button: 'remove' };
      onChange(
        rules.filter((_, other) => other !== at),
        t('rules.list.removed'),
      );
    },
  };
}
