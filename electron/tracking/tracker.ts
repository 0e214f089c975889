import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { TrackerState, TrackerStatus, UntoldReason } from '../../shared/ipc/views.ts';
import type { Halt, Moment } from '../../shared/domain/tracking.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { LONGEST_TIMED_MS, createHandTimer } from './hand-timer.ts';
import { type Recorder, type RecorderNeeds, createRecorder } from './recorder.ts';
import { TICK_MS } from './replay.ts';
import type { ByHand, Sighting } from './sources/window-reading.ts';
import type { ChangeWatch, OnHint, Reading } from './sources/source.ts';

/** How often the tracker ticks on battery. The figures stay right; a boundary is less exact. */
const BATTERY_TICK_MS = 2_500;

/**
 * After a change that the system tells of, the tracker waits for this long without another one: windows come
 * and go in steps, and a title that never rests is left to the ticks.
 */
const SETTLE_MS = 150;

/**
 * While the system is sure to tell of any change, and tells of none, the window is read anew only this often:
 * to read it costs more of the battery than all else of a tick.
 */
const READ_AGAIN_MS = 5_000;

/**
 * So long ago input came where the system says that it came less than a second ago, which is all that it says:
 * the middle of that second.
 */
const JUST_NOW_MS = 500;

/** What the tracker needs from the computer. */
export interface TrackerNeeds extends Omit<RecorderNeeds, 'onStoreError'> {
  readonly now: () => Moment;
  /** IANA zone of the computer, now. */
  readonly zone: () => string;
  /** Reads the active window; the reason where nothing can. */
  readonly read: () => Promise<Reading | NonNullable<TrackerStatus['reason']>>;
  /** Lets the system tell of changes as they happen; null where it cannot. */
  readonly watch: ((onHint: OnHint) => ChangeWatch) | null;
  /** Told of each window that is seen, for the moment. */
  readonly onWindow?: (sample: WindowSample) => void;
  /** Told of the clocks at each tick, and whether the screen is locked. */
  readonly onTick?: (moment: Moment, locked: boolean) => void;
  /** Whether the computer runs on battery now. */
  readonly onBattery: () => boolean;
  /** Told when the status is another one. */
  readonly onStatus: (status: TrackerStatus) => void;
  /** Told when stored spans changed. */
  readonly onSpans: () => void;
  /** Told that spans can be stored, or not: the first time, and when that changed. */
  readonly onStoring: (works: boolean) => void;
}

/** The tracker at work: it ticks, reads the window, and hands what it sees to the recorder. */
export interface Tracker {
  /** Begins to tick, unless it was stopped before. */
  start(): void;
  /** Ends the open span and stores it. Nothing runs afterwards. */
  stop(): void;
  halt(halt: Halt): void;
  release(halt: Halt): void;
  /** Starts the timer by hand. @returns false where nothing can run now. */
  startTimer(): boolean;
  /** Ends the timer by hand, at this moment. */
  stopTimer(): void;
  /** Takes what was timed by hand as told of. */
  forgetTimed(): void;
  /** Lets what runs go on as a span of its own from now. */
  cut(): void;
  /** Follows a change of the settings, a pause among them. */
  setSettings(settings: Settings): void;
  status(): TrackerStatus;
  readonly recorder: Recorder;
}

/** The state that a tracker is in, the most telling one where several hold. */
function stateOf(
  { halts, idle, open }: Recorder['state'],
  reason: TrackerStatus['reason'],
): TrackerState {
  if (halts.includes('paused')) return 'paused';
  if (halts.some((halt) => halt !== 'paused' && halt !== 'outside-hours')) return 'locked';
  if (halts.includes('outside-hours')) return 'outside-hours';
  if (idle) return 'idle';
  return reason !== null && !open ? 'not-measured' : 'tracking';
}

/** Why a window could not be told, by the rule that said so. */
function untoldReason(untold: Recorder['untold']): UntoldReason | null {
  if (!untold) return null;
  return untold.rule === 'window:named' ? 'window-named' : 'title-unclear';
}

export function createTracker(needs: TrackerNeeds): Tracker {
  let { settings } = needs;
  /** Whether spans can be stored; unknown until it was tried. */
  let storing: boolean | undefined;
  let reason: TrackerStatus['reason'] = null;
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let watch: ChangeWatch | undefined;
  /** What was read since the latest change that the system told of. */
  let unchanged: { readonly reading: Reading; readonly monoMs: number } | undefined;
  /** When the system told of the latest change. */
  let changedAt: Moment | undefined;
  let ticking = false;
  let stopped = false;
  const hand = createHandTimer();

  const recorder = createRecorder({
    settings: needs.settings,
    ...(needs.rules ? { rules: needs.rules } : {}),
    floorMs: needs.floorMs,
    ...(needs.around ? { around: needs.around } : {}),
    ...(needs.latest ? { latest: needs.latest } : {}),
    store(changes) {
      needs.store(changes);
      if (!storing) needs.onStoring((storing = true));
      needs.onSpans();
    },
    onStoreError() {
      if (storing !== false) needs.onStoring((storing = false));
    },
  });

  function status(): TrackerStatus {
    const { open } = recorder.state;
    const { untold } = recorder;
    const why = reason ?? (untold?.isNow === true ? untoldReason(untold) : null);
    const state = stateOf(recorder.state, why);
    const isToday = untold?.date === isoDateAt(needs.zone(), needs.now().atMs);
    return {
      state,
      activity: open?.activity ?? null,
      sinceMs: open?.startedAtMs ?? null,
      timerSinceMs: hand.sinceMs,
      timed: hand.timed,
      pausedUntilMs: state === 'paused' ? (settings.pause?.untilMs ?? null) : null,
      reason: state === 'not-measured' ? why : null,
      untold: isToday ? untoldReason(untold) : null,
    };
  }

  /** Ends the timer by hand where its span has ended, and what began in its name. */
  function keepHand(): void {
    if (hand.follow(recorder.state)) recorder.cut(needs.now(), false);
  }

  function tell(): void {
    keepHand();
    const now = status();
    const key = JSON.stringify(now);
    if (key === told) return;
    told = key;
    needs.onStatus(now);
  }

  /** Starts or ends the pause that the settings tell of. */
  function keepPause(moment: Moment): void {
    const { pause } = settings;
    const over = pause?.untilMs != null && pause.untilMs <= moment.atMs;
    const paused = pause !== null && !over;
    if (paused === recorder.state.halts.includes('paused')) return;
    if (paused) recorder.halt(moment, 'paused');
    else recorder.release(moment, 'paused');
  }

  /** Reads the window; one that is sure to be as it was is taken as it was read. */
  async function read(monoMs: number): ReturnType<TrackerNeeds['read']> {
    if (unchanged && watch?.isSure() && monoMs - unchanged.monoMs < READ_AGAIN_MS) {
      return unchanged.reading;
    }
    const before = changedAt;
    unchanged = undefined;
    const wasSure = watch?.isSure();
    const reading = await needs.read();
    const isGood = typeof reading === 'object' && reading.kind !== 'failed';
    if (isGood && wasSure && before === changedAt) unchanged = { reading, monoMs };
    return reading;
  }

  const isAway = ({ idleMs }: Moment) => idleMs >= settings.idleSeconds * 1000;

  /** Reads the window, but not where nothing runs anyhow. */
  async function sight(): Promise<Sighting | ByHand> {
    // Only what is seen can tell that a lock screen has gone.
    const halted = recorder.state.halts.some((halt) => halt !== 'lock-screen');
    const now = needs.now();
    if (halted || isAway(now)) return { kind: 'unmeasured' };
    if (hand.sinceMs !== null) return { kind: 'by-hand' };
    const reading = await read(now.monoMs);
    if (typeof reading === 'string') reason = reading;
    else if (reading.kind === 'failed') {
      reason = reading.why === 'hangs' ? 'source-hangs' : 'source-failed';
    } else {
      reason = reading.kind === 'unmeasured' ? 'source-failed' : null;
      if (reading.kind === 'window') needs.onWindow?.(reading.sample);
      return reading;
    }
    return { kind: 'unmeasured' };
  }

  /**
   * The moment of the last input, where it was missed at the latest tick and has come back since. Behind a lock screen
   * that can only be seen, there was none that counts.
   */
  function returnedAt(now: Moment, latestMs: number): Moment | undefined {
    const { idle, halts } = recorder.state;
    if (!idle || halts.length > 0 || isAway(now)) return undefined;
    const saidMs = now.idleMs > 0 ? now.idleMs : JUST_NOW_MS;
    // The monotonic clock has fractions of a millisecond, a span has none.
    const agoMs = Math.floor(Math.min(saidMs, now.monoMs - latestMs));
    return { atMs: now.atMs - agoMs, monoMs: now.monoMs - agoMs, idleMs: 0 };
  }

  /**
   * The moment from which a sighting holds. A window that was read after a change, and not changed since, was
   * there from that change on; one that a user came back to, from their input on. Otherwise it is now.
   */
  function momentOf(sighting: Sighting | ByHand, knownChange: Moment | undefined): Moment {
    const now = needs.now();
    if (sighting.kind !== 'window' && sighting.kind !== 'no-window') return now;
    const latestMs = recorder.state.last?.monoMs ?? now.monoMs;
    const returned = returnedAt(now, latestMs);
    if (returned) return returned;
    const change = changedAt === knownChange ? knownChange : undefined;
    return change && change.monoMs > latestMs ? change : now;
  }

  async function tick(): Promise<void> {
    const before = needs.now();
    needs.onTick?.(before, recorder.state.halts.includes('locked'));
    keepPause(before);
    recorder.keepToWorkingTime(before, needs.zone());
    const handSinceMs = hand.sinceMs;
    const knownChange = changedAt;
    const sighting = await sight();
    // What was read before a halt came may not start a span after it; the recorder sees to that.
    // Nor may it end a timer that was started meanwhile.
    const isOld = handSinceMs !== hand.sinceMs;
    if (!stopped && !isOld) {
      recorder.see(momentOf(sighting, knownChange), needs.zone(), sighting);
    }
    if (before.atMs - (hand.sinceMs ?? before.atMs) >= LONGEST_TIMED_MS) stopHand();
    tell();
  }

  /** Lets the system tell of changes, but not while nothing runs anyhow. */
  function keepWatch(): void {
    const { halts, idle } = recorder.state;
    const wanted = !stopped && !idle && halts.every((halt) => halt === 'lock-screen');
    if (wanted) {
      watch ??= needs.watch?.((isChange) => {
        if (isChange) changedAt = needs.now();
        unchanged = undefined;
        look();
      });
      return;
    }
    watch?.stop();
    watch = unchanged = undefined;
  }

  /** Ticks once the change that the system told of has settled. */
  function look(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (ticking) look();
      else if (watch) run(needs.now().monoMs);
    }, SETTLE_MS);
  }

  /**
   * Ticks, and again one period after the last tick was due, not after it was over: otherwise each tick would
   * come later by the time that the one before took.
   */
  function run(dueMs: number): void {
    clearTimeout(timer);
    ticking = true;
    void tick().finally(() => {
      ticking = false;
      if (stopped) return;
      keepWatch();
      const nowMs = needs.now().monoMs;
      const nextMs = Math.max(nowMs, dueMs + (needs.onBattery() ? BATTERY_TICK_MS : TICK_MS));
      timer = setTimeout(() => run(nextMs), nextMs - nowMs);
    });
  }

  function stopHand(): void {
    if (hand.sinceMs === null) return;
    recorder.halt(needs.now(), 'stopped');
    hand.follow(recorder.state);
    recorder.release(needs.now(), 'stopped');
    recorder.cut(needs.now(), false);
    recorder.flush();
  }

  // What is paused says so from the first, also while it is not known yet whether the screen is locked.
  keepPause(needs.now());
  return {
    start() {
      if (stopped) return;
      const moment = needs.now();
      recorder.release(moment, 'stopped');
      run(moment.monoMs);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      clearTimeout(settling);
      keepWatch();
      recorder.halt(needs.now(), 'stopped');
      recorder.flush();
    },
    halt(halt) {
      recorder.halt(needs.now(), halt);
      recorder.flush();
      tell();
    },
    release(halt) {
      recorder.release(needs.now(), halt);
      tell();
    },
    startTimer() {
      if (hand.sinceMs !== null) return true;
      const moment = needs.now();
      recorder.cut(moment, false);
      recorder.see(moment, needs.zone(), { kind: 'by-hand' });
      hand.begin(recorder.state);
      tell();
      return status().timerSinceMs !== null;
    },
    stopTimer() {
      stopHand();
      tell();
      look();
    },
    forgetTimed() {
      hand.forget();
      tell();
    },
    cut() {
      recorder.cut(needs.now(), true);
      recorder.flush();
      tell();
    },
    setSettings(next) {
      settings = next;
      recorder.setSettings(next);
      keepPause(needs.now());
      recorder.flush();
      tell();
    },
    status,
    recorder,
  };
}
