/**
 * One look at the active window. It lives in memory only: nothing of it but the activity that it
 * is classified as may be stored, logged or sent anywhere.
 */
export interface WindowSample {
  /** Application name or executable, as the system gives it. */
  readonly app: string;
  readonly title: string;
  /** Address of the page, where the system gives it. */
  readonly url?: string | undefined;
}
