import type { SessionType } from '../domain/session.ts';

/** Whether the system tells that the user is away; `unknown` until it has shown either. */
export type IdleDetection = 'unknown' | 'works' | 'unavailable';

/** The versions of GNOME Shell that its extension is made for. Later ones may be tried. */
export const GNOME_VERSIONS = { first: 42, last: 50 } as const;

/**
 * The shell extension that lets GNOME under Wayland tell which window is active.
 *
 * - `unfit`: not installed, and the GNOME that runs is older than it is made for.
 * - `untried`: not installed, and the GNOME that runs is newer than any that it was tried with.
 * - `absent`: not installed.
 * - `foreign`: another program's extension of the same name is there, and cannot be asked.
 * - `waiting`: installed; GNOME reads it when the user signs in the next time.
 * - `off`: read, and not switched on.
 * - `on`: GNOME tells.
 * - `refused`: installed, and of no use to the version of GNOME that runs.
 * - `failed`: installed, and GNOME could not start it.
 */
export type ExtensionState =
  'unfit' | 'untried' | 'absent' | 'foreign' | 'waiting' | 'off' | 'on' | 'refused' | 'failed';

/**
 * The script that lets KWin, of KDE Plasma, tell under Wayland which window is active.
 *
 * - `off`: the user has not agreed to it.
 * - `on`: KWin tells by it.
 * - `failed`: the user agreed, and KWin does not tell.
 */
export type KwinState = 'off' | 'on' | 'failed';

/**
 * The accessibility interface, by which browsers on Linux tell the address of their page.
 *
 * - `off`: the user has not agreed to ask.
 * - `waiting`: no browser has told anything yet; those that were there before must be started again.
 * - `on`: a browser tells.
 * - `failed`: the user agreed, and the bus of that interface cannot be reached.
 */
export type AccessibilityState = 'off' | 'waiting' | 'on' | 'failed';

/** What macOS lets the app do. */
export interface Permissions {
  /** Titles of windows, by Screen Recording. */
  readonly screen: boolean;
  /** Addresses of pages, by Accessibility. */
  readonly addresses: boolean;
}

/** What this system lets the app see, as it is now. */
export interface SightView {
  readonly session: SessionType;
  readonly idle: IdleDetection;
  /** Null where it is of no use. */
  readonly extension: ExtensionState | null;
  /** Null where there is no KWin to ask. */
  readonly kwin: KwinState | null;
  /** Null where there is no such interface. */
  readonly accessibility: AccessibilityState | null;
  /** What the desktop is called, as in `sway`; null where nothing says. */
  readonly desktop: string | null;
  /** Null where the system asks for none. */
  readonly permissions: Permissions | null;
}

/** What the user can do so that more is seen, or less. Nothing of it happens unasked. */
export const SIGHT_ACTIONS = [
  'install-extension',
  'enable-extension',
  'remove-extension',
  'allow-kwin',
  'forbid-kwin',
  'allow-accessibility',
  'forbid-accessibility',
  'ask-screen',
  'ask-addresses',
] as const;
export type SightAction = (typeof SIGHT_ACTIONS)[number];
