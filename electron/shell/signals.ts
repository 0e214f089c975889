import { Notification } from 'electron';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { DayView, TrackerStatus } from '../../shared/ipc/views.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Texts } from '../texts/texts.ts';
import { type Nudge, type NudgeState, decideNudges, holdBack } from './nudges.ts';
import type { AppTray } from './tray.ts';
import { trayModel, unchangedMs, usedShare } from './tray-model.ts';

/** What the signs outside the window are made of. */
export interface SignalNeeds {
  readonly settings: () => Settings;
  readonly today: () => DayView;
  readonly status: () => TrackerStatus;
  /** Whether the active window fills the screen, as far as the system tells. */
  readonly isFullScreen: () => boolean;
  /** Whether the desktop holds notifications back now, as far as it tells; never rejects. */
  readonly isMuted: () => Promise<boolean>;
  /** Whether the data cannot be reached. */
  readonly isAway: () => boolean;
  readonly texts: () => Texts;
  /** Undefined where the system has none. */
  readonly tray: () => AppTray | undefined;
}

/** What the app shows outside its window: the tray, and the signals that the user switched on. */
export interface Signals {
  showTray(): void;
  /** The same, where a figure in it can have changed since, as what runs goes on. */
  showTrayIfDue(): void;
  /** Gives the signals that are due; while the desktop is muted they wait. */
  nudge(): void;
}

export function createSignals(needs: SignalNeeds): Signals {
  let nudged: NudgeState | undefined;
  /** Until then what the tray shows of a span that goes on stays as it is. */
  let dueAtMs = -Infinity;

  async function show(nudges: readonly Nudge[]): Promise<void> {
    if (await needs.isMuted()) {
      nudged &&= holdBack(nudged, nudges);
      return;
    }
    for (const one of nudges) {
      const title = one === 'end' ? needs.texts().nudgeEnd : needs.texts().nudgeStart;
      if (Notification.isSupported()) new Notification({ title, silent: true }).show();
    }
  }

  function showTray(): void {
    const tray = needs.tray();
    if (!tray) return;
    const day = needs.today();
    dueAtMs = day.nowMs + unchangedMs(day.figures);
    tray.show(
      trayModel(needs.status(), day, needs.settings().shieldJobs, needs.texts(), needs.isAway()),
      usedShare(day.figures),
    );
  }

  return {
    showTray,
    showTrayIfDue() {
      const nowMs = Date.now();
      // A clock that was set back must not hold it up.
      if (nowMs >= dueAtMs || dueAtMs - nowMs > MINUTE_MS) showTray();
    },
    nudge() {
      const { nudgeAtEnd, nudgeAtStart } = needs.settings();
      if (!nudgeAtEnd && !nudgeAtStart) {
        // What is reached meanwhile is nothing to tell of later.
        nudged = undefined;
        return;
      }
      const { state, show: due } = decideNudges(nudged, {
        settings: needs.settings(),
        day: needs.today(),
        quiet: needs.isFullScreen() || needs.status().state !== 'tracking',
      });
      nudged = state;
      if (due.length > 0) void show(due);
    },
  };
}
