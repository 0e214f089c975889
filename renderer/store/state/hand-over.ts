/** @file What the window can do: hand over what was agreed, as files. */
import type { BlockCalendarChoice, BlockCalendarView } from '../../../shared/ipc/block-calendar.ts';
import type { Guideline } from '../../../shared/settings/guideline-file.ts';

export interface HandOverSlice {
  /** What a calendar file would have; undefined where that cannot be told, and `failure` says why. */
  planCalendar(at: string | null): Promise<BlockCalendarView | undefined>;
  /** Whether the file was saved; if not, it was cancelled, or the reason is in `failure`. */
  saveCalendar(choice: BlockCalendarChoice): Promise<boolean>;
  /** Whether the file was saved; if not, it was cancelled, or the reason is in `failure`. */
  saveGuideline(guideline: Guideline): Promise<boolean>;
}
