/** @file What the window knows and can do: what was typed on a page and neither saved nor put away. */
import type { Role, WallRange } from '../../../shared/domain/agreement.ts';
import type { BlockProposalView } from '../../../shared/ipc/views.ts';
import type { Weekday } from '../../../shared/domain/work-schedule.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';
import type { AgreementSetting, ScheduleSetting } from '../change-settings.ts';

/** What is being edited of the schedule: a new version, or one that is there already. */
export interface ScheduleDraft {
  readonly schedule: ScheduleSetting;
  /** Date of the version that is corrected; undefined for a new one. */
  readonly corrects: string | undefined;
}

/** Days that are being added: days off, or one with other hours. */
export interface DaysDraft {
  readonly kind: 'off' | 'hours';
  /** ISO dates as they stand in the fields, which may be empty. */
  readonly from: string;
  readonly to: string;
  readonly ranges: readonly WallRange[];
}

/** What the user is doing to the agreement. */
export interface AgreementDraft {
  readonly kind: 'new' | 'correct' | 'end' | 'delete';
  /** Date of the version that it is about. */
  readonly of: string;
  readonly agreement: AgreementSetting;
  /** The figures that the user had it drafted from. */
  readonly figures?: ProposedBlock;
}

/** Figures that a block was proposed from. */
export type ProposedBlock = BlockProposalView & { readonly status: 'proposed' };

/** A rule that is being written. */
export interface KeptRule {
  /** The rule of the list that it changes; null for a new one. */
  readonly changes: UserRule | null;
  readonly rule: UserRule;
}

/** A guideline that is being written: what is suggested for each role that is ticked, as the terms of an agreement. */
export interface GuidelineDraft {
  readonly name: string;
  readonly roles: Readonly<Partial<Record<Role, AgreementSetting>>>;
}

/** What is typed for one print of the pages of a talk. */
export interface TalkDraft {
  readonly wish: string;
  /** Language of the pages. */
  readonly language: 'en' | 'nl';
}

/** A working week as most people have it: the same hours on each working day, with or without a break. */
export interface SimpleWeek {
  readonly days: readonly Weekday[];
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
  /** The break; both empty without one. */
  readonly breakFrom: string;
  readonly breakTo: string;
}

/** What the first run asks. */
export interface WelcomeAnswers {
  /** Null where the week is not a simple one, and stays as it is. */
  readonly week: SimpleWeek | null;
  readonly role: Role;
  /** The block, in minutes a day. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

/** At most one of each, undefined where there is none. */
export interface Drafts {
  readonly schedule?: ScheduleDraft | undefined;
  readonly days?: DaysDraft | undefined;
  readonly agreement?: AgreementDraft | undefined;
  readonly guideline?: GuidelineDraft | undefined;
  readonly talk?: TalkDraft | undefined;
  /** Who signs the printed agreement, typed for this print. */
  readonly sheet?: { readonly name: string; readonly job: string; readonly date: string };
  /** Answers of the first run that differ from what is set. */
  readonly welcome?: Partial<WelcomeAnswers> | undefined;
  /** Rules: the one that is shown is the last. */
  readonly rules?: readonly KeptRule[];
}

export interface DraftsSlice {
  /** In this window's memory alone, which goes on while there are any, out of sight too; quitting puts them away. */
  readonly drafts: Drafts;
  /** Keeps what was typed, or puts it away where it is undefined. */
  keepDraft(part: Drafts): void;
}
