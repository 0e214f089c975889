import { Button, CloseButton } from '@mantine/core';
import { useLayoutEffect } from 'react';
import type { Activity } from '../../shared/domain/activity.ts';
import { settingsChangeText } from '../i18n/change-words.ts';
import { type Words, useWords } from '../i18n/words.ts';
import type { Undo } from '../store/state/undo.ts';
import { useApp } from '../store/use-app.ts';
import { usePageKeys } from './keys.tsx';
import classes from './undo-region.module.css';

/** As many as are shown at a time; Ctrl+Z takes back the latest. */
const MOST_SHOWN = 3;

function changeText(words: Words, undo: Undo): string {
  const { t } = words;
  if (undo.of === 'settings') return settingsChangeText(words, undo.patch, undo.made);
  const { kind, from, to, spans } = undo.offer;
  const nameOf = (activity: typeof from) => (activity === null ? '' : t(`activity.${activity}`));
  switch (kind) {
    case 'relabelled':
      return t('undo.relabelled', { from: nameOf(from), to: nameOf(to) });
    case 'added':
    case 'moved':
    case 'split':
    case 'deleted':
      return t(`undo.${kind}`, { from: nameOf(from) });
    case 'erased':
      return spans === 0 ? t('undo.erasedLog') : t('undo.erased', { count: spans });
  }
}

/** Goes to the rule that would have made a span what the user said it was. */
function RuleButton({
  startedAtMs,
  activity,
}: {
  readonly startedAtMs: number;
  readonly activity: Activity;
}) {
  const { t } = useWords();
  const openRuleOffer = useApp((state) => state.openRuleOffer);
  return (
    <Button size="xs" variant="subtle" onClick={() => void openRuleOffer(startedAtMs, activity)}>
      {t('undo.rule')}
    </Button>
  );
}

function UndoCard({ undo }: { readonly undo: Undo }) {
  const words = useWords();
  const { t } = words;
  const takeUndo = useApp((state) => state.takeUndo);
  const dismissUndo = useApp((state) => state.dismissUndo);
  const change = changeText(words, undo);
  return (
    <div className={classes.card}>
      <div className={classes.text}>
        <p>{change}</p>
        {undo.of === 'data' && undo.offer.kind !== 'relabelled' ? (
          <p className={classes.until}>{t('undo.until')}</p>
        ) : null}
      </div>
      {undo.of === 'data' && undo.offer.startedAtMs !== null && undo.offer.to !== null ? (
        <RuleButton startedAtMs={undo.offer.startedAtMs} activity={undo.offer.to} />
      ) : null}
      <Button
        size="xs"
        variant="default"
        aria-label={t('undo.buttonOf', { change })}
        onClick={() => void takeUndo(undo.key)}
      >
        {t('undo.button')}
      </Button>
      <CloseButton
        size="sm"
        aria-label={t('undo.close')}
        onClick={() => {
          dismissUndo(undo.key);
        }}
      />
    </div>
  );
}

/**
 * Says what was changed, with the way back, whatever page is open. It takes no focus; it is reached with the
 * tabulator after the page, and Ctrl+Z (⌘Z) undoes the latest change.
 */
export function UndoRegion() {
  const { t } = useWords();
  const undos = useApp((state) => state.undos);
  const undone = useApp((state) => state.undone);
  const takeUndo = useApp((state) => state.takeUndo);
  const [latest] = undos;
  const isUndoable = latest !== undefined;
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-undoable', isUndoable);
    return () => {
      document.documentElement.removeAttribute('data-undoable');
    };
  }, [isUndoable]);
  usePageKeys([
    [
      'mod+Z',
      () => {
        if (latest) void takeUndo(latest.key);
      },
    ],
  ]);
  return (
    <section className={classes.region} role="status" aria-label={t('undo.region')}>
      {undos.slice(0, MOST_SHOWN).map((undo) => (
        <UndoCard key={undo.key} undo={undo} />
      ))}
      {undone > 0 ? (
        <p key={undone} className={classes.done}>
          {t('undo.done')}
        </p>
      ) : null}
    </section>
  );
}
