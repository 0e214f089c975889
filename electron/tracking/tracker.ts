import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import type { Halt, Moment } from '../../shared/domain/tracking.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { type HandTimer, LONGEST_TIMED_MS, createHandTimer } from './hand-timer.ts';
import { type LookTimer, createLookTimer } from './look-timer.ts';
import { LONGEST_WAIT_MS, nextLookMs } from './next-look.ts';
import { type Recorder, type RecorderNeeds, createRecorder } from './recorder.ts';
import { seenSince } from './seen-since.ts';
import type { ByHand, Sighting } from './sources/window-reading.ts';
import type { ChangeWatch, OnHint } from './sources/source.ts';
import { statusOf } from './tracker-status.ts';
import { type Read, type WindowEye, createWindowEye } from './window-eye.ts';

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

/** What a tracker has, and knows from one look to the next. */
interface Tracking {
  readonly needs: TrackerNeeds;
  readonly recorder: Recorder;
  readonly hand: HandTimer;
  readonly eye: WindowEye;
  readonly looks: LookTimer;
  settings: Settings;
  /** Why the window could not be read at the latest look. */
  reason: TrackerStatus['reason'];
  /** The status that was told last, as text. */
  told: string;
}

/** A recorder that tells what it stored, and whether it can. */
function createTellingRecorder(needs: TrackerNeeds): Recorder {
  /** Whether spans can be stored; unknown until it was tried. */
  let storing: boolean | undefined;
  return createRecorder({
    ...needs,
    store(changes) {
      needs.store(changes);
      if (!storing) needs.onStoring((storing = true));
      needs.onSpans();
    },
    onStoreError() {
      if (storing !== false) needs.onStoring((storing = false));
    },
  });
}

function statusNow({ needs, recorder, hand, reason, settings }: Tracking): TrackerStatus {
  return statusOf({
    recorder,
    hand,
    reason,
    pausedUntilMs: settings.pause?.untilMs ?? null,
    nowMs: needs.now().atMs,
    zone: needs.zone(),
  });
}

/** Tells the status where it is another one. */
function tell(at: Tracking): void {
  // The timer by hand ends where its span has ended, and what began in its name.
  if (at.hand.follow(at.recorder.state)) at.recorder.cut(at.needs.now(), false);
  const status = statusNow(at);
  const key = JSON.stringify(status);
  if (key === at.told) return;
  at.told = key;
  at.needs.onStatus(status);
}

/** Starts or ends the pause that the settings tell of. */
function keepPause({ settings: { pause }, recorder }: Tracking, moment: Moment): void {
  const over = pause?.untilMs != null && pause.untilMs <= moment.atMs;
  const paused = pause !== null && !over;
  if (paused === recorder.state.halts.includes('paused')) return;
  if (paused) recorder.halt(moment, 'paused');
  else recorder.release(moment, 'paused');
}

/** Milliseconds without input after which nothing runs. */
const idleThresholdMs = ({ settings }: Tracking) => settings.idleSeconds * 1000;

/** Whether nothing runs until it is told otherwise. Only what is seen can tell that a lock screen has gone. */
const isHalted = ({ recorder }: Tracking) =>
  recorder.state.halts.some((halt) => halt !== 'lock-screen');

/** Lets the system tell of changes, but not while nothing runs anyhow. */
function keepWatch(at: Tracking): void {
  at.eye.keep(at.looks.is === 'running' && !at.recorder.state.idle && !isHalted(at));
}

/** Reads the window, but not where nothing runs anyhow. */
async function sight(at: Tracking): Promise<Sighting | ByHand> {
  const { needs, hand, eye } = at;
  if (isHalted(at) || needs.now().idleMs >= idleThresholdMs(at)) return { kind: 'unmeasured' };
  if (hand.sinceMs !== null) return { kind: 'by-hand' };
  const reading = await eye.read();
  if (typeof reading === 'string') at.reason = reading;
  else if (reading.kind === 'failed') {
    at.reason = reading.why === 'hangs' ? 'source-hangs' : 'source-failed';
  } else {
    at.reason = reading.kind === 'unmeasured' ? 'source-failed' : null;
    if (reading.kind === 'window') needs.onWindow?.(reading.sample);
    return reading;
  }
  return { kind: 'unmeasured' };
}

/** The moment from which a sighting holds. @param knownChange the latest change before it was made. */
function momentOf(
  at: Tracking,
  sighting: Sighting | ByHand,
  knownChange: Moment | undefined,
): Moment {
  const now = at.needs.now();
  if (sighting.kind !== 'window' && sighting.kind !== 'no-window') return now;
  const change = at.eye.changedAt() === knownChange ? knownChange : undefined;
  return seenSince(now, at.recorder.state, change, idleThresholdMs(at));
}

async function look(at: Tracking): Promise<void> {
  const { needs, recorder, hand, eye, looks } = at;
  // An input since the last look must not be taken for none.
  if (needs.askIdle) await needs.askIdle();
  if (looks.is === 'stopped') return;
  const before = needs.now();
  needs.onTick?.(before, recorder.state.halts.includes('locked'));
  keepPause(at, before);
  recorder.keepToWorkingTime(before, needs.zone());
  const handSinceMs = hand.sinceMs;
  const knownChange = eye.changedAt();
  const sighting = await sight(at);
  // What was read before a halt came may not start a span after it; the recorder sees to that.
  // Nor may it end a timer that was started meanwhile.
  const isOld = handSinceMs !== hand.sinceMs;
  if (looks.is === 'running' && !isOld) {
    recorder.see(momentOf(at, sighting, knownChange), needs.zone(), sighting);
  }
  if (before.atMs - (hand.sinceMs ?? before.atMs) >= LONGEST_TIMED_MS) stopHand(at);
  tell(at);
}

/** How long until there is something to look at, if nothing is told until then. */
function waitMs(at: Tracking, now: Moment): number {
  const { needs, recorder, settings } = at;
  const sinceMs = at.hand.sinceMs ?? Infinity;
  return nextLookMs({
    now,
    halted: isHalted(at),
    away: recorder.state.idle,
    sure: at.eye.isSure(),
    onBattery: needs.onBattery(),
    idleThresholdMs: idleThresholdMs(at),
    savedAtMs: recorder.savedAtMs,
    edgesMs: [
      settings.pause?.untilMs ?? Infinity,
      sinceMs + LONGEST_TIMED_MS,
      recorder.edgeAfter(now, needs.zone(), LONGEST_WAIT_MS),
    ],
  });
}

function startHand(at: Tracking): boolean {
  const { needs, recorder, hand } = at;
  if (hand.sinceMs !== null) return true;
  const moment = needs.now();
  recorder.cut(moment, false);
  recorder.see(moment, needs.zone(), { kind: 'by-hand' });
  hand.begin(recorder.state);
  tell(at);
  return statusNow(at).timerSinceMs !== null;
}

function stopHand({ needs, recorder, hand }: Tracking): void {
  if (hand.sinceMs === null) return;
  recorder.halt(needs.now(), 'stopped');
  hand.follow(recorder.state);
  recorder.release(needs.now(), 'stopped');
  recorder.cut(needs.now(), false);
  recorder.flush();
}

/** The parts of a tracker, which has seen nothing yet. */
function partsOf(needs: TrackerNeeds): Tracking {
  const looks = createLookTimer({
    now: needs.now,
    look: () => look(at),
    onLooked: () => keepWatch(at),
    waitMs: (now) => waitMs(at, now),
  });
  const at: Tracking = {
    needs,
    recorder: createTellingRecorder(needs),
    hand: createHandTimer(),
    eye: createWindowEye({ ...needs, onHint: looks.onChange }),
    looks,
    settings: needs.settings,
    reason: null,
    told: '',
  };
  return at;
}

export function createTracker(needs: TrackerNeeds): Tracker {
  const at = partsOf(needs);
  const { recorder, hand, looks } = at;
  // What is paused says so from the first, also while it is not known yet whether the screen is locked.
  keepPause(at, needs.now());
  return {
    start() {
      if (looks.is !== 'new') return;
      const moment = needs.now();
      recorder.release(moment, 'stopped');
      looks.start(moment);
    },
    stop() {
      if (looks.is === 'stopped') return;
      looks.stop();
      keepWatch(at);
      recorder.halt(needs.now(), 'stopped');
      recorder.flush();
    },
    halt(halt) {
      recorder.halt(needs.now(), halt);
      recorder.flush();
      tell(at);
    },
    release(halt) {
      recorder.release(needs.now(), halt);
      tell(at);
      looks.lookSoon();
    },
    startTimer: () => startHand(at),
    stopTimer() {
      stopHand(at);
      tell(at);
      looks.onChange();
    },
    forgetTimed() {
      hand.forget();
      tell(at);
    },
    cut() {
      recorder.cut(needs.now(), true);
      recorder.flush();
      tell(at);
    },
    setSettings(next) {
      at.settings = next;
      recorder.setSettings(next);
      keepPause(at, needs.now());
      recorder.flush();
      tell(at);
      looks.lookSoon();
    },
    status: () => statusNow(at),
    recorder,
  };
}
