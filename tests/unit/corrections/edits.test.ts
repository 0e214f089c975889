import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { areOne } from '../../../shared/domain/correction.ts';
import { spanRows } from '../../../shared/domain/report.ts';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { SpanEdit } from '../../../shared/domain/span-edit.ts';
import { rulesWith } from '../../support/days.ts';
import { brief, type Harness, closeOpened, recorded, at, show } from './harness.ts';

afterEach(closeOpened);

const add = (from: number, to: number): SpanEdit => ({
  kind: 'add',
  startMs: at(from),
  endMs: at(to),
  activity: 'networking',
  zone: 'Europe/Amsterdam',
});
const move = (second: number, from: number, to: number): SpanEdit => ({
  kind: 'move',
  atMs: at(second),
  startMs: at(from),
  endMs: at(to),
});
const undoLatest = ({ corrections }: Harness) => {
  const [offer] = corrections.offers();
  if (offer) corrections.undo(offer.id);
  return offer !== undefined;
};
/** What a report by span says of all that there is. */
const reportOf = (harness: Harness) => {
  harness.recorder.flush();
  const options = { includePrivate: true } as const;
  const range = { from: '2026-11-01', to: '2026-11-30' };
  return JSON.stringify(spanRows(harness.spans(), range, rulesWith({}), options));
};
const byHand = (harness: Harness) => brief(harness.spans().filter(({ manual }) => manual));

describe('by hand', () => {
  test('time that was not measured is added, marked, and noted', () => {
    const harness = recorded(['feed', 10]);
    expect(harness.corrections.edit(add(-60, -30), false)).toEqual({ done: true, replaced: [] });
    expect(byHand(harness)).toEqual([['networking', -60, -30]]);
    expect(harness.told()).toMatchObject([{ kind: 'added', from: 'networking' }]);
    expect(harness.corrections.log().actions).toMatchObject([
      { kind: 'edited', to: 'networking', startMs: at(-60), endMs: at(-30) },
    ]);
    expect(reportOf(harness)).toContain('"manual":true');
  });

  test('nothing that was measured is replaced without leave, and what would be is told', () => {
    const harness = recorded(['feed', 10], ['messaging', 10]);
    const before = reportOf(harness);
    const replaced = [
      { activity: 'feed', startMs: at(5), endMs: at(10) },
      { activity: 'messaging', startMs: at(10), endMs: at(15) },
    ];
    expect(harness.corrections.edit(add(5, 15), false)).toEqual({ done: false, replaced });
    expect(reportOf(harness)).toBe(before);
    expect(harness.corrections.edit(add(5, 15), true)).toEqual({ done: true, replaced });
    expect(brief(harness.spans()).slice(0, 3)).toEqual([
      ['feed', 0, 5],
      ['networking', 5, 15],
      ['messaging', 15, 20],
    ]);
    undoLatest(harness);
    expect(reportOf(harness)).toBe(before);
  });

  test('a span gets other ends, and is split in two that stay what they are', () => {
    const harness = recorded(['feed', 10], ['elsewhere', 10]);
    harness.corrections.edit(move(3, 2, 8), false);
    expect(byHand(harness)).toEqual([['feed', 2, 8]]);
    expect(harness.told()[0]).toMatchObject({ kind: 'moved', from: 'feed' });
    harness.corrections.edit({ kind: 'split', atMs: at(15) }, false);
    expect(brief(harness.spans()).slice(0, 3)).toEqual([
      ['feed', 2, 8],
      ['elsewhere', 10, 15],
      ['elsewhere', 15, 20],
    ]);
    expect(harness.told()[0]).toMatchObject({ kind: 'split', from: 'elsewhere' });
  });

  test('what runs is changed as it was so far, and goes on as a span of its own', () => {
    const harness = recorded(['feed', 10], ['elsewhere', 10]);
    const before = reportOf(harness);
    harness.corrections.edit(add(15, 20), true);
    show(harness, [['elsewhere', 5]]);
    expect(brief(harness.spans())).toEqual([
      ['feed', 0, 10],
      ['elsewhere', 10, 15],
      ['networking', 15, 20],
      ['elsewhere', 20, 25],
    ]);
    undoLatest(harness);
    expect(reportOf(harness)).toBe(before);
    expect(brief(harness.spans())).toEqual([
      ['feed', 0, 10],
      ['elsewhere', 10, 25],
    ]);
  });

  test('time to come, and a span that is not there, are refused in a sentence', () => {
    const harness = recorded(['feed', 10]);
    expect(() => harness.corrections.edit(add(5, 500), true)).toThrow('to come');
    expect(() => harness.corrections.edit(move(-5, 0, 5), true)).toThrow('no such span');
    expect(() => harness.corrections.edit({ kind: 'split', atMs: at(0) }, true)).toThrow(
      'no such span',
    );
  });

  test('taking back what became of one part of a split leaves the parts apart', () => {
    const day = { from: '2026-11-16', to: '2026-11-16' };
    for (const change of ['relabel', 'remove', 'erase'] as const) {
      const harness = recorded(['feed', 10], ['messaging', 5]);
      const before = reportOf(harness);
      harness.corrections.edit({ kind: 'split', atMs: at(5) }, false);
      const split = reportOf(harness);
      if (change === 'relabel') harness.corrections.relabel(at(0), 'learning');
      else if (change === 'remove') harness.corrections.remove(at(0));
      else harness.corrections.erase({ kind: 'range', ...day });
      undoLatest(harness);
      expect(reportOf(harness)).toBe(split);
      undoLatest(harness);
      expect(reportOf(harness)).toBe(before);
      closeOpened();
    }
  });

  test('any edits and undos keep spans apart and none empty, and undoing all gives the same report', () => {
    const second = fc.integer({ min: -10, max: 40 });
    type Step = (harness: Harness) => unknown;
    const edited =
      (edit: SpanEdit): Step =>
      ({ corrections }) =>
        corrections.edit(edit, true);
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc
        .tuple(second, second)
        .map(([from, length]) => edited(add(from, from + 1 + Math.abs(length)))),
      fc
        .tuple(second, second, second)
        .map(([of, from, length]) => edited(move(of, from, from + 1 + Math.abs(length)))),
      second.map((of) => edited({ kind: 'split', atMs: at(of) + 500 })),
      fc
        .tuple(second, fc.constantFrom<Activity>('feed', 'learning', 'elsewhere', 'private'))
        .map(([of, activity]): Step => ({ corrections }) => {
          corrections.relabel(at(of), activity);
        }),
      second.map((of): Step => ({ corrections }) => {
        corrections.remove(at(of));
      }),
      fc.constant<Step>(undoLatest),
    );
    let edits = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const harness = recorded(['feed', 10], ['messaging', 5], ['feed', 10], ['elsewhere', 5]);
        const before = reportOf(harness);
        for (const one of steps) {
          try {
            one(harness);
            edits += 1;
          } catch (error) {
            expect(String(error)).toMatch(/to come|no such span/);
          }
          let endMs = -Infinity;
          for (const span of harness.spans()) {
            expect(span.startedAtMs).toBeGreaterThanOrEqual(endMs);
            const isRunning = span.startedAtMs === harness.recorder.state.open?.startedAtMs;
            if (!isRunning) expect(span.endedAtMs).toBeGreaterThan(span.startedAtMs);
            endMs = span.endedAtMs;
          }
        }
        while (undoLatest(harness));
        expect(reportOf(harness)).toBe(before);
        closeOpened();
      }),
      { numRuns: 60 },
    );
    expect(edits).toBeGreaterThan(10);
  });

  test('equal neighbours by hand are one, and a measured one stays apart', () => {
    const harness = recorded(['feed', 10]);
    harness.corrections.edit(add(-20, -10), false);
    harness.corrections.edit(add(-10, 0), false);
    expect(byHand(harness)).toEqual([['networking', -20, 0]]);
    harness.corrections.relabel(at(5), 'networking');
    const [first, second] = harness.spans();
    expect(first && second && areOne(first, second)).toBe(false);
  });
});
