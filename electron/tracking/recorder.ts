import type { Activity } from '../../shared/domain/activity.ts';
import {
  type DayFrames,
  type FigureRules,
  createDayFrames,
  dateOf,
  workingTimeAround,
} from '../../shared/domain/frames.ts';
import type { Span } from '../../shared/domain/span.ts';
import {
  type Halt,
  type Moment,
  momentAgo,
  type TrackerInput,
  type TrackingState,
  SLEEP_GAP_MS,
  initialTracking,
  letGo,
  trackBetween,
  trackStep,
} from '../../shared/domain/tracking.ts';
import { type Classify, createClassifier } from '../../shared/linkedin/classify.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import { createNoticeMemory } from './notice-memory.ts';
import { createRuleMemory } from './rule-memory.ts';
import type { WindowMemory } from './window-memory.ts';
import type { ByHand, Sighting } from './sources/window-reading.ts';

/**
 * The open span's end is saved at the first tick after this, so that a crash loses little: every 5 s, as
 * ticks are 1 or 2.5 s apart and each a little early or late.
 */
const SAVE_AFTER_MS = 4_500;

/** What the recorder needs from around it. */
export interface RecorderNeeds {
  readonly settings: Settings;
  /** What working time follows from under some settings, holidays included; the settings as they are unless given. */
  readonly rules?: (settings: Settings) => FigureRules;
  /** Stores changes, all or none; throws where it cannot. */
  readonly store: (changes: SpanChanges) => void;
  /** End of the latest stored span, before which none may start. */
  readonly floorMs: number;
  /**
   * Where a moment is among the stored spans: end of the latest that starts before it, and start of the first
   * that starts after it. Asked where the clock was set back; without it nothing is measured until it has
   * caught up.
   */
  readonly around?: (atMs: number) => { readonly floorMs: number; readonly ceilingMs: number };
  /** Remembers the windows of the latest spans for a short while; without it none is. */
  readonly latest?: Omit<WindowMemory, 'of'>;
  /** Told that changes could not be stored; they are kept and stored with the next ones. */
  readonly onStoreError?: (error: unknown) => void;
}

/**
 * Turns sightings of windows into stored spans: classifies and forgets them, applies the settings, runs
 * the tracker's step, and stores what it changes. It reads no clock, so the app and a replay share it.
 */
export interface Recorder {
  see(moment: Moment, zone: string, sighting: Sighting | ByHand): void;
  /** Starts or ends the time that is not measured, where working time ends or starts. */
  keepToWorkingTime(moment: Moment, zone: string): void;
  /** Ends the open span at this moment; nothing runs until the same halt is released. */
  halt(moment: Moment, halt: Halt): void;
  release(moment: Moment, halt: Halt): void;
  setSettings(settings: Settings): void;
  /** Stores the open span up to its latest tick. */
  flush(): void;
  /** Forgets what windows showed before, as at a new start. */
  forgetWindows(): void;
  /** Ends the open span at this moment; what comes next is a span of its own. What runs goes on as one, or not. */
  cut(moment: Moment, goesOn: boolean): void;
  /** Lets go of a closed span that the user changes: nothing goes on with it or takes it back. */
  letGo(startedAtMs: number): void;
  /** Goes on with a stored span that ends where the open one starts, so that both are one. */
  goOnFrom(span: Span): void;
  /** Forgets the rules that decided a span, and what windows showed. */
  forgetRulesOf(startedAtMs: number): void;
  /** Forgets the spans that closed, so that none of them goes on; for after they were erased. */
  forgetClosed(): void;
  /** The rules that decided a span of the running day, the most frequent first; in memory only. */
  rulesOf(startedAtMs: number): readonly string[];
  /** When the open span was saved the latest, or would have been, UTC milliseconds. */
  readonly savedAtMs: number;
  /**
   * When working time begins or ends next, where that matters, UTC milliseconds; Infinity where not within some
   * milliseconds.
   */
  edgeAfter(moment: Pick<Moment, 'atMs'>, zone: string, withinMs: number): number;
  readonly state: TrackingState;
  /** The latest window that could be seen and not be told: the rule that said so, and the local day. */
  readonly untold: { readonly rule: string; readonly date: string; readonly isNow: boolean } | null;
  /** Changes that could not be stored yet, by start; null is a removal. The open span may be one. */
  readonly unsaved: ReadonlyMap<number, Span | null>;
}

export function createRecorder(needs: RecorderNeeds): Recorder {
  const notices = createNoticeMemory();
  const rules = createRuleMemory();
  let { settings } = needs;
  /** Made at the first window: at a start, the ways of seeing come up meanwhile. */
  let classify: Classify | undefined;
  let frames: DayFrames;
  let state = initialTracking(needs.floorMs);
  let savedAtMs = -Infinity;
  let untold: Recorder['untold'] = null;
  /** Changes that are not stored yet, by start; null is a removal. */
  let unsaved = new Map<number, Span | null>();

  function useSettings(next: Settings): void {
    if (JSON.stringify(next.rules) !== JSON.stringify(settings.rules)) rules.forgetPositions();
    needs.latest?.clear();
    settings = next;
    classify = undefined;
    frames = createDayFrames(needs.rules?.(next) ?? next);
  }
  useSettings(settings);

  function store(): void {
    if (unsaved.size === 0) return;
    const saved: Span[] = [];
    const removed: number[] = [];
    for (const [startedAtMs, span] of unsaved) {
      if (span) saved.push(span);
      else removed.push(startedAtMs);
    }
    try {
      needs.store({ saved, removed });
      unsaved = new Map();
    } catch (error) {
      needs.onStoreError?.(error);
    }
  }

  function saveOpen(): void {
    const { open } = state;
    if (open && open.endedAtMs > open.startedAtMs) unsaved.set(open.startedAtMs, open);
    store();
    savedAtMs = state.last?.atMs ?? savedAtMs;
  }

  /** Finds the place among the spans again, after the clock was set back before some of them. */
  function findPlace(atMs: number): void {
    if (state.open || (atMs >= state.floorMs && atMs < state.ceilingMs)) return;
    const stored = needs.around?.(atMs);
    if (!stored) return;
    let { floorMs, ceilingMs } = stored;
    for (const span of unsaved.values()) {
      if (!span) continue;
      if (span.startedAtMs <= atMs) floorMs = Math.max(floorMs, span.endedAtMs);
      else ceilingMs = Math.min(ceilingMs, span.startedAtMs);
    }
    state = trackBetween(state, floorMs, ceilingMs);
  }

  function step(input: TrackerInput): void {
    const result = trackStep(state, input, settings.idleSeconds * 1000);
    state = result.state;
    if (input.kind === 'halt' || state.idle) needs.latest?.clear();
    for (const startedAtMs of result.removed) unsaved.set(startedAtMs, null);
    for (const span of result.saved) unsaved.set(span.startedAtMs, span);
    const changed = result.saved.length > 0 || result.removed.length > 0;
    // A clock that was set back must not stop the saving.
    if (changed || Math.abs(input.atMs - savedAtMs) >= SAVE_AFTER_MS) saveOpen();
    findPlace(input.atMs);
  }

  /** Starts or ends the halt outside working time, exactly where working time does. */
  function keepToWorkingTime(moment: Moment, zone: string): void {
    const outside = state.halts.includes('outside-hours');
    if (settings.measureOutside) {
      if (outside) step({ ...moment, kind: 'release', halt: 'outside-hours' });
      return;
    }
    const working = workingTimeAround(frames, zone, {
      startMs: moment.atMs,
      endMs: moment.atMs + 1,
    });
    const inside = working.some(
      ({ startMs, endMs }) => startMs <= moment.atMs && moment.atMs < endMs,
    );
    if (inside && outside) step({ ...moment, kind: 'release', halt: 'outside-hours' });
    if (inside || outside) return;
    // Where none ended since the latest tick, it was
    // the zone or a setting that changed just now; over a sleep, the step ends the span where it fell asleep.
    const endMs = working.findLast((interval) => interval.endMs <= moment.atMs)?.endMs;
    const lastMs = state.last?.atMs ?? moment.atMs;
    const ended = endMs !== undefined && endMs > lastMs && moment.atMs - lastMs <= SLEEP_GAP_MS;
    const agoMs = ended ? moment.atMs - endMs : 0;
    step({
      kind: 'halt',
      halt: 'outside-hours',
      ...momentAgo(moment, agoMs),
      idleMs: Math.max(0, moment.idleMs - agoMs),
    });
  }

  /** Stores job search in its shielded form, where the user has not chosen otherwise. */
  function shielded(activity: Activity): Activity {
    return activity === 'jobs' && settings.shieldJobs ? 'private' : activity;
  }

  /** What a sighting is, and the rule that said so; null where there is no window to say it of. */
  function tell(
    moment: Moment,
    zone: string,
    sighting: Sighting | ByHand,
  ): { activity: Activity | null; rule: string | null; isNotice?: boolean } {
    if (untold?.isNow === true) untold = { ...untold, isNow: false };
    if (sighting.kind === 'unmeasured') return { activity: null, rule: null };
    if (sighting.kind === 'by-hand') return { activity: 'other', rule: null };
    if (sighting.kind === 'no-window') return { activity: 'elsewhere', rule: null };
    classify ??= createClassifier(settings);
    const { activity, rule, notice, lockScreen } = classify(sighting.sample);
    const onLockScreen = state.halts.includes('lock-screen');
    if (lockScreen !== onLockScreen) {
      step({ ...moment, kind: lockScreen ? 'halt' : 'release', halt: 'lock-screen' });
    }
    if (activity === null) {
      untold = { rule, date: dateOf(frames, zone, moment.atMs), isNow: true };
      return { activity, rule: null };
    }
    const resolved = notices.resolve(sighting.key, activity, notice);
    return {
      activity: shielded(resolved),
      rule: notice && resolved !== activity ? 'notice:kept' : rule,
      isNotice: notice,
    };
  }

  return {
    see(moment, zone, sighting) {
      keepToWorkingTime(moment, zone);
      const { activity, rule, isNotice } = tell(moment, zone, sighting);
      step({ ...moment, kind: 'sample', activity, zone });
      const { open } = state;
      if (rule === null || open?.activity !== activity) return;
      const day = dateOf(frames, zone, moment.atMs);
      rules.note(open.startedAtMs, open.activity, rule, day);
      if (sighting.kind === 'window' && !isNotice) needs.latest?.see(sighting.sample, open);
    },
    keepToWorkingTime,
    halt(moment, halt) {
      // Working time may have ended since the latest tick.
      if (state.open) keepToWorkingTime(moment, state.open.zone);
      step({ ...moment, kind: 'halt', halt });
    },
    release: (moment, halt) => step({ ...moment, kind: 'release', halt }),
    setSettings: useSettings,
    flush: saveOpen,
    forgetWindows: () => notices.clear(),
    cut: (moment, goesOn) => step({ ...moment, kind: 'cut', goesOn }),
    letGo(startedAtMs) {
      state = letGo(state, startedAtMs);
    },
    goOnFrom({ startedAtMs }) {
      const { open } = state;
      if (!open || startedAtMs >= open.startedAtMs) return;
      unsaved.set(open.startedAtMs, null);
      state = { ...state, open: { ...open, startedAtMs } };
      saveOpen();
    },
    forgetRulesOf(startedAtMs) {
      rules.forget(startedAtMs);
      needs.latest?.clear();
    },
    forgetClosed: () => {
      rules.clear();
      needs.latest?.clear();
      state = { ...state, tail: [] };
    },
    rulesOf: rules.rulesOf,
    get savedAtMs() {
      return savedAtMs;
    },
    edgeAfter({ atMs }, zone, withinMs) {
      if (settings.measureOutside) return Infinity;
      const working = workingTimeAround(frames, zone, { startMs: atMs, endMs: atMs + withinMs });
      const edges = working.flatMap(({ startMs, endMs }) => [startMs, endMs]);
      return Math.min(...edges.filter((edgeMs) => edgeMs > atMs && edgeMs <= atMs + withinMs));
    },
    get state() {
      return state;
    },
    get untold() {
      return untold;
    },
    get unsaved() {
      return unsaved;
    },
  };
}
