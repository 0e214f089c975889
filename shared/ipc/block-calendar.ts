import { z } from 'zod';
import type { PlanProblem } from '../domain/block-plan.ts';
import { wallTime } from '../settings/settings.ts';

/** The longest time before a block at which a calendar can remind of it: a day. */
export const MOST_REMINDER_MINUTES = 1440;

/** What the entries are called: one line, as others may see it. */
export const calendarTitle = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u);

/** How the agreed block is put in a calendar. */
export const blockCalendarChoice = z.strictObject({
  /** When each block starts; null is the fixed window, or else the start of the working day. */
  at: wallTime.nullable(),
  title: calendarTitle,
  /** Minutes before; null is no reminder. */
  reminderMinutes: z.int().min(0).max(MOST_REMINDER_MINUTES).nullable(),
});
export type BlockCalendarChoice = z.infer<typeof blockCalendarChoice>;

/** What a calendar file would have, or why there would be none. */
export type BlockCalendarView =
  | {
      readonly status: 'planned';
      readonly count: number;
      /** ISO dates of the first and the last block. */
      readonly first: string;
      readonly last: string;
    }
  | { readonly status: 'none'; readonly problem: PlanProblem };
