import { type Agreement, agreementOn } from './agreement.ts';
import type { Interval } from './interval.ts';
import type { WorkingTimeRules } from './work-schedule.ts';
import { fixedWindowOn, workingTimeOn } from './working-time.ts';
import { dayIntervals } from './zone.ts';

/** All of the settings that figures depend on. */
export interface FigureRules extends WorkingTimeRules {
  readonly agreements: readonly Agreement[];
}

/** The intervals of one local day in one zone. */
export interface DayFrame {
  readonly date: string;
  readonly zone: string;
  readonly day: readonly Interval[];
  readonly working: readonly Interval[];
  /** Null where the agreement has no fixed window. */
  readonly window: readonly Interval[] | null;
  readonly agreement: Agreement | undefined;
}

/** Finds the frame of a local day; frames found are kept, since spans ask for the same ones again. */
export type DayFrames = (zone: string, isoDate: string) => DayFrame;

/** Frames under one set of rules. */
export function createDayFrames(rules: FigureRules): DayFrames {
  const frames = new Map<string, DayFrame>();
  return (zone, date) => {
    const key = `${date} ${zone}`;
    let frame = frames.get(key);
    if (!frame) {
      const agreement = agreementOn(rules.agreements, date);
      frame = {
        date,
        zone,
        day: dayIntervals(zone, date),
        working: workingTimeOn(rules, zone, date),
        window: agreement?.window ? fixedWindowOn(agreement.window, zone, date) : null,
        agreement,
      };
      frames.set(key, frame);
    }
    return frame;
  };
}
