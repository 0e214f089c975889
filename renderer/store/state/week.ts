/** @file What the window knows and can do: a week, and the look back on it. */
import type {
  BlockProposalView,
  NoteView,
  ReviewDue,
  WeekView,
} from '../../../shared/ipc/views.ts';
import type { WeekPicture } from '../../../shared/ipc/contract.ts';
import type { Remote } from '../remote.ts';

/** Where the saving of a report stands. */
export type Saving =
  { readonly status: 'idle' } | { readonly status: 'saving' } | { readonly status: 'saved' };

export interface WeekSlice {
  /** A date in the week that is shown; null is this week. */
  readonly shownWeek: string | null;
  readonly week: Remote<WeekView>;
  readonly saving: Saving;
  loadWeek(): Promise<void>;
  showWeek(isoDate: string | null): Promise<void>;
  /** Whether the picture of a week was copied, or saved through the system's save dialog. */
  handPicture(way: 'copy' | 'save', picture: WeekPicture): Promise<boolean>;
  /** Saves the shown week as CSV through the system's save dialog. */
  saveWeek(): Promise<void>;
}

export interface ReviewSlice {
  /** The week that its end invites to look back on; null where none does now. */
  readonly reviewDue: ReviewDue | null;
  loadReviewDue(): Promise<void>;
  /** Looks back on a week. @param isoDate any day of it; null is this week. */
  openReview(isoDate: string | null): Promise<void>;
  /** The hint of a week is not shown again. */
  settleReview(week: string): Promise<void>;
  /** The block that the eight weeks up to that of a day come to; undefined where that failed, and `failure` says why. */
  proposeBlock(isoDate: string): Promise<BlockProposalView | undefined>;
}

export interface NotesSlice {
  /** The private note of the week that is looked back on, as it was stored when that was opened. */
  readonly note: Remote<NoteView>;
  /** Every private note, the latest week first. */
  readonly notes: readonly NoteView[];
  loadNotes(): Promise<void>;
  loadNote(week: string): Promise<void>;
  /** Adds a text to the note of a week, unless there is no room for it. */
  addToNote(week: string, text: string): Promise<'added' | 'full' | 'failed'>;
  /** Whether it was saved. */
  saveNote(week: string, text: string): Promise<boolean>;
}
