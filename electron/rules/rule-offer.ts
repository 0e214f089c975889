import type { Activity } from '../../shared/domain/activity.ts';
import type { RuleOffer } from '../../shared/ipc/rule-views.ts';
import { createClassifier } from '../../shared/linkedin/classify.ts';
import { ruleTextOf } from '../../shared/linkedin/rule-text.ts';
import { MOST_RULES, type RuleDraft, withDraft } from '../../shared/settings/rule-file.ts';
import type { Settings, UserRule } from '../../shared/settings/settings.ts';
import type { RememberedWindow, WindowMemory } from '../tracking/window-memory.ts';

/** What an offer is made from. */
export interface RuleOfferNeeds {
  readonly settings: () => Settings;
  /** The rules that decided a span, the most frequent first. */
  readonly rulesOf: (startedAtMs: number) => readonly string[];
  /** The windows of the latest spans. */
  readonly latest: Pick<WindowMemory, 'of'>;
}

/** The user's own rule of an id, as a draft with another activity; undefined of other rules. */
function ownRule(
  id: string | undefined,
  activity: Activity,
  { rules }: Settings,
): RuleDraft | undefined {
  const at = Number(/^user:(\d+)$/.exec(id ?? '')?.[1] ?? Number.NaN) - 1;
  const own = rules[at];
  return own && { at, rule: { ...own, activity } };
}

/** A new rule that knows a window again; undefined where none does what the user said. */
function newRule(
  window: RememberedWindow,
  activity: Activity,
  settings: Settings,
): RuleDraft | undefined {
  const found = ruleTextOf(window, settings.browsers);
  if (!found) return undefined;
  // Kept to LinkedIn where that does it: only a window that is not LinkedIn by itself needs more.
  for (const elsewhereToo of [false, true]) {
    const draft: RuleDraft = {
      at: settings.rules.length,
      rule: { field: 'title', ...found, activity, elsewhereToo },
    };
    const rules = withDraft(settings.rules, draft);
    const told = createClassifier({ ...settings, rules })(window);
    if (told.rule === `user:${rules.length}`) return draft;
  }
  return undefined;
}

/**
 * The rule that would have made a span what the user said it was, as a draft that they have yet to save: their
 * own rule that decided it with the other activity, else a new one for the title of its latest window, else
 * one whose words are still to be written.
 */
export function offerRule(startedAtMs: number, said: Activity, needs: RuleOfferNeeds): RuleOffer {
  const settings = needs.settings();
  // What a rule calls private is job search, kept private.
  const activity = said === 'private' ? 'jobs' : said;
  const window = needs.latest.of(startedAtMs) ?? null;
  const decided = window
    ? createClassifier(settings)(window).rule
    : needs.rulesOf(startedAtMs).find((id) => id !== 'notice:kept');
  const own = ownRule(decided, activity, settings);
  if (own) return { source: 'own-rule', draft: own, window };
  if (settings.rules.length >= MOST_RULES) return { source: 'full', draft: null, window: null };
  const made = window && newRule(window, activity, settings);
  if (made) return { source: 'window', draft: made, window };
  const rule: UserRule = {
    field: 'title',
    match: 'contains',
    text: '',
    activity,
    elsewhereToo: false,
  };
  return { source: 'none', draft: { at: settings.rules.length, rule }, window: null };
}
