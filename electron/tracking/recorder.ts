import type { Activity } from '../../shared/domain/activity.ts';
import {
  type DayFrames,
  type FigureRules,
  createDayFrames,
  dateOf,
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
import { type NoticeMemory, createNoticeMemory } from './notice-memory.ts';
import { type RuleMemory, createRuleMemory } from './rule-memory.ts';
import { type UnsavedSpans, type UnsavedSpansNeeds, createUnsavedSpans } from './unsaved-spans.ts';
import type { WindowMemory } from './window-memory.ts';
import { placeInWorkingTime, workingEdgeAfter } from './working-edges.ts';
import type { ByHand, Sighting } from './sources/window-reading.ts';

/**
 * The open span's end is saved at the first tick after this, so that a crash loses little: every 5 s, as
 * ticks are 1 or 2.5 s apart and each a little early or late.
 */
const SAVE_AFTER_MS = 4_500;

/** What the recorder needs from around it. */
export interface RecorderNeeds extends UnsavedSpansNeeds {
  readonly settings: Settings;
  /** What working time follows from under some settings, holidays included; the settings as they are unless given. */
  readonly rules?: (settings: Settings) => FigureRules;
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

/** What a recorder knows, from one call to the next. */
interface Recording {
  readonly needs: RecorderNeeds;
  readonly notices: NoticeMemory;
  readonly rules: RuleMemory;
  readonly unsaved: UnsavedSpans;
  settings: Settings;
  /** Made at the first window: at a start, the ways of seeing come up meanwhile. */
  classify: Classify | undefined;
  frames: DayFrames;
  state: TrackingState;
  savedAtMs: number;
  untold: Recorder['untold'];
}

function framesUnder({ rules }: RecorderNeeds, settings: Settings): DayFrames {
  return createDayFrames(rules?.(settings) ?? settings);
}

function useSettings(at: Recording, next: Settings): void {
  if (JSON.stringify(next.rules) !== JSON.stringify(at.settings.rules)) at.rules.forgetPositions();
  at.needs.latest?.clear();
  at.settings = next;
  at.classify = undefined;
  at.frames = framesUnder(at.needs, next);
}

function saveOpen(at: Recording): void {
  const { open } = at.state;
  if (open && open.endedAtMs > open.startedAtMs) at.unsaved.save(open);
  at.unsaved.store();
  at.savedAtMs = at.state.last?.atMs ?? at.savedAtMs;
}

/** Finds the place among the spans again, after the clock was set back before some of them. */
function findPlace(at: Recording, atMs: number): void {
  const { state } = at;
  if (state.open || (atMs >= state.floorMs && atMs < state.ceilingMs)) return;
  const stored = at.needs.around?.(atMs);
  if (!stored) return;
  const { floorMs, ceilingMs } = at.unsaved.narrow(atMs, stored);
  at.state = trackBetween(state, floorMs, ceilingMs);
}

function step(at: Recording, input: TrackerInput): void {
  const { state, saved, removed } = trackStep(at.state, input, at.settings.idleSeconds * 1000);
  at.state = state;
  if (input.kind === 'halt' || state.idle) at.needs.latest?.clear();
  for (const startedAtMs of removed) at.unsaved.remove(startedAtMs);
  for (const span of saved) at.unsaved.save(span);
  const changed = saved.length > 0 || removed.length > 0;
  // A clock that was set back must not stop the saving.
  if (changed || Math.abs(input.atMs - at.savedAtMs) >= SAVE_AFTER_MS) saveOpen(at);
  findPlace(at, input.atMs);
}

/** Starts or ends the halt outside working time, exactly where working time does. */
function keepToWorkingTime(at: Recording, moment: Moment, zone: string): void {
  const outside = at.state.halts.includes('outside-hours');
  if (at.settings.measureOutside) {
    if (outside) step(at, { ...moment, kind: 'release', halt: 'outside-hours' });
    return;
  }
  const { isInside, endedMs } = placeInWorkingTime(at.frames, zone, moment.atMs);
  if (isInside && outside) step(at, { ...moment, kind: 'release', halt: 'outside-hours' });
  if (isInside || outside) return;
  // Where none ended since the latest tick, it was
  // the zone or a setting that changed just now; over a sleep, the step ends the span where it fell asleep.
  const lastMs = at.state.last?.atMs ?? moment.atMs;
  const ended = endedMs !== undefined && endedMs > lastMs && moment.atMs - lastMs <= SLEEP_GAP_MS;
  const agoMs = ended ? moment.atMs - endedMs : 0;
  step(at, {
    kind: 'halt',
    halt: 'outside-hours',
    ...momentAgo(moment, agoMs),
    idleMs: Math.max(0, moment.idleMs - agoMs),
  });
}

/** What a window is told to be. */
interface Told {
  readonly activity: Activity | null;
  /** The rule that said so; null where there is no window to say it of. */
  readonly rule: string | null;
  readonly isNotice?: boolean;
}

/** What a sighting is. */
function tell(at: Recording, moment: Moment, zone: string, sighting: Sighting | ByHand): Told {
  if (at.untold?.isNow === true) at.untold = { ...at.untold, isNow: false };
  if (sighting.kind === 'unmeasured') return { activity: null, rule: null };
  if (sighting.kind === 'by-hand') return { activity: 'other', rule: null };
  if (sighting.kind === 'no-window') return { activity: 'elsewhere', rule: null };
  at.classify ??= createClassifier(at.settings);
  const { activity, rule, notice, lockScreen } = at.classify(sighting.sample);
  const onLockScreen = at.state.halts.includes('lock-screen');
  if (lockScreen !== onLockScreen) {
    step(at, { ...moment, kind: lockScreen ? 'halt' : 'release', halt: 'lock-screen' });
  }
  if (activity === null) {
    at.untold = { rule, date: dateOf(at.frames, zone, moment.atMs), isNow: true };
    return { activity, rule: null };
  }
  const resolved = at.notices.resolve(sighting.key, activity, notice);
  return {
    // Job search is stored in its shielded form, where the user has not chosen otherwise.
    activity: resolved === 'jobs' && at.settings.shieldJobs ? 'private' : resolved,
    rule: notice && resolved !== activity ? 'notice:kept' : rule,
    isNotice: notice,
  };
}

function see(at: Recording, moment: Moment, zone: string, sighting: Sighting | ByHand): void {
  keepToWorkingTime(at, moment, zone);
  const { activity, rule, isNotice } = tell(at, moment, zone, sighting);
  step(at, { ...moment, kind: 'sample', activity, zone });
  const { open } = at.state;
  if (rule === null || open?.activity !== activity) return;
  const day = dateOf(at.frames, zone, moment.atMs);
  at.rules.note(open.startedAtMs, open.activity, rule, day);
  if (sighting.kind === 'window' && !isNotice) at.needs.latest?.see(sighting.sample, open);
}

function goOnFrom(at: Recording, { startedAtMs }: Span): void {
  const { open } = at.state;
  if (!open || startedAtMs >= open.startedAtMs) return;
  at.unsaved.remove(open.startedAtMs);
  at.state = { ...at.state, open: { ...open, startedAtMs } };
  saveOpen(at);
}

export function createRecorder(needs: RecorderNeeds): Recorder {
  const at: Recording = {
    needs,
    notices: createNoticeMemory(),
    rules: createRuleMemory(),
    unsaved: createUnsavedSpans(needs),
    settings: needs.settings,
    classify: undefined,
    frames: framesUnder(needs, needs.settings),
    state: initialTracking(needs.floorMs),
    savedAtMs: -Infinity,
    untold: null,
  };
  needs.latest?.clear();

  return {
    see: (moment, zone, sighting) => see(at, moment, zone, sighting),
    keepToWorkingTime: (moment, zone) => keepToWorkingTime(at, moment, zone),
    halt(moment, halt) {
      // Working time may have ended since the latest tick.
      if (at.state.open) keepToWorkingTime(at, moment, at.state.open.zone);
      step(at, { ...moment, kind: 'halt', halt });
    },
    release: (moment, halt) => step(at, { ...moment, kind: 'release', halt }),
    setSettings: (settings) => useSettings(at, settings),
    flush: () => saveOpen(at),
    forgetWindows: () => at.notices.clear(),
    cut: (moment, goesOn) => step(at, { ...moment, kind: 'cut', goesOn }),
    letGo(startedAtMs) {
      at.state = letGo(at.state, startedAtMs);
    },
    goOnFrom: (span) => goOnFrom(at, span),
    forgetRulesOf(startedAtMs) {
      at.rules.forget(startedAtMs);
      needs.latest?.clear();
    },
    forgetClosed() {
      at.rules.clear();
      needs.latest?.clear();
      at.state = { ...at.state, tail: [] };
    },
    rulesOf: at.rules.rulesOf,
    edgeAfter: ({ atMs }, zone, withinMs) =>
      at.settings.measureOutside ? Infinity : workingEdgeAfter(at.frames, zone, atMs, withinMs),
    get savedAtMs() {
      return at.savedAtMs;
    },
    get state() {
      return at.state;
    },
    get untold() {
      return at.untold;
    },
    get unsaved() {
      return at.unsaved.all;
    },
  };
}
