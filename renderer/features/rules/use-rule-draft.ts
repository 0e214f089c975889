import { useState } from 'react';
import type { RuleDraft } from '../../../shared/settings/rule-file.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';
import type { KeptRule } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';

const NONE: readonly KeptRule[] = [];

/** Where a kept rule belongs in a list: at the rule that it changes, or behind all where that is in it no more. */
export function placeOf({ changes, rule }: KeptRule, rules: readonly UserRule[]): RuleDraft {
  const wanted = JSON.stringify(changes);
  const at = rules.findIndex((one) => one.text === changes?.text && JSON.stringify(one) === wanted);
  return { at: at < 0 ? rules.length : at, rule };
}

/**
 * The rule that is being written. What the user typed is kept until it is saved or put away, under one that was
 * begun later; an offer that nobody touched goes with the page, as it holds a title that was on the screen.
 */
export function useRuleDraft(rules: readonly UserRule[], offered: RuleDraft | undefined) {
  const kept = useApp((state) => state.drafts.rules ?? NONE);
  const keepDraft = useApp((state) => state.keepDraft);
  const [offer, setOffer] = useState(offered);
  // While it is saved, the list changes under it.
  const [saving, setSaving] = useState<RuleDraft>();
  const latest = kept.at(-1);
  const draft = saving ?? offer ?? (latest && placeOf(latest, rules));
  /** What lies under the draft that is shown. */
  const under = offer ? kept : kept.slice(0, -1);
  const begin = ({ at, rule }: RuleDraft, below: readonly KeptRule[]) => {
    setOffer(undefined);
    keepDraft({ rules: [...below, { changes: rules[at] ?? null, rule }] });
  };
  const putAway = () => {
    setOffer(undefined);
    keepDraft({ rules: under });
  };
  return {
    draft,
    isKept: offer === undefined && latest !== undefined,
    /** Takes what was typed; another rule is begun above this one. */
    setDraft: (next: RuleDraft) => {
      begin(next, next.at === draft?.at ? under : kept);
    },
    /** Begins another rule, whatever is being written. */
    begin: (next: RuleDraft) => {
      begin(next, kept);
    },
    putAway,
    /** @param run saves the draft, and tells whether that was accepted. */
    save: async (run: (draft: RuleDraft) => Promise<boolean>) => {
      if (!draft) return;
      setSaving(draft);
      if (await run(draft)) putAway();
      setSaving(undefined);
    },
  };
}
