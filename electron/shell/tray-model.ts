import { type Activity, activityChoices, isLinkedIn } from '../../shared/domain/activity.ts';
import type { DayFigures } from '../../shared/domain/figures.ts';
import { MINUTE_MS, roundMs } from '../../shared/domain/rounding.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isoWithOffset } from '../../shared/domain/zone.ts';
import type { PauseLength, Pushes } from '../../shared/ipc/contract.ts';
import type { DayView, TrackerStatus } from '../../shared/ipc/views.ts';
import { type Texts, fill } from '../texts/texts.ts';

/** What choosing an item of the tray menu does. */
export type TrayAction =
  | { readonly do: 'open'; readonly page: Pushes['page:open'] }
  | { readonly do: 'pause'; readonly length: PauseLength }
  | { readonly do: 'resume' }
  | { readonly do: 'timer'; readonly run: boolean }
  /** Says what the span at a moment was. */
  | { readonly do: 'relabel'; readonly atMs: number; readonly activity: Activity }
  | { readonly do: 'quit' };

/** An item of the tray menu. */
export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] };

/** Pictures of the tray icon, told apart by shape. */
export type TrayIcon = 'tracking' | 'paused' | 'not-measured';

/** The tray, as it should be shown. */
export interface TrayModel {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
}

/** The icon fills in so many steps. */
export const ICON_STEPS = 24;

/** The first figure of a day may be so late. */
const FIRST_MS = 15_000;

const mostMsOf = ({ agreement }: DayFigures) => (agreement?.maxMinutes ?? 0) * MINUTE_MS;

/** The share of the day's block that is used, over 1 where it is more; 0 without a block. */
export function usedShare(day: DayFigures): number {
  const mostMs = mostMsOf(day);
  return mostMs > 0 ? day.countedMs / mostMs : 0;
}

/** So long the tray's minutes and the steps of its icon stay as they are at least, in milliseconds, if what runs goes on. */
export function unchangedMs(day: DayFigures): number {
  if (day.measuredMs === 0) return FIRST_MS;
  const units = [MINUTE_MS, mostMsOf(day) / ICON_STEPS].filter((unitMs) => unitMs > 0);
  const waits = units.map(
    (unitMs) => (Math.floor(day.countedMs / unitMs + 0.5) + 0.5) * unitMs - day.countedMs,
  );
  return Math.min(...waits);
}

function iconOf({ state }: TrackerStatus): TrayIcon {
  if (state === 'paused') return 'paused';
  return state === 'not-measured' ? 'not-measured' : 'tracking';
}

/** What is counted of today's block, in words. */
function blockText({ countedMs, measuredMs, agreement }: DayFigures, texts: Texts): string {
  // Nothing measured is not nothing counted: the window shows no figure then either.
  const minutes = measuredMs === 0 && countedMs === 0 ? '–' : roundMs(countedMs, MINUTE_MS);
  if (!agreement) return fill(texts.withoutAgreement, { minutes });
  return fill(texts.ofBlock, { minutes, min: agreement.minMinutes, max: agreement.maxMinutes });
}

/** Spans of which the menu lets the user say what they were. */
const LATEST = 2;

/** "That was ...", for a span. */
function correctionItem(span: Span, shieldJobs: boolean, texts: Texts): TrayItem {
  const { startedAtMs: atMs, zone } = span;
  // Its end is left out: a menu that changes while it is open closes.
  const time = isoWithOffset(zone, atMs).slice(11, 16);
  const label = fill(texts.thatWas, { time, activity: texts.activity[span.activity] });
  const items = activityChoices(shieldJobs).map((activity): TrayItem => {
    const name = texts.activity[activity];
    return activity === span.activity
      ? { kind: 'label', label: name }
      : { kind: 'action', label: name, action: { do: 'relabel', atMs, activity } };
  });
  return { kind: 'submenu', label, items };
}

/** "That was ...", for the latest LinkedIn spans of a day, the last one first; nothing where there is none. */
function correctionItems(spans: readonly Span[], shieldJobs: boolean, texts: Texts): TrayItem[] {
  const latest = spans.filter(({ activity }) => isLinkedIn(activity)).slice(-LATEST);
  if (latest.length === 0) return [];
  const items = latest.reverse().map((span) => correctionItem(span, shieldJobs, texts));
  return [...items, { kind: 'separator' }];
}

/**
 * Builds the tray from the tracker's status and the day.
 *
 * @param spans those of today, by time.
 * @param isAway whether the data cannot be reached, which the window says more of.
 */
export function trayModel(
  status: TrackerStatus,
  { figures: today, spans }: Pick<DayView, 'figures' | 'spans'>,
  shieldJobs: boolean,
  texts: Texts,
  isAway = false,
): TrayModel {
  const block = blockText(today, texts);
  const state = texts.state[status.state];
  const pause = (label: string, length: PauseLength): TrayItem => ({
    kind: 'action',
    label,
    action: { do: 'pause', length },
  });
  return {
    icon: iconOf(status),
    tooltip: `Sweetspot · ${isAway ? texts.dataAway : block} · ${state}`,
    items: [
      ...(isAway
        ? [
            {
              kind: 'action',
              label: texts.dataAway,
              action: { do: 'open', page: 'today' },
            } as const,
          ]
        : []),
      { kind: 'label', label: block },
      { kind: 'label', label: state },
      { kind: 'separator' },
      status.state === 'paused'
        ? { kind: 'action', label: texts.resume, action: { do: 'resume' } }
        : {
            kind: 'submenu',
            label: texts.pause,
            items: [
              pause(texts.pauseFor15, 15),
              pause(texts.pauseFor60, 60),
              pause(texts.pauseTomorrow, 'tomorrow'),
              pause(texts.pauseOpenEnded, 'open-ended'),
            ],
          },
      status.timerSinceMs === null
        ? { kind: 'action', label: texts.startTimer, action: { do: 'timer', run: true } }
        : { kind: 'action', label: texts.stopTimer, action: { do: 'timer', run: false } },
      { kind: 'separator' },
      ...correctionItems(spans, shieldJobs, texts),
      { kind: 'action', label: texts.open, action: { do: 'open', page: 'today' } },
      { kind: 'action', label: texts.openWeek, action: { do: 'open', page: 'week' } },
      { kind: 'separator' },
      { kind: 'action', label: texts.quit, action: { do: 'quit' } },
    ],
  };
}
