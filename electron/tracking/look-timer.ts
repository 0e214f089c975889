import type { Moment } from '../../shared/domain/tracking.ts';
import { TICK_MS } from './replay.ts';

/**
 * After a change that the system tells of, there is a look once this long went by without another one: windows come
 * and go in steps. A title that never rests is looked at once a tick.
 */
const SETTLE_MS = 150;

/** What looks, and how often. */
export interface LookTimerNeeds {
  readonly now: () => Moment;
  /** Looks once. */
  readonly look: () => Promise<void>;
  /** Told that a look is over, before it is asked when the next one is. */
  readonly onLooked: () => void;
  /** How long until there is something to look at, if nothing is told until then, in milliseconds. */
  readonly waitMs: (now: Moment) => number;
}

/** Looks when it is time, one look after the other, and once what changes has settled. */
export interface LookTimer {
  readonly is: 'new' | 'running' | 'stopped';
  /** Looks at once, from this moment on. */
  start(moment: Moment): void;
  /** No look begins afterwards. */
  stop(): void;
  /** Looks once what changes has settled. */
  onChange(): void;
  /** Looks soon, where something that was waited for may come earlier. */
  lookSoon(): void;
}

export function createLookTimer(needs: LookTimerNeeds): LookTimer {
  let is: LookTimer['is'] = 'new';
  let timer: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  /** When there is a look, however much more changes; undefined where none is due. */
  let settlesByMs: number | undefined;
  /** When the next look is due, by the monotonic clock. */
  let dueMs = Infinity;
  let looking = false;

  function onChange(): void {
    if (is !== 'running') return;
    const { monoMs } = needs.now();
    settlesByMs ??= monoMs + TICK_MS;
    clearTimeout(settling);
    settling = setTimeout(settled, Math.max(0, Math.min(SETTLE_MS, settlesByMs - monoMs)));
  }

  function settled(): void {
    settlesByMs = undefined;
    if (looking) onChange();
    else run(needs.now().monoMs);
  }

  /**
   * Looks, and again one period after the last look was due, not after it was over: otherwise each look would
   * come later by the time that the one before took.
   */
  function run(atMs: number): void {
    clearTimeout(timer);
    looking = true;
    // This look is as good as the one that is due, unless something changes on.
    if (settlesByMs !== undefined) {
      settlesByMs = undefined;
      onChange();
    }
    void needs.look().finally(() => {
      looking = false;
      if (is !== 'running') return;
      needs.onLooked();
      const now = needs.now();
      dueMs = Math.max(now.monoMs, atMs + needs.waitMs(now));
      timer = setTimeout(() => run(dueMs), dueMs - now.monoMs);
    });
  }

  return {
    get is() {
      return is;
    },
    start({ monoMs }) {
      is = 'running';
      run(monoMs);
    },
    stop() {
      is = 'stopped';
      clearTimeout(timer);
      clearTimeout(settling);
    },
    onChange,
    lookSoon() {
      if (dueMs - needs.now().monoMs > TICK_MS) onChange();
    },
  };
}
