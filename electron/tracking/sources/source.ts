/**
 * @file The contract of a way of seeing: one file a way, all of them in `sources.ts` in the order of trying.
 *
 * A {@link Source} says what it is called, what it can tell, and whether it could work here, without touching anything.
 * Once started it tells what it promised in {@link Source.tells}: the active window (`read`, with its changes by
 * `watch`, where the system tells of them), the time since the last input (`idleMs`), whether the screen is locked
 * (`watchLock`). A way may tell one of these alone: what is missing comes from the ways that follow in the list.
 *
 * Rules for every way:
 *
 * - It looks after its own connection: where that is lost it tries again by itself, with growing waits, and reads
 *   `failed` meanwhile, never an old window and never `no-window`.
 * - Nothing that comes in may end the app, and nothing of the screen may be in an error.
 * - A text that was spoilt on its way is `unmeasured`, never a window with another title.
 * - What else a way must know, as what the user agreed to, is a field of {@link SourceEnvironment}.
 */
import type { SessionType } from '../../../shared/domain/session.ts';
import type { Depth, Sighting } from './window-reading.ts';

/** What is there, as far as it shows without touching anything. */
export interface SourceEnvironment {
  readonly platform: NodeJS.Platform;
  readonly session: SessionType;
  readonly env: NodeJS.ProcessEnv;
  /** The module that runs the libraries which may hold a process up. */
  readonly workerUrl: URL;
  /** Whether the user agreed that KWin runs a script of this app; false unless told. */
  readonly mayScriptKwin?: boolean;
}

/** What can be told of the user's screen. */
export const TOLD = ['window', 'idle', 'lock'] as const;
export type Told = (typeof TOLD)[number];

/** Why a way cannot work here, or what came of trying it; `doctor` has the words of each. */
export type SourceReason =
  /** It is for another kind of session or system. */
  | 'other-session'
  /** The display is another computer's, which only a network reaches. */
  | 'remote-display'
  /** GNOME under Wayland, and the extension does not run there. */
  | 'no-extension'
  /** KDE Plasma under Wayland, and the user has not agreed to the script. */
  | 'no-consent'
  /** A compositor that tells programs nothing of windows, or nothing of input. */
  | 'tells-nothing'
  /** What it tells is told already, by a way before it. */
  | 'not-needed'
  /** It was started, and is at work. */
  | 'window'
  | 'no-window'
  | 'tells'
  /** It was started, and is of no use. */
  | 'unmeasured'
  | 'throws'
  | 'hangs';

/** Thrown by a start that knows why it is of no use here. */
export class CannotWork extends Error {
  readonly reason: SourceReason;

  constructor(reason: SourceReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A way of seeing. */
export interface Source {
  /** What `doctor` calls it; unlike any other. */
  readonly name: string;
  readonly tells: readonly Told[];
  /** Why it cannot work here; null where it is worth a try. Looks at the environment alone, and is quick. */
  canWork(environment: SourceEnvironment): SourceReason | null;
  /** Starts it; rejects where it does not work after all, with {@link CannotWork} where it knows why. */
  start(environment: SourceEnvironment): Promise<SourceAtWork>;
}

/** What reading the active window gave, or why it gave nothing. */
export type Reading = Sighting | { readonly kind: 'failed'; readonly why: 'throws' | 'hangs' };

/** Ends what was started. */
export type Stop = () => void;

/**
 * Told that there is something to look at: a change that was just made, or the chance that one went unnoticed before.
 * What is there now must be read.
 *
 * @param agoMs how long ago the change was made, in milliseconds; just now unless told.
 */
export type OnHint = (isChange: boolean, agoMs?: number) => void;

/** What tells of changes of the window, as they happen. */
export interface ChangeWatch {
  /**
   * Whether it would tell of any change, so that what was read after the latest one still holds. False while it
   * starts, or where something of it does not work: its own health, for who asks.
   */
  readonly isSure: () => boolean;
  readonly stop: Stop;
}

/** A way of seeing at work. It has the parts that its {@link Source.tells} promises. */
export interface SourceAtWork {
  /**
   * Reads the active window; never rejects, and answers within seconds.
   *
   * @param depth what is read of it; its program alone unless told.
   */
  read?(depth?: Depth): Promise<Reading>;
  /** Lets it tell of changes. Absent where the window must be read again and again. */
  watch?(onHint: OnHint): ChangeWatch;
  /** Brings up to date what {@link idleMs} says, where it is not always. Never rejects, and answers within seconds. */
  askIdle?(): Promise<void>;
  /** Milliseconds since the last input of the user, as far as it was told; undefined where it cannot tell now. */
  idleMs?(): number | undefined;
  /** Takes that the user brought another window to the front, where something may hold the idle time back. */
  sign?(): void;
  /**
   * Tells whether the screen is locked: at once as far as it is known, and at each change. One that can tell no more
   * says false, unless it knows better.
   */
  watchLock?(onLock: (locked: boolean) => void): Stop;
  stop(): Promise<void>;
}

/** A way at work that reads the active window. */
export type WindowSource = SourceAtWork & Required<Pick<SourceAtWork, 'read'>>;
