import { describe, expect, test } from 'vitest';
import type { TimelineMark } from '../../../../renderer/features/today/build-timeline-chart.ts';
import {
  dragTo,
  endNear,
  startDrag,
  stretchOfDrag,
} from '../../../../renderer/features/today/timeline-drag.ts';

const MINUTE = 60_000;
/** A pixel is a minute. */
const AXIS = { xOf: (atMs: number) => atMs / MINUTE, msOf: (x: number) => x * MINUTE };
const mark = (from: number, to: number): TimelineMark => ({
  startMs: from * MINUTE,
  endMs: to * MINUTE,
  lane: 0,
  activity: 'feed',
  label: '',
  time: '',
  length: '',
});
const MARKS = [mark(100, 140), mark(200, 204)];
const LATE = 10_000 * MINUTE;

function dragged(from: number, ...to: number[]) {
  const start = startDrag(MARKS, from, AXIS);
  const end = start && to.reduce((drag, x) => dragTo(drag, x, AXIS, LATE), start);
  return end && { ...stretchOfDrag(end), mark: end.mark, isMoved: end.isMoved };
}

describe('on the timeline', () => {
  test('an end of a bar follows the pointer, in whole minutes', () => {
    expect(dragged(139, 160.4)).toEqual({
      startMs: 100 * MINUTE,
      endMs: 160 * MINUTE,
      mark: MARKS[0],
      isMoved: true,
    });
    expect(dragged(98, 90)).toMatchObject({ startMs: 90 * MINUTE, endMs: 140 * MINUTE });
  });

  test('it does not pass the other end', () => {
    expect(dragged(100, 130, 170)).toMatchObject({ startMs: 130 * MINUTE, endMs: 140 * MINUTE });
    expect(dragged(140, 100)).toMatchObject({ isMoved: false });
  });

  test('a press that hardly moves is no drag, and the middle of a bar none at all', () => {
    expect(dragged(140, 142)).toMatchObject({ isMoved: false });
    expect(dragged(120, 150)).toBeUndefined();
  });

  test('of a short bar the nearer end is taken', () => {
    expect(endNear(MARKS, 199, AXIS)?.end).toBe('startMs');
    expect(endNear(MARKS, 206, AXIS)?.end).toBe('endMs');
  });

  test('where there is nothing, new time begins, in either direction', () => {
    expect(dragged(160, 180)).toMatchObject({
      startMs: 160 * MINUTE,
      endMs: 180 * MINUTE,
      mark: null,
    });
    expect(dragged(180, 160)).toMatchObject({ startMs: 160 * MINUTE, endMs: 180 * MINUTE });
  });

  test('what is to come is not reached', () => {
    const start = startDrag(MARKS, 300, AXIS);
    const end = start && dragTo(start, 400, AXIS, 320 * MINUTE);
    expect(end && stretchOfDrag(end)).toEqual({ startMs: 300 * MINUTE, endMs: 320 * MINUTE });
  });
});
