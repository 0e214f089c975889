/** @file A desktop of the test's own, and the hands on it: keys and windows, as a user has them. */
import type { StdioOptions } from 'node:child_process';

/** A program's output is read, and nothing else is taken or shown of it. */
export const STDOUT_ALONE: StdioOptions = ['ignore', 'pipe', 'ignore'];

/** What both kinds of desktop can do. Keys go by the names of X, as in `ctrl+Page_Up`. */
export interface Desk {
  readonly name: string;
  /** Environment of the programs on it, besides their homes. */
  readonly env: Readonly<Record<string, string>>;
  /** More for Chromium, which is not told by the environment where it is to be seen. */
  readonly chromiumArgs: readonly string[];
  /**
   * Gives the desktop its keyboard, a new one in place of the one before, where it has none of its own: with one on
   * which keys were pressed already, Chromium 156 did not come up under sway.
   */
  plugKeyboard(): void;
  press(key: string): void;
  type(text: string): void;
  /** Clicks into the middle of the window in front. */
  click(): void;
  /** The window in front; empty where none is. */
  active(): string;
  activate(window: string): void;
  minimise(window: string): void;
  /** Shows a part of the desktop on which no window is, or the one before again. */
  showEmpty(empty: boolean): void;
  /** Starts a program that is no browser. @returns its window. */
  startOther(): Promise<string>;
  /** Told of each moment at which another window came to the front, in UTC milliseconds. */
  onActive: (atMs: number) => void;
  stop(): Promise<void>;
}

/** Environment of a desktop without those of the session that runs the test. */
export function withoutSession(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const left = { ...env };
  const others = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'DISPLAY', 'WAYLAND_DISPLAY', 'SWAYSOCK'];
  for (const name of [...others, 'DBUS_SESSION_BUS_ADDRESS', 'XDG_SESSION_TYPE']) {
    Reflect.deleteProperty(left, name);
  }
  return left;
}
