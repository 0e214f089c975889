/** The most UTF-16 units that a note of a week can have. */
export const NOTE_LENGTH = 2_000;

/** What the user wrote to themself about one week. It is in no report. */
export interface Note {
  /** ISO week, as in `2026-W47`. */
  readonly week: string;
  /** Never empty: an emptied note is none. */
  readonly text: string;
  /** When it was written last, UTC milliseconds. */
  readonly updatedAtMs: number;
}
