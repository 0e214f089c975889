import type { Activity } from './activity.ts';
import type { Span } from './span.ts';

/** Two ticks further apart than this, unannounced, mean that the machine slept. */
export const SLEEP_GAP_MS = 60_000;

/** Wall and monotonic clock may drift apart by this much between ticks before the clock was changed. */
const CLOCK_DRIFT_MS = 2_000;

/** Reasons for which nothing runs until they end. They are independent of one another. */
export type Halt =
  'paused' | 'locked' | 'lock-screen' | 'switched-away' | 'suspended' | 'stopped' | 'outside-hours';

/** The moment of an input, on both clocks. */
export interface Moment {
  /** Wall clock, UTC milliseconds. */
  readonly atMs: number;
  /** Monotonic clock, milliseconds from any origin. */
  readonly monoMs: number;
  /** Milliseconds since the user's last input, as the system tells; they may have fractions. */
  readonly idleMs: number;
}

/**
 * Both clocks some milliseconds before a moment, in whole ones: monotonic clocks and idle times have fractions, a span has
 * none. When the last input was then is for the caller to say.
 */
export function momentAgo({ atMs, monoMs }: Moment, agoMs: number): Omit<Moment, 'idleMs'> {
  const wholeMs = Math.floor(agoMs);
  return { atMs: atMs - wholeMs, monoMs: monoMs - wholeMs };
}

/** What the tracker is told. */
export type TrackerInput = Moment &
  (
    | {
        readonly kind: 'sample';
        /** What the active window is; null where it could not be measured. */
        readonly activity: Activity | null;
        /** IANA zone of the computer. */
        readonly zone: string;
      }
    | { readonly kind: 'halt'; readonly halt: Halt }
    | { readonly kind: 'release'; readonly halt: Halt }
    /** What comes from here is a span of its own: what runs goes on as another, or not at all. */
    | { readonly kind: 'cut'; readonly goesOn: boolean }
  );

/** All that the tracker remembers between inputs. */
export interface TrackingState {
  readonly halts: readonly Halt[];
  /** Whether the user has been without input for the idle threshold. */
  readonly idle: boolean;
  /** The running span; it ends at the latest tick and is empty at its first. */
  readonly open: Span | null;
  /**
   * The latest closed span, which may go on, after those that end after the last input, which idle
   * time may still take back; by time.
   */
  readonly tail: readonly Span[];
  /** Idle time takes nothing back from before this. */
  readonly settledMs: number;
  /** The latest moment of either clock; null before the first input. */
  readonly last: { readonly atMs: number; readonly monoMs: number } | null;
  /** No span may start before this: end of the latest span that counts. */
  readonly floorMs: number;
  /** No span may run after this: start of the next stored span, where the clock was set back before one. */
  readonly ceilingMs: number;
}

/** The changes to what is stored. A span is named by its start. */
export interface TrackingStep {
  readonly state: TrackingState;
  /** Spans that closed or became shorter. */
  readonly saved: readonly Span[];
  /** Starts of spans of which nothing is left. */
  readonly removed: readonly number[];
}

/** The state in which nothing has been seen. @param floorMs end of the latest stored span. */
export function initialTracking(floorMs = -Infinity): TrackingState {
  return {
    halts: [],
    idle: false,
    open: null,
    tail: [],
    settledMs: -Infinity,
    last: null,
    floorMs,
    ceilingMs: Infinity,
  };
}

/**
 * The state, in which nothing runs, after the clock was set back before spans that were recorded while it was
 * ahead: time goes on between those before and those after.
 *
 * @param floorMs end of the latest span that starts before now.
 * @param ceilingMs start of the first span that starts after now; Infinity where there is none.
 */
export function trackBetween(
  state: TrackingState,
  floorMs: number,
  ceilingMs: number,
): TrackingState {
  return { ...state, open: null, tail: [], settledMs: floorMs, floorMs, ceilingMs };
}

/**
 * The state without a closed span of its memory, which the user changes now: it does not go on, and idle time
 * does not take it back.
 */
export function letGo(state: TrackingState, startedAtMs: number): TrackingState {
  return { ...state, tail: state.tail.filter((span) => span.startedAtMs !== startedAtMs) };
}

/** A step under way: the state, and what it has changed so far. */
interface Draft {
  state: TrackingState;
  readonly saved: Map<number, Span>;
  readonly removed: Set<number>;
}

function keep(draft: Draft, span: Span): void {
  if (span.endedAtMs > span.startedAtMs) {
    draft.saved.set(span.startedAtMs, span);
    draft.removed.delete(span.startedAtMs);
  } else {
    draft.removed.add(span.startedAtMs);
    draft.saved.delete(span.startedAtMs);
  }
}

/** Ends the open span at `atMs`, or at its start where that is later. */
function close(draft: Draft, atMs: number): void {
  const { open, tail } = draft.state;
  if (!open) return;
  const endedAtMs = Math.max(open.startedAtMs, Math.min(atMs, draft.state.ceilingMs));
  const closed = { ...open, endedAtMs };
  keep(draft, closed);
  const counts = closed.endedAtMs > closed.startedAtMs;
  draft.state = {
    ...draft.state,
    open: null,
    tail: counts ? [...tail, closed] : tail,
    floorMs: counts ? Math.max(draft.state.floorMs, closed.endedAtMs) : draft.state.floorMs,
  };
}

/** Makes the closed spans final: idle time that comes later does not take them back. */
function settle(draft: Draft): void {
  const { floorMs, settledMs, tail } = draft.state;
  draft.state = {
    ...draft.state,
    settledMs: Math.max(settledMs, floorMs),
    tail: tail.slice(-1),
  };
}

/** Takes back everything after the last input. */
function backDate(draft: Draft, lastInputMs: number): void {
  close(draft, draft.state.open?.endedAtMs ?? lastInputMs);
  const cutMs = Math.max(lastInputMs, draft.state.settledMs);
  const tail: Span[] = [];
  for (const span of draft.state.tail) {
    const left = span.endedAtMs > cutMs ? { ...span, endedAtMs: cutMs } : span;
    if (left !== span) keep(draft, left);
    if (left.endedAtMs > left.startedAtMs) tail.push(left);
  }
  draft.state = { ...draft.state, tail };
  settle(draft);
}

/**
 * Compares both clocks with the latest tick. A gap that nobody announced, or a clock that was set, ends
 * the open span at the earlier tick; a clock that went on lets it run to now.
 */
function advance(draft: Draft, { atMs, monoMs, idleMs }: Moment, idleThresholdMs: number): void {
  const { last } = draft.state;
  if (last) {
    const wallMs = atMs - last.atMs;
    const elapsedMs = monoMs - last.monoMs;
    const slept = Math.max(wallMs, elapsedMs) > SLEEP_GAP_MS;
    if (slept || Math.abs(wallMs - elapsedMs) > CLOCK_DRIFT_MS) {
      close(draft, draft.state.open?.endedAtMs ?? 0);
      settle(draft);
    }
  }
  const { open, ceilingMs } = draft.state;
  if (open && atMs >= ceilingMs) {
    close(draft, ceilingMs);
    settle(draft);
  } else if (open) {
    draft.state = {
      ...draft.state,
      open: { ...open, endedAtMs: Math.max(open.endedAtMs, atMs) },
    };
  }
  const idle = idleMs >= idleThresholdMs;
  // A system may tell idle time to fractions of a millisecond; a span has none, and could not be stored with them.
  const lastInputMs = Math.floor(atMs - idleMs);
  if (idle && !draft.state.idle) backDate(draft, lastInputMs);
  else if (draft.state.tail.length > 1) {
    const tail = draft.state.tail.filter(
      (span, index, all) => span.endedAtMs > lastInputMs || index === all.length - 1,
    );
    draft.state = { ...draft.state, tail };
  }
  draft.state = { ...draft.state, idle, last: { atMs, monoMs } };
}

/** Starts a span at `atMs`, or goes on with the one that ended there. */
function open(draft: Draft, activity: Activity, zone: string, atMs: number): void {
  const { tail, floorMs, ceilingMs } = draft.state;
  const before = tail.at(-1);
  const goesOn = before?.activity === activity && before.zone === zone && before.endedAtMs === atMs;
  // What was entered by hand was not measured, and does not go on.
  if (goesOn && !before.manual) {
    draft.state = { ...draft.state, open: before, tail: tail.slice(0, -1) };
  } else if (atMs >= floorMs && atMs < ceilingMs) {
    const span = {
      startedAtMs: atMs,
      endedAtMs: atMs,
      activity,
      zone,
      relabelled: false,
      manual: false,
    };
    draft.state = { ...draft.state, open: span };
  }
}

/** Ends the open span at `atMs`, and starts one of the same activity there where it goes on. */
function cut(draft: Draft, atMs: number, goesOn: boolean): void {
  const { open: running, ceilingMs } = draft.state;
  if (goesOn && (!running || running.startedAtMs >= atMs)) return;
  close(draft, atMs);
  settle(draft);
  const open =
    goesOn && running && atMs < ceilingMs
      ? { ...running, startedAtMs: atMs, endedAtMs: atMs }
      : null;
  draft.state = { ...draft.state, open, tail: [] };
}

/**
 * One step of the tracker: what an input makes of the state, and which stored spans it changes. It reads
 * no clock and stores nothing. Spans that it yields never overlap and are never empty.
 *
 * @param idleThresholdMs time without input after which nothing runs, reckoned from the last input.
 */
export function trackStep(
  state: TrackingState,
  input: TrackerInput,
  idleThresholdMs: number,
): TrackingStep {
  const draft: Draft = { state, saved: new Map(), removed: new Set() };
  advance(draft, input, idleThresholdMs);
  switch (input.kind) {
    case 'halt':
      close(draft, input.atMs);
      // Working time ends by itself: that the user had left before may turn out afterwards.
      if (input.halt !== 'outside-hours') settle(draft);
      draft.state = { ...draft.state, halts: [...new Set([...draft.state.halts, input.halt])] };
      break;
    case 'release':
      draft.state = {
        ...draft.state,
        halts: draft.state.halts.filter((halt) => halt !== input.halt),
      };
      break;
    case 'cut':
      cut(draft, input.atMs, input.goesOn);
      break;
    case 'sample': {
      const { open: running } = draft.state;
      const goesOn = running?.activity === input.activity && running.zone === input.zone;
      const measurable =
        input.activity !== null && draft.state.halts.length === 0 && !draft.state.idle;
      // A span that cannot be measured any more ends at the tick at which it still could.
      if (!measurable) close(draft, state.open?.endedAtMs ?? input.atMs);
      else if (!goesOn) {
        close(draft, input.atMs);
        open(draft, input.activity, input.zone, input.atMs);
      }
    }
  }
  return { state: draft.state, saved: [...draft.saved.values()], removed: [...draft.removed] };
}
