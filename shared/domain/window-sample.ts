import type { Activity } from './activity.ts';

/**
 * One look at the active window. It lives in memory only: nothing of it but the activity that it
 * is classified as may be stored, logged or sent anywhere.
 */
export interface WindowSample {
  /** Application name or executable, as the system gives it. */
  readonly app: string;
  /**
   * Further names that the window gives itself, as the two halves of WM_CLASS (instance, then class) or the id of an
   * app under Wayland. The program's file may be an interpreter's, or a browser's that shows one site as an app.
   */
  readonly names?: readonly string[] | undefined;
  readonly title: string;
  /** What the window calls itself to a screen reader, where it was asked: that it is private may stand there alone. */
  readonly frameTitle?: string | undefined;
  /** Address of the page, where the system gives it. */
  readonly url?: string | undefined;
  /** What the companion in that browser says the page is; it has the address, and tells this of it alone. */
  readonly companion?: Activity | undefined;
}
