/**
 * How a browser that is here stands to the companion.
 *
 * - `boxed`: it is in a box of flatpak or snap, and may start nothing outside of it.
 * - `absent`: the app's files are not where it looks.
 * - `silent`: they are, and no extension has said a word since the browser was started.
 * - `speaks`: its extension tells what is in front.
 * - `no-access`: its extension may not look at LinkedIn's pages.
 * - `other-version`: it tells by another table of addresses than the app has.
 */
export type CompanionState =
  'boxed' | 'absent' | 'silent' | 'speaks' | 'no-access' | 'other-version';

/** One browser of this computer. */
export interface CompanionBrowser {
  /** As in docs/companion.md. */
  readonly id: string;
  readonly name: string;
  /** Whether it loads an extension as Firefox does; all others do it as Chromium does. */
  readonly isFirefox: boolean;
  readonly state: CompanionState;
  /** When its latest word was said, in UTC milliseconds, never what; null where none is known. */
  readonly saidMs: number | null;
}

/** How the companions stand, as it is now. */
export interface CompanionView {
  /** False on systems where it has not been made to work. */
  readonly isAvailable: boolean;
  /** Where the extension lies, to be loaded from; null until a browser was connected. */
  readonly folder: string | null;
  readonly browsers: readonly CompanionBrowser[];
}

/** What the user can do with a browser, by a click alone. */
export const COMPANION_ACTIONS = ['connect', 'remove'] as const;
