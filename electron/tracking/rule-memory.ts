import { type Activity, isLinkedIn } from '../../shared/domain/activity.ts';

/** Rules remembered of one span at most; of a longer one those that came first. */
const MOST_RULES = 20;

/**
 * Remembers which rules decided each span of the running day, by their ids, which say nothing of what was
 * on the screen. In memory only.
 */
export interface RuleMemory {
  /**
   * Notes that a rule decided once more.
   *
   * @param isoDate the local day; with another one, all but this span are forgotten.
   */
  note(startedAtMs: number, activity: Activity, rule: string, isoDate: string): void;
  /** The rules of a span, the one that decided most often first; none where nothing is known. */
  rulesOf(startedAtMs: number): readonly string[];
  /** Takes the numbers from the user's own rules, which are others now. */
  forgetPositions(): void;
  /** Forgets one span. */
  forget(startedAtMs: number): void;
  /** Forgets every span; for after they were erased. */
  clear(): void;
}

/** A rule without what would name the kind of page, for time that is shielded. */
function shieldedRule(rule: string): string {
  const [kind = '', language] = rule.split(':');
  if (kind === 'user') return rule;
  return kind === 'words' && language !== undefined ? `${kind}:${language}` : kind;
}

export function createRuleMemory(): RuleMemory {
  let day = '';
  let spans = new Map<number, Map<string, number>>();
  return {
    note(startedAtMs, activity, rule, isoDate) {
      if (!isLinkedIn(activity)) return;
      const known = spans.get(startedAtMs);
      if (isoDate !== day) {
        day = isoDate;
        spans = new Map(known ? [[startedAtMs, known]] : []);
      }
      const rules = known ?? new Map<string, number>();
      if (!known) spans.set(startedAtMs, rules);
      const id = activity === 'private' ? shieldedRule(rule) : rule;
      if (rules.has(id) || rules.size < MOST_RULES) rules.set(id, (rules.get(id) ?? 0) + 1);
    },
    rulesOf: (startedAtMs) =>
      [...(spans.get(startedAtMs) ?? [])].sort((a, b) => b[1] - a[1]).map(([rule]) => rule),
    forget: (startedAtMs) => {
      spans.delete(startedAtMs);
    },
    clear: () => {
      spans = new Map();
    },
    forgetPositions() {
      for (const rules of spans.values()) {
        let times = 0;
        for (const [rule, count] of rules) {
          if (!rule.startsWith('user')) continue;
          times += count;
          rules.delete(rule);
        }
        if (times > 0) rules.set('user', times);
      }
    },
  };
}
