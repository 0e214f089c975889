/** @file What the window knows and can do: the rules of the user. */
import type { Activity } from '../../../shared/domain/activity.ts';
import type { RuleTrial } from '../../../shared/ipc/contract.ts';
import type { RuleImport, RuleOffer, TriedRules } from '../../../shared/ipc/rule-views.ts';
import type { OwnRules } from '../../../shared/settings/rule-file.ts';

export interface RulesSlice {
  /** The user's rules and browsers before each of the latest changes, for undoing them. */
  readonly earlierRules: readonly OwnRules[];
  /** Whether the change was accepted. It can be undone. */
  changeRules(change: Partial<OwnRules>): Promise<boolean>;
  undoRules(): Promise<boolean>;
  watchWindows(on: boolean): Promise<void>;
  /** Undefined where it could not be tried. */
  tryRules(trial: RuleTrial): Promise<TriedRules | undefined>;
  /** A rule that is offered after a correction, while the page of the rules shows it; each has a number. */
  readonly ruleOffer: (RuleOffer & { readonly id: number }) | null;
  /** Opens the page of the rules with the rule that would have made a span what it is now. */
  openRuleOffer(startedAtMs: number, activity: Activity): Promise<void>;
  forgetRuleOffer(): void;
  /** Whether a file was saved. */
  exportRules(): Promise<boolean>;
  importRules(): Promise<RuleImport>;
}
