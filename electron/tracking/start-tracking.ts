import type { App, PowerMonitor } from 'electron';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import { type News, type Part, stopAll } from '../news.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import type { SpanRepository } from '../storage/span-repository.ts';
import type { Clock } from '../system/clock.ts';
import { later } from '../system/later.ts';
import { type AccessibilityConsent, keepAccessibility } from './accessibility-consent.ts';
import { createHolds } from './holds.ts';
import { type PowerSignals, connectPower, connectSessionEnd, idleMsOf } from './power.ts';
import { watchThisSession } from './session-watch.ts';
import type { Sight } from './sight.ts';
import { type Companions, watchCompanions } from './sources/companion.ts';
import { type WindowReader, createWindowReader } from './sources/window-reader.ts';
import { chooseSources } from './sources/choose-sources.ts';
import { environmentHere, sessionType } from './sources/session-type.ts';
import { type Tracker, createTracker } from './tracker.ts';
import { type WindowMemory, createWindowMemory } from './window-memory.ts';
import { withAccessibility } from './with-accessibility.ts';
import { withCompanions } from './with-companion.ts';

/** The worker that reads windows, which the build puts beside the main process. */
const WINDOW_WORKER = new URL('./window-worker.js', import.meta.url);

/** What tracking takes of the app and of the computer. */
export interface TrackingNeeds {
  readonly news: News;
  readonly clock: Clock;
  readonly settings: { get(): Settings; set(patch: SettingsPatch): unknown };
  readonly holidays: { readonly rulesOf: (settings: Settings) => FigureRules };
  /** What is stored already. */
  readonly store: Pick<SpanRepository, 'lastBefore' | 'firstAfter'>;
  /** Stores changes, all or none; throws where it cannot. */
  readonly apply: (changes: SpanChanges) => void;
  readonly sight: Pick<Sight, 'permissions' | 'see'>;
  /** Told of each window that is seen, for the moment. */
  readonly onWindow: (sample: WindowSample) => void;
  readonly power: PowerSignals & Pick<PowerMonitor, 'getSystemIdleTime' | 'isOnBatteryPower'>;
  readonly app: Pick<App, 'on'>;
}

/** The tracker at work, on this computer. */
export interface Tracking extends Part {
  readonly tracker: Tracker;
  /** The windows of the latest spans. */
  readonly latest: WindowMemory;
  readonly isFullScreen: WindowReader['isFullScreen'];
  /** Name of the way of seeing that reads the window now; null where none does. */
  readonly sourceName: WindowReader['sourceName'];
  /** Resolves once ways of seeing were tried anew, after a change of what the user agreed to. */
  settled(): Promise<void>;
  /** What the user said of the accessibility interface. */
  readonly accessibility: Pick<AccessibilityConsent, 'state' | 'allow'>;
  /** What connected browsers say. */
  readonly companions: Companions;
}

/** The tracker, over what is stored, before it runs. */
function buildTracker(
  needs: TrackingNeeds,
  windows: Pick<WindowReader, 'read' | 'watch' | 'askIdle' | 'idleMs'>,
  latest: WindowMemory,
): Tracker {
  const { news, clock, store, power } = needs;
  return createTracker({
    settings: needs.settings.get(),
    rules: needs.holidays.rulesOf,
    floorMs: store.lastBefore(Number.MAX_SAFE_INTEGER)?.endedAtMs ?? -Infinity,
    around: (atMs) => ({
      floorMs: store.lastBefore(atMs + 1)?.endedAtMs ?? -Infinity,
      ceilingMs: store.firstAfter(atMs)?.startedAtMs ?? Infinity,
    }),
    store: needs.apply,
    now: () => ({
      atMs: clock.nowMs(),
      monoMs: performance.now(),
      idleMs: windows.idleMs() ?? idleMsOf(power),
    }),
    zone: clock.zone,
    onBattery: () => power.isOnBatteryPower(),
    read: windows.read,
    askIdle: windows.askIdle,
    watch: windows.watch,
    latest,
    onWindow: needs.onWindow,
    onTick: needs.sight.see,
    onStatus: (status) => news.tell('status-changed', status),
    onSpans: () => news.tell('spans-changed', 'tracker'),
    onStoring: (works) => {
      news.tell('storing-changed', works);
      news.tell('notices-changed', null);
    },
  });
}

/** Looks anew where the user agrees to more, or to less. */
function followConsent({ news, settings }: TrackingNeeds, windows: WindowReader) {
  let may = settings.get().kwinScript;
  let settled = Promise.resolve();
  const stop = news.on('settings-changed', ({ kwinScript }) => {
    if (kwinScript === may) return;
    may = kwinScript;
    settled = windows.restart().then(() => news.tell('sight-changed', null));
  });
  return { stop, settled: () => settled };
}

/** Starts to track, once it is known whether the screen is locked. */
export function startTracking(needs: TrackingNeeds): Tracking {
  const { news, power, app } = needs;
  // Trying the sources takes a moment, which the window need not wait for.
  const windows = createWindowReader({
    choose: () => chooseSources(environmentHere(WINDOW_WORKER, needs.settings.get().kwinScript)),
    monoMs: () => performance.now(),
    session: sessionType(),
    permissions: needs.sight.permissions,
    onLock: (locked) => holds.set('locked', 'window source', locked),
  });
  const latest = createWindowMemory({ nowMs: needs.clock.nowMs, later });
  const companions = watchCompanions({ env: process.env, nowMs: needs.clock.nowMs });
  const accessibility = keepAccessibility(needs);
  const asked = withAccessibility(windows, accessibility.now);
  const seeing = { ...windows, ...withCompanions(asked, companions) };
  const tracker = buildTracker(needs, seeing, latest);
  const holds = createHolds(tracker);
  const consent = followConsent(needs, windows);
  const unlisten = stopAll([
    news.on('settings-changed', tracker.setSettings),
    consent.stop,
    news.on('sight-changed', windows.retry),
  ]);
  connectPower(power, tracker);
  connectSessionEnd(app, tracker);
  const session = watchThisSession(holds);
  // Not before it is known whether the screen is locked: what stands behind it is not used.
  void Promise.all([session.known, windows.known]).then(tracker.start);
  return {
    tracker,
    latest,
    isFullScreen: windows.isFullScreen,
    sourceName: windows.sourceName,
    settled: consent.settled,
    accessibility,
    companions,
    stop() {
      session.stop();
      unlisten();
      tracker.stop();
      companions.stop();
      accessibility.stop();
      void windows.stop();
    },
  };
}
