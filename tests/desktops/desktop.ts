/** @file What a desktop under test is: one module a desktop, all of them in `run.ts`. */

/** What one run of a desktop showed. */
export interface Row {
  /** The window manager, compositor or locker. */
  readonly name: string;
  /** As it says itself. */
  readonly version: string;
  /** What was staged. */
  readonly staged: string;
  /** What was found, with figures. */
  readonly found: string;
  /** Whether it held; null where it could not be run, which `found` says. */
  readonly held: boolean | null;
}

export interface RunOptions {
  /** How long each window stays in front, seconds. */
  readonly staySeconds: number;
  /** Runs what has one of these words in its name alone; all where there is none. */
  readonly only: readonly string[];
}

/** A kind of desktop. It installs nothing, and says of each thing that is not there that it was skipped. */
export interface Desktop {
  run(options: RunOptions): AsyncGenerator<Row>;
}
