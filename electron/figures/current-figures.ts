import type { DayView } from '../../shared/ipc/views.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { Span } from '../../shared/domain/span.ts';
import { type OffsetStretch, offsetsWithin } from '../../shared/domain/zone.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { News, Part } from '../news.ts';
import type { DateRange, SpanReader } from '../storage/span-reader.ts';
import type { Clock } from '../system/clock.ts';
import { type ViewNeeds, dayView, todayView, weekView, withUnsaved } from './day-and-week-views.ts';
import { exampleNeeds } from './example-weeks.ts';
import type { KeptDays } from './kept-days.ts';
import { trendsView } from './trends-view.ts';

/** What the figures of this moment are made of. */
export interface FigureNeeds {
  readonly news: News;
  readonly clock: Clock;
  readonly store: SpanReader;
  /** What is measured and not stored yet. */
  readonly recorder: {
    readonly unsaved: ReadonlyMap<number, Span | null>;
    readonly state: { readonly open: Span | null };
    readonly rulesOf: (startedAtMs: number) => readonly string[];
  };
  readonly settings: { readonly get: () => Settings };
  readonly holidays: { readonly rulesOf: (settings: Settings) => FigureRules };
  readonly keptDays: KeptDays;
}

type FigureChannel =
  | 'day:get'
  | 'zone:stretches'
  | 'week:get'
  | 'trends:get'
  | 'example:day'
  | 'example:week'
  | 'example:trends';

/** The figures of this moment: all that is shown or reported is made of them. */
export interface CurrentFigures extends Part {
  /** What a page is made of now. */
  view(): ViewNeeds;
  today(): DayView;
  readonly handlers: Pick<Handlers, FigureChannel>;
}

export function readFigures(needs: FigureNeeds): CurrentFigures {
  const { clock, store, recorder, settings, holidays, keptDays } = needs;
  const spans = () => withUnsaved(store, recorder.unsaved, recorder.state.open);
  const basis = () => ({
    spans: spans(),
    settings: holidays.rulesOf(settings.get()),
    nowMs: clock.nowMs(),
    zone: clock.zone(),
  });

  function figuresOf(range: DateRange, rules: FigureRules) {
    const { unsaved, state } = recorder;
    const unsavedFromMs = Math.min(...unsaved.keys(), state.open?.startedAtMs ?? Infinity);
    return keptDays.figures(spans(), range, rules, settings.get(), unsavedFromMs, clock.nowMs());
  }

  function view(): ViewNeeds {
    const now = basis();
    return {
      ...now,
      figuresOf: (range) => figuresOf(range, now.settings),
      rulesOf: recorder.rulesOf,
    };
  }

  const stop = needs.news.on('spans-changed', (by) => {
    // What the tracker changes it forgets itself, from there on alone.
    if (by === 'others') keptDays.forgetFrom(-Infinity);
  });
  return {
    view,
    today: () => dayView(null, basis()),
    handlers: createFigureHandlers(view, () => exampleNeeds(clock.zone(), clock.nowMs())),
    stop,
  };
}

/** The years whose offsets the window is told. Behind them it goes by its own data. */
const TOLD_FROM_MS = Date.UTC(2000, 0, 1);
const TOLD_TO_MS = Date.UTC(2060, 0, 1);

/** The stretches of one offset of a zone in those years. */
function stretchesOf(zone: string): OffsetStretch[] {
  return offsetsWithin(zone, TOLD_FROM_MS, TOLD_TO_MS).map(({ startMs, endMs, offsetMs }) => ({
    startMs: Math.max(startMs, TOLD_FROM_MS),
    endMs: Math.min(endMs, TOLD_TO_MS),
    offsetMs,
  }));
}

/**
 * The handlers of the pages of figures.
 *
 * @param example what the same pages of an example are made of.
 */
export function createFigureHandlers(
  view: () => ViewNeeds,
  example: () => ViewNeeds,
): CurrentFigures['handlers'] {
  return {
    'day:get': (date) => (date === null ? todayView(view()) : dayView(date, view())),
    'zone:stretches': (zone) => stretchesOf(zone),
    'week:get': (date) => weekView(date, view()),
    'trends:get': (year) => trendsView(year, view()),
    'example:day': (date) => dayView(date, example()),
    'example:week': (date) => weekView(date, example()),
    'example:trends': (year) => trendsView(year, example()),
  };
}
