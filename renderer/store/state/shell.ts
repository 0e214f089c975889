/** @file What the window knows and can do: which page is open, and what is told over all of them. */
import type { Page, PrivacyTab } from '../../../shared/ipc/place.ts';
import type { FailureCode } from '../../../shared/ipc/reply.ts';

export interface ShellSlice {
  readonly page: Page;
  /** Whether the first run was closed in this window, be it that this could not be saved. */
  readonly welcomeClosed: boolean;
  /** What the last command that failed failed of; null where none did or the user has read it. */
  readonly failure: FailureCode | null;
  /** The tab of the page Privacy that is shown. */
  readonly privacyTab: PrivacyTab;
  /** Whether something was typed on this page since it was opened. */
  readonly typed: boolean;
  openPage(page: Page): void;
  /** Opens the page Privacy on one of its tabs. */
  openPrivacy(tab: PrivacyTab): void;
  /** Leaves the first run for the page of today. */
  closeWelcome(): void;
  /** Tells the user that a command failed. */
  report(error: unknown): void;
  dismissFailure(): void;
}
