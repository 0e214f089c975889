import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import { type Halt, type Moment, momentAgo } from '../../shared/domain/tracking.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { LONGEST_TIMED_MS, createHandTimer } from './hand-timer.ts';
import { LONGEST_WAIT_MS, nextLookMs } from './next-look.ts';
import { type Recorder, type RecorderNeeds, createRecorder } from './recorder.ts';
import { TICK_MS } from './replay.ts';
import type { ByHand, Sighting } from './sources/window-reading.ts';
import type { ChangeWatch, OnHint } from './sources/source.ts';
import { statusOf } from './tracker-status.ts';
import { type Read, createWindowEye } from './window-eye.ts';

/**
 * After a change that the system tells of, the tracker waits for this long without another one: windows come
 * and go in steps. A title that never rests is looked at once a tick.
 */
const SETTLE_MS = 150;

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
  readonly read: () => Promise<Read>;
  /** Brings up to date what `now` says of the user's last input; absent where it is always. Never rejects. */
  readonly askIdle?: () => Promise<void>;
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

export function createTracker(needs: TrackerNeeds): Tracker {
  let { settings } = needs;
  /** Whether spans can be stored; unknown until it was tried. */
  let storing: boolean | undefined;
  let reason: TrackerStatus['reason'] = null;
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  /** When there is a look, however much more changes; undefined where none is due. */
  let settlesByMs: number | undefined;
  /** When the next look is due, by the monotonic clock. */
  let dueMs = Infinity;
  let ticking = false;
  let is: 'new' | 'running' | 'stopped' = 'new';
  const hand = createHandTimer();
  const eye = createWindowEye({ ...needs, onHint: look });

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
    return statusOf({
      recorder,
      hand,
      reason,
      pausedUntilMs: settings.pause?.untilMs ?? null,
      nowMs: needs.now().atMs,
      zone: needs.zone(),
    });
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

  const isAway = ({ idleMs }: Moment) => idleMs >= settings.idleSeconds * 1000;
  /** Whether nothing runs until it is told otherwise. Only what is seen can tell that a lock screen has gone. */
  const isHalted = () => recorder.state.halts.some((halt) => halt !== 'lock-screen');

  /** Reads the window, but not where nothing runs anyhow. */
  async function sight(): Promise<Sighting | ByHand> {
    if (isHalted() || isAway(needs.now())) return { kind: 'unmeasured' };
    if (hand.sinceMs !== null) return { kind: 'by-hand' };
    const reading = await eye.read();
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
    return { ...momentAgo(now, Math.min(saidMs, now.monoMs - latestMs)), idleMs: 0 };
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
    const change = eye.changedAt() === knownChange ? knownChange : undefined;
    return change && change.monoMs > latestMs ? change : now;
  }

  async function tick(): Promise<void> {
    // An input since the last look must not be taken for none.
    if (needs.askIdle) await needs.askIdle();
    if (is === 'stopped') return;
    const before = needs.now();
    needs.onTick?.(before, recorder.state.halts.includes('locked'));
    keepPause(before);
    recorder.keepToWorkingTime(before, needs.zone());
    const handSinceMs = hand.sinceMs;
    const knownChange = eye.changedAt();
    const sighting = await sight();
    // What was read before a halt came may not start a span after it; the recorder sees to that.
    // Nor may it end a timer that was started meanwhile.
    const isOld = handSinceMs !== hand.sinceMs;
    if (is === 'running' && !isOld) {
      recorder.see(momentOf(sighting, knownChange), needs.zone(), sighting);
    }
    if (before.atMs - (hand.sinceMs ?? before.atMs) >= LONGEST_TIMED_MS) stopHand();
    tell();
  }

  /** Lets the system tell of changes, but not while nothing runs anyhow. */
  const keepWatch = () => eye.keep(is === 'running' && !recorder.state.idle && !isHalted());

  /** Ticks once what changes has settled. */
  function look(): void {
    if (is !== 'running') return;
    const { monoMs } = needs.now();
    settlesByMs ??= monoMs + TICK_MS;
    clearTimeout(settling);
    settling = setTimeout(
      () => {
        settlesByMs = undefined;
        if (ticking) look();
        else run(needs.now().monoMs);
      },
      Math.max(0, Math.min(SETTLE_MS, settlesByMs - monoMs)),
    );
  }

  /** How long until there is something to look at, if nothing is told until then. */
  function waitMs(now: Moment): number {
    const sinceMs = hand.sinceMs ?? Infinity;
    return nextLookMs({
      now,
      halted: isHalted(),
      away: recorder.state.idle,
      sure: eye.isSure(),
      onBattery: needs.onBattery(),
      idleThresholdMs: settings.idleSeconds * 1000,
      savedAtMs: recorder.savedAtMs,
      edgesMs: [
        settings.pause?.untilMs ?? Infinity,
        sinceMs + LONGEST_TIMED_MS,
        recorder.edgeAfter(now, needs.zone(), LONGEST_WAIT_MS),
      ],
    });
  }

  /**
   * Ticks, and again one period after the last tick was due, not after it was over: otherwise each tick would
   * come later by the time that the one before took.
   */
  function run(atMs: number): void {
    clearTimeout(timer);
    ticking = true;
    // This look is as good as the one that is due, unless something changes on.
    if (settlesByMs !== undefined) {
      settlesByMs = undefined;
      look();
    }
    void tick().finally(() => {
      ticking = false;
      if (is !== 'running') return;
      keepWatch();
      const now = needs.now();
      dueMs = Math.max(now.monoMs, atMs + waitMs(now));
      timer = setTimeout(() => run(dueMs), dueMs - now.monoMs);
    });
  }

  /** Looks soon, where something that was waited for may come earlier. */
  function lookSoon(): void {
    if (dueMs - needs.now().monoMs > TICK_MS) look();
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
      if (is !== 'new') return;
      is = 'running';
      const moment = needs.now();
      recorder.release(moment, 'stopped');
      run(moment.monoMs);
    },
    stop() {
      if (is === 'stopped') return;
      is = 'stopped';
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
      lookSoon();
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
      lookSoon();
    },
    status,
    recorder,
  };
}
