import { nativeTheme } from 'electron';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import { type News, type Part, stopAll } from '../news.ts';
import { logError } from '../system/log.ts';
import { runProgram } from '../system/run-program.ts';
import type { Pause } from '../tracking/pause.ts';
import type { Tracker } from '../tracking/tracker.ts';
import { createActions } from './actions.ts';
import { holdsNotificationsBack } from './muted.ts';
import { showAppMenu } from './show-menu.ts';
import { type SignalNeeds, type Signals, createSignals } from './signals.ts';
import { type AppTray, createTray } from './tray.ts';
import type { TrayAction } from './tray-model.ts';

/** How often it is looked whether a signal is due. */
const NUDGE_MS = MINUTE_MS / 4;

/** What the signs outside the window take of the app. */
export interface SignNeeds {
  readonly news: News;
  readonly settings: { readonly get: SignalNeeds['settings'] };
  readonly figures: Pick<SignalNeeds, 'today'>;
  readonly speech: Pick<SignalNeeds, 'texts'>;
  readonly tracking: Pick<SignalNeeds, 'isFullScreen'> & {
    readonly tracker: Pick<Tracker, 'startTimer' | 'stopTimer' | 'status'>;
  };
  /** Why the data cannot be reached; null where they can. */
  readonly away: { readonly why: () => string | null };
  readonly pause: Pause;
  /** Says what the span at a moment was. */
  readonly relabel: (atMs: number, activity: Activity) => void;
  readonly quit: () => void;
}

/** The signs outside the window. */
export interface Signs extends Part, Pick<Signals, 'nudge'> {
  /** Whether the system has a tray, so that the app can be reached without its window. */
  readonly hasTray: () => boolean;
}

function actionsOf({ news, tracking, pause, relabel, quit }: SignNeeds) {
  return createActions({
    show: () => news.tell('window-wanted', null),
    openPage: (page) => news.tell('page-chosen', page),
    pause,
    tracker: tracking.tracker,
    relabel,
    quit,
  });
}

/** The tray; undefined where the system has none. */
function trayFor(act: (action: TrayAction) => void): AppTray | undefined {
  try {
    return createTray(act);
  } catch (error) {
    // Without a tray, closing the window quits.
    logError('tray', error);
    return undefined;
  }
}

/** Puts the tray and the app's menu there, and keeps them as things are. */
export function showSigns(needs: SignNeeds): Signs {
  const { news, settings, figures, speech, tracking, away } = needs;
  const act = actionsOf(needs);
  let tray = trayFor(act);
  const { showTray, showTrayIfDue, nudge } = createSignals({
    settings: settings.get,
    today: figures.today,
    status: tracking.tracker.status,
    isFullScreen: tracking.isFullScreen,
    isMuted: () => holdsNotificationsBack(process.platform, runProgram),
    isAway: () => away.why() !== null,
    texts: speech.texts,
    tray: () => tray,
  });
  const showMenu = () => showAppMenu(speech.texts(), act);
  showMenu();
  showTray();
  nativeTheme.on('updated', showTray);
  const unlisten = stopAll([
    news.on('status-changed', showTray),
    // What runs goes on at each save, which the tray shows once a minute at most.
    news.on('spans-changed', (by) => (by === 'tracker' ? showTrayIfDue() : showTray())),
    news.on('settings-changed', () => {
      showTray();
      showMenu();
    }),
  ]);
  return {
    hasTray: () => tray !== undefined,
    nudge,
    stop() {
      unlisten();
      tray?.destroy();
      tray = undefined;
    },
  };
}

/** Gives the signals that are due, from now on. */
export function startNudges(nudge: Signals['nudge']): Part {
  nudge();
  const timer = setInterval(nudge, NUDGE_MS);
  return { stop: () => clearInterval(timer) };
}
