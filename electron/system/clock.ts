/** What time it is for the app. */
export interface Clock {
  /** UTC milliseconds. */
  readonly nowMs: () => number;
  /** IANA zone of the computer, now. */
  readonly zone: () => string;
}
