import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { DayView } from '../../shared/ipc/views.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** The signals that a user can switch on: the block has been used, the fixed window begins. */
export type Nudge = 'end' | 'start';

/** What deciding on a signal takes. */
export interface NudgeView {
  readonly settings: Pick<Settings, 'nudgeAtEnd' | 'nudgeAtStart'>;
  /** Today. */
  readonly day: Pick<DayView, 'figures' | 'window' | 'nowMs'>;
  /** Whether nothing may pop up now: a window fills the screen, or the user pauses. */
  readonly quiet: boolean;
}

/** What was seen before; a signal is given where something is reached, not where it already was. */
export interface NudgeState {
  readonly date: string;
  readonly atMs: number;
  /** Whether the block had been used. */
  readonly used: boolean;
  /** Signals that are due and wait for a quiet moment to pass. */
  readonly due: readonly Nudge[];
}

/** Lets signals wait that were to be shown, as where notifications turn out to be muted. */
export function holdBack(state: NudgeState, nudges: readonly Nudge[]): NudgeState {
  return { ...state, due: [...new Set([...state.due, ...nudges])] };
}

/**
 * Decides on signals, at most one of each a day. The first look of a day only remembers, so a start of
 * the app never repeats what was told. A signal that falls in a quiet time waits; that of the window as
 * long as the window lasts, that of the block until the day ends.
 */
export function decideNudges(
  before: NudgeState | undefined,
  { settings, day: { figures, window, nowMs }, quiet }: NudgeView,
): { readonly state: NudgeState; readonly show: readonly Nudge[] } {
  const { date, workingDay, agreement, countedMs } = figures;
  const mostMs = agreement ? agreement.maxMinutes * MINUTE_MS : 0;
  const used = workingDay && mostMs > 0 && countedMs >= mostMs;
  const running = window.find(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs);
  const sameDay = before?.date === date;
  const reached: Nudge[] = [];
  if (sameDay && used && !before.used) reached.push('end');
  // The window is reached by the clock alone, over midnight too.
  if (before && workingDay && running && before.atMs < running.startMs) reached.push('start');
  const waiting = sameDay ? before.due : [];
  const due = [...new Set([...waiting, ...reached])].filter((nudge) =>
    nudge === 'end' ? settings.nudgeAtEnd && used : settings.nudgeAtStart && running !== undefined,
  );
  // Once used, a day stays so: a correction that takes time out brings no second signal.
  const state = {
    date,
    atMs: nowMs,
    used: used || (sameDay && before.used),
    due: quiet ? due : [],
  };
  return { state, show: quiet ? [] : due };
}
