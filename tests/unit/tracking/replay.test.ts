import { describe, expect, test, vi } from 'vitest';
import { createRecorder } from '../../../electron/tracking/recorder.ts';
import { replayTrace } from '../../../electron/tracking/replay.ts';
import { parseTrace } from '../../../electron/tracking/trace.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { FEED, replayedSpans } from '../../support/replayed-spans.ts';

/** A line of a trace on a Tuesday morning in Amsterdam. @param time as in `09:00:00.000`. */
function at(time: string, event: object | string): object {
  const rest = typeof event === 'string' ? { event } : event;
  return { at: `2026-11-17T${time}+01:00`, zone: 'Europe/Amsterdam', ...rest };
}

const MESSAGES = { ...FEED, title: 'Messaging | LinkedIn - Google Chrome' };
const LOCK_SCREEN = { ...FEED, app: 'LockApp.exe', title: 'Windows Default Lock Screen' };

const idle = (seconds: number) => ({ event: 'idle', idleMs: seconds * 1000 });

/** The spans of the lines of a trace: activity, start and end on the clock. */
function spansOf(...lines: object[]): string[][] {
  const clock = (atMs: number) => new Date(atMs + 3_600_000).toISOString().slice(11, -1);
  return replayedSpans(lines).map(({ activity, startedAtMs, endedAtMs }) => [
    activity,
    clock(startedAtMs),
    clock(endedAtMs),
  ]);
}

const OPENING = [at('09:00:00.000', 'start'), at('09:00:00.000', FEED)];

describe('a start with no quit before it', () => {
  test('ends what ran at that very moment', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:10:00.700', 'start'),
      at('09:10:03.000', FEED),
      at('09:20:00.000', 'quit'),
    );
    expect(spans).toEqual([
      ['feed', '09:00:00.000', '09:10:00.700'],
      ['feed', '09:10:03.000', '09:20:00.000'],
    ]);
  });

  test('leaves one span where the same window is seen at once', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:10:00.700', 'start'),
      at('09:10:00.700', FEED),
      at('09:20:00.000', 'quit'),
    );
    expect(spans).toEqual([['feed', '09:00:00.000', '09:20:00.000']]);
  });

  test('takes back what came after the last input', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:10:00.000', idle(60)),
      at('09:12:00.300', 'start'),
      at('09:12:00.300', 'quit'),
    );
    expect(spans).toEqual([['feed', '09:00:00.000', '09:09:00.000']]);
  });
});

describe('a new start', () => {
  test('finds the pause that was there before', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:10:00.000', 'pause'),
      at('09:20:00.000', 'quit'),
      at('09:30:00.000', 'start'),
      at('09:30:00.000', FEED),
      at('09:40:00.000', 'start'),
      at('09:40:00.000', FEED),
      at('09:50:00.000', 'unpause'),
      at('10:00:00.000', 'quit'),
    );
    expect(spans).toEqual([
      ['feed', '09:00:00.000', '09:10:00.000'],
      ['feed', '09:50:00.000', '10:00:00.000'],
    ]);
  });

  test.each([['lock'], ['suspend'], [LOCK_SCREEN]])('comes after %o', (halt) => {
    const spans = spansOf(
      ...OPENING,
      at('09:10:00.000', halt),
      at('09:20:00.000', 'quit'),
      at('09:30:00.000', 'start'),
      at('09:30:00.000', FEED),
      at('09:40:00.000', 'quit'),
    );
    expect(spans).toEqual([
      ['feed', '09:00:00.000', '09:10:00.000'],
      ['feed', '09:30:00.000', '09:40:00.000'],
    ]);
  });
});

describe('without input', () => {
  test('a later last input tells of one in between, where time went on', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:13:00.000', idle(180)),
      at('09:20:00.000', MESSAGES),
      at('09:30:00.000', idle(60)),
      at('09:31:00.000', 'active'),
      at('09:40:00.000', 'quit'),
    );
    expect(spans).toEqual([
      ['feed', '09:00:00.000', '09:10:00.000'],
      ['messaging', '09:29:00.000', '09:40:00.000'],
    ]);
  });

  test('a later last input ends no time where each stretch is short', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:10:00.000', idle(60)),
      at('09:13:00.000', idle(120)),
      at('09:13:30.000', 'active'),
      at('09:20:00.000', 'quit'),
    );
    expect(spans).toEqual([['feed', '09:00:00.000', '09:20:00.000']]);
  });

  test('being told so once more changes nothing', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:13:00.000', idle(180)),
      at('09:14:00.000', { event: 'idle', idleMs: 239_960 }),
      at('09:15:00.000', { event: 'idle', idleMs: 300_040 }),
      at('09:20:00.000', 'active'),
      at('09:30:00.000', 'quit'),
    );
    expect(spans).toEqual([
      ['feed', '09:00:00.000', '09:10:00.000'],
      ['feed', '09:20:00.000', '09:30:00.000'],
    ]);
  });

  test('it is idle time although input comes back the moment it is told', () => {
    const spans = spansOf(
      ...OPENING,
      at('09:13:00.000', idle(180)),
      at('09:13:00.000', 'active'),
      at('09:20:00.000', 'quit'),
    );
    expect(spans).toEqual([
      ['feed', '09:00:00.000', '09:10:00.000'],
      ['feed', '09:13:00.000', '09:20:00.000'],
    ]);
  });

  test.each([
    ['08.300', [['09:00:00.000', '09:20:00.000']]],
    [
      '10.000',
      [
        ['09:00:00.000', '09:07:10.000'],
        ['09:10:10.000', '09:20:00.000'],
      ],
    ],
    [
      '10.300',
      [
        ['09:00:00.000', '09:07:10.000'],
        ['09:10:10.300', '09:20:00.000'],
      ],
    ],
  ])('the threshold is met to the millisecond, between two ticks too: 09:10:%s', (back, ends) => {
    const spans = spansOf(
      ...OPENING,
      at('09:07:20.900', { event: 'idle', idleMs: 10_900 }),
      at(`09:10:${back}`, 'active'),
      at('09:20:00.000', 'quit'),
    );
    expect(spans).toEqual(ends.map((times) => ['feed', ...times]));
  });
});

test('no window at all is measured, and no time on LinkedIn, also with a title of null', () => {
  const spans = spansOf(
    ...OPENING,
    at('09:10:00.000', { event: 'window', app: null, title: null, url: null }),
    at('09:15:00.000', { ...FEED, url: null }),
    at('09:20:00.000', 'quit'),
  );
  expect(spans).toEqual([
    ['feed', '09:00:00.000', '09:10:00.000'],
    ['elsewhere', '09:10:00.000', '09:15:00.000'],
    ['feed', '09:15:00.000', '09:20:00.000'],
  ]);
});

test('a machine that is suspended does not tick', () => {
  const recorder = createRecorder({
    settings: DEFAULT_SETTINGS,
    floorMs: -Infinity,
    store: () => undefined,
  });
  const see = vi.spyOn(recorder, 'see');
  const lines = [
    ...OPENING,
    at('09:00:10.000', 'suspend'),
    at('11:00:00.000', 'resume'),
    at('11:00:10.000', 'quit'),
  ];
  replayTrace(parseTrace(lines.map((line) => JSON.stringify(line)).join('\n'), 'trace'), recorder);
  // Ten seconds before and ten after, from the window and from the resume on.
  expect(see).toHaveBeenCalledTimes(20);
});
