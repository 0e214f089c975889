import { type Moment, momentAgo } from '../../shared/domain/tracking.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import type { ChangeWatch, OnHint, Reading } from './sources/source.ts';

/** What was read of the window, or why nothing can be. */
export type Read = Reading | NonNullable<TrackerStatus['reason']>;

/**
 * While the system is sure to tell of any change, and tells of none, the window is read anew only this often:
 * to read it costs more of the battery than all else of a look. Looks are 5 s apart at most, each a little early or late.
 */
const READ_AGAIN_MS = 4_500;

/** What the eye needs. */
export interface WindowEyeNeeds {
  readonly now: () => Moment;
  /** Reads the active window; the reason where nothing can. */
  readonly read: () => Promise<Read>;
  /** Lets the system tell of changes as they happen; null where it cannot. */
  readonly watch: ((onHint: OnHint) => ChangeWatch) | null;
  /** Told that there is something to look at. */
  readonly onHint: () => void;
}

/** Reads the window, and no oftener than it can have changed. */
export interface WindowEye {
  /** Reads the window; one that is sure to be as it was is taken as it was read. */
  read(): Promise<Read>;
  /** Lets the system tell of changes, or no longer. */
  keep(wanted: boolean): void;
  /** Whether what was read last is sure to hold until the system tells of a change. */
  isSure(): boolean;
  /** When the system told of the latest change. */
  changedAt(): Moment | undefined;
}

export function createWindowEye(needs: WindowEyeNeeds): WindowEye {
  let watch: ChangeWatch | undefined;
  /** What was read since the latest change that the system told of. */
  let unchanged: { readonly reading: Reading; readonly monoMs: number } | undefined;
  let changedAt: Moment | undefined;
  let hints = 0;

  function takeHint(isChange: boolean, saidMs = 0): void {
    const now = needs.now();
    if (isChange) changedAt = { ...momentAgo(now, saidMs), idleMs: now.idleMs };
    hints += 1;
    unchanged = undefined;
    needs.onHint();
  }

  return {
    async read() {
      const { monoMs } = needs.now();
      if (unchanged && watch?.isSure() && monoMs - unchanged.monoMs < READ_AGAIN_MS) {
        return unchanged.reading;
      }
      const before = hints;
      unchanged = undefined;
      const wasSure = watch?.isSure();
      const reading = await needs.read();
      const isGood = typeof reading === 'object' && reading.kind !== 'failed';
      if (isGood && wasSure && before === hints) unchanged = { reading, monoMs };
      return reading;
    },
    keep(wanted) {
      if (wanted) {
        watch ??= needs.watch?.(takeHint);
        return;
      }
      watch?.stop();
      watch = unchanged = undefined;
    },
    isSure: () => unchanged !== undefined && watch?.isSure() === true,
    changedAt: () => changedAt,
  };
}
