import type { WindowSample } from '../../../shared/domain/window-sample.ts';

/** What was seen of the active window at one moment. */
export type Sighting =
  | {
      readonly kind: 'window';
      readonly sample: WindowSample;
      /** Names the window, so that a notice can keep the activity that the window had. */
      readonly key: string;
      /** Whether it fills the screen, where the system tells. */
      readonly fullScreen?: boolean;
    }
  /** The user is there, and no window is active. */
  | { readonly kind: 'no-window' }
  /** It could not be told. */
  | { readonly kind: 'unmeasured' };

/**
 * What a program is called, by its file or by what the system calls it. Only the file tells that a program of
 * Windows is a screen saver: its name is that of any program.
 *
 * @param path the program's file; empty where it is not known.
 */
export function programName(path: string, name: string): string {
  return /\.scr$/i.test(path) ? path : name;
}

/** In place of what was seen: nothing was looked at, as the user times LinkedIn by hand. */
export interface ByHand {
  readonly kind: 'by-hand';
}

/**
 * What is read of the active window, each with what stands before it. macOS asks the user about titles and
 * addresses where neither was permitted, so neither is asked for unless told.
 */
export const DEPTHS = ['program', 'title', 'address'] as const;
export type Depth = (typeof DEPTHS)[number];

/** Reads the active window; throws where it cannot. */
export type ReadWindow = (depth: Depth) => Promise<Sighting>;
