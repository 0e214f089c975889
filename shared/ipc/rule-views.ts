import type { Activity } from '../domain/activity.ts';
import type { OwnRules, RuleDraft, RuleFileProblem } from '../settings/rule-file.ts';

/** A window as the rules see it. Shown for the moment, in memory alone. */
export interface SeenWindow {
  readonly app: string;
  readonly title: string;
  /** Empty where the system gives none. */
  readonly url: string;
}

/** What a sample is by the rules. */
export interface RuleVerdict {
  /** Null where the window cannot be told, and so is not measured. */
  readonly activity: Activity | null;
  /** Id of the rule that decided, as in `words:nl:messaging`. */
  readonly rule: string;
  /** The title could not tell; the likeliest activity was taken. */
  readonly guess: boolean;
}

/** The answer to a trial of the rules. */
export interface TriedRules {
  /** Null where a window was asked for and none has been seen. */
  readonly verdict: RuleVerdict | null;
  /** The window that was seen; null for a typed sample, and where none has been seen. */
  readonly seen: SeenWindow | null;
  /** Whether windows are being watched. */
  readonly watching: boolean;
}

/** A rule that would have decided as the user said, to be looked at and saved, or not. */
export interface RuleOffer {
  /**
   * Where it comes from: the user's own rule that decided, the window, or nothing but the activity; `full` where
   * there is no room for another rule.
   */
  readonly source: 'own-rule' | 'window' | 'none' | 'full';
  readonly draft: RuleDraft | null;
  /** The window that it was made from, to try it on. */
  readonly window: Pick<SeenWindow, 'app' | 'title'> | null;
}

/** What came of choosing a file of rules. */
export type RuleImport =
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly problem: RuleFileProblem }
  | { readonly status: 'read'; readonly own: OwnRules };
