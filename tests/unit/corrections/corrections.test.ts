import { createNotes } from '../../../electron/storage/notes.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { areOne } from '../../../shared/domain/correction.ts';
import { backUp } from '../../../electron/storage/backups.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import type { Activity } from '../../../shared/domain/activity.ts';
import {
  brief,
  createHarness,
  type Harness,
  isOnDisk,
  mark,
  type Shown,
  START,
  closeOpened,
  recorded,
  at,
  opening,
} from './harness.ts';

afterEach(closeOpened);

const onlyUndo = ({ corrections }: Harness) => {
  const [offer] = corrections.offers();
  if (!offer) throw new Error('Nothing can be undone');
  return offer;
};
const kindsOf = ({ corrections }: Harness) => corrections.log().actions.map(({ kind }) => kind);

describe('re-labelling', () => {
  test('marks the span, stores it, and keeps its ends', () => {
    const harness = recorded(['feed', 10], ['elsewhere', 5]);
    harness.corrections.relabel(at(3), 'networking');
    const spans = brief(harness.spans());
    expect(spans[0]).toEqual(['networking*', 0, 10]);
    harness.wait(20);
    harness.show('elsewhere');
    harness.recorder.flush();
    expect(brief(harness.spans())[0]).toEqual(['networking*', 0, 10]);
  });

  test('of what runs ends that piece, and what goes on is told by the rules again', () => {
    const harness = createHarness();
    opening(harness);
    for (let second = 0; second < 20; second += 1) {
      harness.show('feed');
      harness.wait(1);
      if (second === 9) harness.corrections.relabel(at(9), 'networking');
    }
    expect(brief(harness.spans())).toEqual([
      ['networking*', 0, 10],
      ['feed', 10, 19],
    ]);
    // Taking it back makes one span of both again.
    harness.corrections.undo(onlyUndo(harness).id);
    harness.show('feed');
    expect(brief(harness.spans())).toEqual([['feed', 0, 20]]);
    harness.recorder.flush();
    expect(harness.database.prepare('SELECT count(*) AS n FROM spans').get()).toEqual({ n: 1 });
  });

  test('does not merge with a neighbour that says nothing of it, but with one that says the same', () => {
    const harness = recorded(['feed', 5], ['messaging', 5], ['feed', 5]);
    harness.corrections.relabel(at(7), 'feed');
    expect(brief(harness.spans()).slice(0, 3)).toEqual([
      ['feed', 0, 5],
      ['feed*', 5, 10],
      ['feed', 10, 15],
    ]);
    harness.corrections.undo(onlyUndo(harness).id);
    harness.corrections.relabel(at(7), 'networking');
    harness.corrections.relabel(at(2), 'networking');
    expect(brief(harness.spans()).slice(0, 2)).toEqual([
      ['networking*', 0, 10],
      ['feed', 10, 15],
    ]);
    harness.corrections.undo(onlyUndo(harness).id);
    expect(brief(harness.spans()).slice(0, 2)).toEqual([
      ['feed', 0, 5],
      ['networking*', 5, 10],
    ]);
  });

  test('to job search is stored in its shielded form, and nothing says what it was', () => {
    const harness = recorded(['feed', 10]);
    harness.corrections.relabel(at(3), 'jobs');
    expect(brief(harness.spans())[0]).toEqual(['private*', 0, 10]);
    expect(onlyUndo(harness).to).toBe('private');
    expect(harness.corrections.log().actions[0]?.to).toBe('private');
    const unshielded = createHarness(false);
    opening(unshielded);
    unshielded.show('feed');
    unshielded.wait(3);
    unshielded.corrections.relabel(at(1), 'jobs');
    expect(brief(unshielded.spans())[0]).toEqual(['jobs*', 0, 3]);
  });

  test('is refused where there is no span, and changes nothing where it is that already', () => {
    const harness = recorded(['feed', 10]);
    expect(() => {
      harness.corrections.relabel(at(-10), 'networking');
    }).toThrow(expect.objectContaining({ code: 'not-found' }));
    harness.corrections.relabel(at(3), 'feed');
    expect(brief(harness.spans())[0]).toEqual(['feed', 0, 10]);
    expect(harness.corrections.offers()).toEqual([]);
  });
});

/** A time as SQLite writes it. */
function stored(ms: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(ms));
  return bytes.subarray(2);
}

describe('deleting a span', () => {
  test('leaves no byte of it, at once, and can be undone for half a minute', () => {
    const harness = recorded(['elsewhere', 3]);
    harness.wait(0.123);
    harness.show('feed');
    harness.wait(7);
    harness.recorder.halt({ atMs: at(10.123), monoMs: 10_123, idleMs: 0 }, 'paused');
    harness.wait(3);
    harness.recorder.release({ atMs: at(13.123), monoMs: 13_123, idleMs: 0 }, 'paused');
    harness.show('elsewhere');
    harness.corrections.relabel(at(5), 'learning');
    backUp(harness.database, dataFolder(harness.dir), '2026-11-16');
    // The end is that of no other span.
    const end = stored(at(10.123));
    expect(isOnDisk(harness.dir, end)).toBe(true);
    expect(isOnDisk(harness.dir, Buffer.from('learning'))).toBe(true);

    harness.wait(1);
    harness.corrections.remove(at(5));
    expect(isOnDisk(harness.dir, end)).toBe(false);
    // The entry of the log that told of it is gone with it. The schema names every activity.
    expect(kindsOf(harness)).toEqual(['deleted']);
    expect(harness.corrections.log().actions[0]).toMatchObject({ from: null, startMs: null });

    harness.wait(29);
    harness.corrections.undo(onlyUndo(harness).id);
    expect(brief(harness.spans())[1]).toEqual(['learning*', 3.123, 10.123]);
    expect(kindsOf(harness)).toEqual(['undone', 'deleted', 'relabelled']);
  });

  test('is final after half a minute', () => {
    const harness = recorded(['feed', 10]);
    harness.corrections.remove(at(5));
    const { id } = onlyUndo(harness);
    expect(harness.told()).toHaveLength(1);
    harness.wait(30);
    expect(harness.told()).toEqual([]);
    expect(harness.finals()).toBe(1);
    expect(() => {
      harness.corrections.undo(id);
    }).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('erasing', () => {
  test.each([
    { kind: 'last-quarter' },
    { kind: 'today' },
    { kind: 'everything' },
    { kind: 'range', from: '2026-11-16', to: '2026-11-16' },
    { kind: 'activity', activity: 'feed', range: null },
    { kind: 'activity', activity: 'feed', range: { from: '2026-11-16', to: '2026-11-16' } },
  ] as const)('%o comes back whole', (what) => {
    const harness = recorded(['feed', 10], ['messaging', 10], ['feed', 5]);
    harness.corrections.relabel(at(15), 'networking');
    harness.recorder.flush();
    const before = brief(harness.spans());
    expect(harness.corrections.erase(what)).toBeGreaterThan(0);
    expect(brief(harness.spans()).some(([activity]) => activity === 'feed')).toBe(false);
    harness.corrections.undo(onlyUndo(harness).id);
    expect(brief(harness.spans())).toEqual(before);
    expect(kindsOf(harness)).toContain('relabelled');
  });

  test('an activity leaves the others, and takes both forms of job search', () => {
    const harness = recorded(['feed', 5], ['jobs', 5], ['messaging', 5], ['feed', 5]);
    harness.corrections.relabel(at(1), 'messaging');
    harness.corrections.erase({ kind: 'activity', activity: 'jobs', range: null });
    expect(brief(harness.spans()).map(([activity]) => activity)).toEqual([
      'messaging*',
      'messaging',
      'feed',
    ]);
    harness.corrections.erase({ kind: 'activity', activity: 'feed', range: null });
    // That something was called the feed once, the log does not tell any more either.
    expect(kindsOf(harness)).toEqual(['erased', 'erased']);
  });

  test('everything takes the log too, and what could be undone before', () => {
    const harness = recorded(['feed', 10], ['messaging', 10]);
    harness.corrections.remove(at(5));
    harness.corrections.erase({ kind: 'everything' });
    expect(harness.corrections.log()).toEqual({ actions: [], count: 0 });
    expect(harness.corrections.offers().map(({ kind }) => kind)).toEqual(['erased']);
  });

  test.each([
    { kind: 'everything' },
    { kind: 'range', from: '2026-11-16', to: '2026-11-22' },
  ] as const)('%o takes the note of the week, which comes back unless there is another', (what) => {
    const harness = recorded(['feed', 10]);
    const notes = createNotes(harness.database);
    const note = (text: string) => ({ week: '2026-W47', text, updatedAtMs: 1 });
    notes.set([note('first')]);
    harness.corrections.erase(what);
    expect(notes.all()).toEqual([]);
    harness.corrections.undo(onlyUndo(harness).id);
    expect(notes.all()).toEqual([note('first')]);
    harness.corrections.erase(what);
    notes.set([note('second')]);
    harness.corrections.undo(onlyUndo(harness).id);
    expect(notes.all()).toEqual([note('second')]);
  });

  test('the log alone leaves the spans, and comes back', () => {
    const harness = recorded(['feed', 10]);
    harness.corrections.relabel(at(5), 'learning');
    const before = harness.corrections.log();
    expect(harness.corrections.erase({ kind: 'log' })).toBe(0);
    expect(harness.corrections.log().count).toBe(0);
    expect(brief(harness.spans())[0]).toEqual(['learning*', 0, 10]);
    harness.corrections.undo(onlyUndo(harness).id);
    expect(harness.corrections.log().actions.at(-1)).toMatchObject({
      kind: 'relabelled',
      atMs: before.actions[0]?.atMs,
    });
  });
});

type Step =
  | { readonly do: 'show'; readonly what: Shown; readonly after: number }
  | { readonly do: 'relabel'; readonly where: number; readonly activity: Activity }
  | { readonly do: 'remove'; readonly where: number }
  | { readonly do: 'erase' }
  | { readonly do: 'undo'; readonly which: number };

const where = fc.double({ min: 0, max: 1, noNaN: true });
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('show' as const),
        what: fc.constantFrom<Shown>('feed', 'messaging', 'elsewhere'),
        after: fc.integer({ min: 0, max: 12 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('relabel' as const),
        where,
        activity: fc.constantFrom<Activity>('feed', 'messaging', 'networking', 'elsewhere'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), where }) },
    { weight: 1, arbitrary: fc.constant({ do: 'erase' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('undo' as const),
        which: fc.integer({ min: 0, max: 5 }),
      }),
    },
  ),
  { maxLength: 30 },
);

/** What every second was, painted one by one: the same by a method that knows no spans. */
function follow(harness: Harness, all: readonly Step[]): (string | undefined)[] {
  const painted: (string | undefined)[] = [];
  const undoable = new Map<number, { from: number; was: (string | undefined)[] }>();
  let showing: string | undefined;
  /** The seconds up to now were what is shown. */
  const pass = () => {
    while (painted.length < harness.now()) painted.push(showing);
  };
  const spanAt = (second: number) =>
    harness
      .spans()
      .find(({ startedAtMs, endedAtMs }) => startedAtMs <= at(second) && at(second) < endedAtMs);
  const change = (from: number, to: number, next: string | undefined, act: () => void) => {
    const was = painted.slice(from, to);
    act();
    for (let second = from; second < to; second += 1) painted[second] = next;
    const [offer] = harness.corrections.offers();
    if (offer && !undoable.has(offer.id)) undoable.set(offer.id, { from, was });
  };
  for (const step of all) {
    switch (step.do) {
      case 'show':
        harness.wait(step.after);
        pass();
        harness.show(step.what);
        showing = step.what;
        break;
      case 'relabel':
      case 'remove': {
        const second = Math.floor(step.where * painted.length);
        const span = spanAt(second);
        if (!span) break;
        const { open: running } = harness.recorder.state;
        const endMs =
          span.startedAtMs === running?.startedAtMs ? at(harness.now()) : span.endedAtMs;
        const [from, to] = [span.startedAtMs, endMs].map((ms) => (ms - START) / 1000);
        if (step.do === 'remove') {
          change(from ?? 0, to ?? 0, undefined, () => {
            harness.corrections.remove(at(second));
          });
        } else if (step.activity !== span.activity) {
          change(from ?? 0, to ?? 0, mark(step.activity, true), () => {
            harness.corrections.relabel(at(second), step.activity);
          });
        }
        break;
      }
      case 'erase':
        change(0, painted.length, undefined, () => {
          harness.corrections.erase({ kind: 'last-quarter' });
        });
        showing = undefined;
        break;
      case 'undo': {
        const offers = harness.corrections.offers();
        const offer = offers[step.which % Math.max(1, offers.length)];
        const known = offer && undoable.get(offer.id);
        if (!known) break;
        harness.corrections.undo(offer.id);
        known.was.forEach((one, index) => (painted[known.from + index] = one));
      }
    }
  }
  pass();
  return painted;
}

test('whatever is corrected and undone: no overlap, no mark lost, everything back as it was', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const harness = createHarness();
      try {
        const painted = follow(harness, all);
        const spans = harness.spans();
        spans.forEach((span, index) => {
          const next = spans[index + 1];
          expect(span.endedAtMs).toBeGreaterThan(span.startedAtMs);
          if (!next) return;
          expect(next.startedAtMs).toBeGreaterThanOrEqual(span.endedAtMs);
          expect(areOne(span, next)).toBe(false);
        });
        const found: (string | undefined)[] = painted.map(() => undefined);
        for (const [name, from, to] of brief(spans)) found.fill(name, from, to);
        expect(found).toEqual(painted);
      } finally {
        harness.close();
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);
