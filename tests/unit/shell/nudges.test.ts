import { describe, expect, test } from 'vitest';
import {
  decideNudges,
  holdBack,
  type NudgeState,
  type NudgeView,
} from '../../../electron/shell/nudges.ts';
import { dayView } from '../../../electron/figures/day-and-week-views.ts';
import { en } from '../../../electron/texts/en.ts';
import { nl } from '../../../electron/texts/nl.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { AMSTERDAM, instant, span } from '../../support/days.ts';

const TUESDAY = '2026-11-17';
const BOTH = { nudgeAtEnd: true, nudgeAtStart: true };
const SETTINGS = {
  ...DEFAULT_SETTINGS,
  agreements: DEFAULT_SETTINGS.agreements.map((agreement) => ({
    ...agreement,
    window: { from: '10:00', to: '10:45' },
  })),
};

/** Says in which zone the days are. */
const BEFORE = span('2026-11-13', '15:00', '15:01', 'elsewhere');

/** The look at a moment of a day on which the block is used from 10:00 on. */
function lookAt(time: string, more: Partial<NudgeView> = {}, date = TUESDAY): NudgeView {
  const spans = time > '10:00' ? [span(date, '10:00', time, 'messaging')] : [];
  const day = dayView(null, {
    spans: {
      between: () => spans,
      lastBefore: (atMs) => [BEFORE, ...spans].findLast(({ startedAtMs }) => startedAtMs < atMs),
    },
    settings: SETTINGS,
    nowMs: instant(date, time),
    zone: AMSTERDAM,
  });
  return { settings: BOTH, day, quiet: false, ...more };
}

/** What is shown at each of some looks, one after the other. */
function shown(looks: readonly NudgeView[]): string[] {
  let state: NudgeState | undefined;
  return looks.map((look) => {
    const decided = decideNudges(state, look);
    state = decided.state;
    return decided.show.join();
  });
}

describe('a signal', () => {
  test('is given once, when the window begins and when the block has been used', () => {
    const times = ['09:59', '10:00', '10:29', '10:30', '10:31', '10:50'];
    expect(shown(times.map((time) => lookAt(time)))).toEqual(['', 'start', '', 'end', '', '']);
  });

  test('waits where notifications turn out to be muted, and is given once after that', () => {
    let state = decideNudges(undefined, lookAt('09:59')).state;
    const first = decideNudges(state, lookAt('10:00'));
    expect(first.show).toEqual(['start']);
    state = holdBack(first.state, first.show);
    const again = decideNudges(state, lookAt('10:01'));
    expect(again.show).toEqual(['start']);
    expect(decideNudges(again.state, lookAt('10:02')).show).toEqual([]);
    // What waited is over with the window.
    state = holdBack(again.state, again.show);
    expect(decideNudges(state, lookAt('10:46')).show).not.toContain('start');
  });

  test('is off unless it was switched on', () => {
    const { nudgeAtEnd, nudgeAtStart } = DEFAULT_SETTINGS;
    const looks = ['09:59', '10:00', '10:30'].map((time) =>
      lookAt(time, { settings: { nudgeAtEnd, nudgeAtStart } }),
    );
    expect(shown(looks)).toEqual(['', '', '']);
    const end = ['09:59', '10:00', '10:30'].map((time) =>
      lookAt(time, { settings: { nudgeAtEnd: true, nudgeAtStart: false } }),
    );
    expect(shown(end)).toEqual(['', '', 'end']);
  });

  test('is not repeated by a start of the app', () => {
    expect(shown([lookAt('10:31'), lookAt('10:32')])).toEqual(['', '']);
  });

  test('waits while a window fills the screen; that of the window no longer than the window', () => {
    const quiet = { quiet: true };
    const looks = [
      lookAt('09:59'),
      lookAt('10:00', quiet),
      lookAt('10:10', quiet),
      lookAt('10:12'),
      lookAt('10:30', quiet),
      lookAt('11:00', quiet),
      lookAt('11:01'),
    ];
    expect(shown(looks)).toEqual(['', '', '', 'start', '', '', 'end']);
    const over = [lookAt('09:59'), lookAt('10:01', quiet), lookAt('10:46', quiet), lookAt('10:47')];
    expect(shown(over)).toEqual(['', '', '', 'end']);
  });

  test('belongs to its day, and there is none on a day off', () => {
    const [wednesday, saturday] = ['2026-11-18', '2026-11-21'];
    expect(shown([lookAt('10:20'), lookAt('10:40', {}, wednesday)])).toEqual(['', 'start']);
    expect(shown(['09:59', '10:00', '10:40'].map((at) => lookAt(at, {}, saturday)))).toEqual([
      '',
      '',
      '',
    ]);
  });
});

test('no signal names what it is about on the screen', () => {
  for (const texts of [en, nl]) {
    for (const text of [texts.nudgeEnd, texts.nudgeStart]) {
      expect(text).not.toMatch(/linkedin|too|te (?:veel|lang)|!/i);
      expect(text).not.toBe('');
    }
  }
});
