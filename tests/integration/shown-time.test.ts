import { describe, expect, test } from 'vitest';
import type { Activity } from '../../shared/domain/activity.ts';
import type { Span } from '../../shared/domain/span.ts';
import { type ShownTime, createShownTime } from '../support/shown-time.ts';
import { AMSTERDAM } from '../support/days.ts';

/** A span from `activity, start, end` in seconds. */
const span = (activity: Activity, start: number, end: number, relabelled = false): Span => ({
  activity,
  startedAtMs: start * 1000,
  endedAtMs: end * 1000,
  zone: AMSTERDAM,
  relabelled,
  manual: false,
});

/** What is shown by a script of seconds, from 0 on, to an app that measures from the first second. */
function shownBy(script: readonly (readonly [number, (shown: ShownTime) => void])[]): ShownTime {
  let second = 0;
  const shown = createShownTime('feed', () => second * 1000);
  for (const [at, what] of [[1, (one: ShownTime) => one.ready()] as const, ...script]) {
    second = at;
    what(shown);
  }
  return shown;
}

/** Feed, then messages for 6 s, a glance at the feed, and messages again, in which the kill comes. */
const ordinary = () =>
  shownBy([
    [10, (shown) => shown.show('messaging')],
    [16, (shown) => shown.show('feed')],
    [16.4, (shown) => shown.show('messaging')],
    [20, (shown) => shown.end()],
  ]);

test('what is right is not broken, and what was not saved of the running one is told', () => {
  for (const [stored, lostMs] of [
    [[span('feed', 1.2, 10.8), span('messaging', 10.8, 19)], 1000],
    // It may have seen the glance, and it may have begun before it was ready.
    [
      [
        span('feed', 0.1, 10.1),
        span('messaging', 10.1, 16),
        span('feed', 16, 16.5),
        span('messaging', 16.5, 18),
      ],
      2000,
    ],
    // What runs was not saved at all.
    [[span('feed', 1.2, 10.8), span('messaging', 10.8, 16.1)], 3600],
  ] as const) {
    expect(ordinary().left(stored)).toEqual({ broken: [], lostMs });
  }
});

test.for([
  ['a stretch is missing', [span('messaging', 10, 19)], /^feed .* is missing/],
  [
    'a stretch is missing in part',
    [span('feed', 1, 8), span('messaging', 10, 19)],
    /^feed .* is missing from -12.00 s to -10.00 s$/,
  ],
  [
    'it begins too early',
    [span('feed', 1, 8.5), span('messaging', 8.5, 19)],
    /^messaging .* was not there/,
  ],
  [
    'it ends too late',
    [span('feed', 1, 12), span('messaging', 12, 19)],
    /^feed .* was not there from -10.00 s to -8.00 s$/,
  ],
  [
    'it is something else',
    [span('feed', 1, 10), span('networking', 10, 19)],
    /^networking .* was not there/,
  ],
  [
    'spans overlap',
    [span('feed', 1, 10.5), span('messaging', 10, 19)],
    /^messaging .* overlaps the one before/,
  ],
  [
    'it is from before the start',
    [span('feed', -1, 10), span('messaging', 10, 19)],
    /^feed .* overlaps the one before/,
  ],
  [
    'it goes on after the kill',
    [span('feed', 1, 10), span('messaging', 10, 20.5)],
    /^messaging ends after the kill/,
  ],
] as const)('tells that %s', ([, stored, message]) => {
  const { broken } = ordinary().left(stored);
  expect(broken).toContainEqual(expect.stringMatching(message));
});

describe('what is not measured', () => {
  const halted = () =>
    shownBy([
      [5, (shown) => shown.halt()],
      [9, (shown) => shown.release()],
      [15, (shown) => shown.halt()],
      [18, (shown) => shown.end()],
    ]);

  test('is not to be there, and nothing of it can be lost', () => {
    const right = [span('feed', 1, 5), span('feed', 9.5, 15)];
    expect(halted().left(right)).toEqual({ broken: [], lostMs: null });
    expect(halted().left([span('feed', 1, 15)]).broken).toEqual([
      expect.stringMatching(/was not there from -13.00 s to -9.00 s$/),
    ]);
  });

  test('is taken back where the user was away, but for what was settled', () => {
    const away = (endS: number) =>
      shownBy([
        [5, (shown) => shown.halt()],
        [9, (shown) => shown.release()],
        [15, (shown) => shown.away()],
        [endS, (shown) => shown.end()],
      ]);
    const settled = [span('feed', 1, 5)];
    const all = [...settled, span('feed', 9, 15)];
    expect(away(19).left(settled)).toEqual({ broken: [], lostMs: null });
    expect(away(19).left([]).broken).toHaveLength(1);
    expect(away(19).left(all).broken).toHaveLength(1);
    // The tick that sees it may not have come yet.
    expect(away(15.5).left(all).broken).toEqual([]);
    expect(away(15.5).left(settled).broken).toEqual([]);
  });
});

describe('what the user says', () => {
  const saying = (arrives: boolean) =>
    shownBy([
      [6, (shown) => shown.show('messaging')],
      [6.3, (shown) => shown.show('feed')],
      [10, (shown) => shown.say('learning')],
      ...(arrives ? [[10.1, (shown: ShownTime) => shown.said()] as const] : []),
      [14, (shown) => shown.end()],
    ]);
  const before = [span('feed', 1, 10.1), span('feed', 10.1, 13)];
  const after = [span('learning', 1, 10.1, true), span('feed', 10.1, 13)];

  test('is there once it has arrived, and may be there before', () => {
    expect(saying(true).left(after)).toEqual({ broken: [], lostMs: 1000 });
    expect(saying(true).left(before).broken).toEqual([
      expect.stringMatching(/^what was said .* is missing$/),
    ]);
    expect(saying(false).left(after).broken).toEqual([]);
    expect(saying(false).left(before).broken).toEqual([]);
  });

  test('is of what was so far alone', () => {
    expect(saying(true).left([span('learning', 1, 13, true)]).broken).not.toEqual([]);
  });
});
