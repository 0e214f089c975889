import { describe, expect, test } from 'vitest';
import {
  isTimerAlone,
  type TimerPlace,
  timerPlace,
} from '../../../../renderer/store/timer-place.ts';
import type { TrackerState, TrackerStatus } from '../../../../shared/ipc/views.ts';
import { TRACKING } from '../../../support/fake-views.ts';

/** Nothing runs, for what the state says. */
const resting = (state: TrackerState): TrackerStatus => ({
  ...TRACKING,
  state,
  activity: null,
  sinceMs: null,
});
const blind = (reason: TrackerStatus['reason']): TrackerStatus => ({
  ...resting('not-measured'),
  reason,
});
const RUNNING: TrackerStatus = { ...TRACKING, activity: 'other', timerSinceMs: TRACKING.sinceMs };
const ENDED: TrackerStatus = { ...TRACKING, timed: { startedAtMs: 0, endedAtMs: 60_000 } };

/** Where the timer stands after each of some states, from when the page was opened. */
function placesOver(...states: readonly TrackerStatus[]): TimerPlace[] {
  const places: TimerPlace[] = [];
  for (const status of states) places.push(timerPlace(places.at(-1) ?? null, status));
  return places;
}

describe('the timer by hand', () => {
  test.each(['wayland', 'no-source', 'permission'] as const)(
    'stands above the day where nothing is seen for a reason that lasts: %s',
    (reason) => {
      expect(isTimerAlone(reason)).toBe(true);
      expect(timerPlace(null, blind(reason))).toBe('above');
      expect(timerPlace('below', blind(reason))).toBe('above');
    },
  );

  test.each(['source-failed', 'source-hangs', null] as const)(
    'stands below the day where nothing is seen for a moment: %s',
    (reason) => {
      expect(isTimerAlone(reason)).toBe(false);
      expect(timerPlace(null, blind(reason))).toBe('below');
    },
  );

  test('stands below the day once a window is seen', () => {
    expect(placesOver(TRACKING)).toEqual(['below']);
    expect(placesOver(blind('permission'), TRACKING)).toEqual(['above', 'below']);
  });

  test.each([
    ['where nothing else is seen', blind('wayland'), 'above'],
    ['where windows are seen', TRACKING, 'below'],
  ] as const)('stays where it is while it is in use, %s', (_, status, place) => {
    expect(placesOver(status, RUNNING, ENDED, status)).toEqual(Array(4).fill(place));
  });

  test('stands above the day where the page is opened while it is in use', () => {
    expect(placesOver(RUNNING, ENDED, TRACKING)).toEqual(['above', 'above', 'below']);
  });

  test.each(['idle', 'locked', 'paused', 'outside-hours', 'tracking'] as const)(
    'stays where it is while nothing is looked at: %s',
    (state) => {
      expect(placesOver(blind('wayland'), resting(state))).toEqual(['above', 'above']);
      expect(placesOver(TRACKING, resting(state))).toEqual(['below', 'below']);
      expect(placesOver(resting(state))).toEqual(['below']);
    },
  );
});
