import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeImport } from '../../../electron/import/describe.ts';
import { createNumberFilter } from '../../../electron/import/number-filter.ts';
import { planImport } from '../../../electron/import/plan.ts';
import {
  FEED,
  MAIL,
  OPTIONS,
  START_MS,
  afk,
  afkEvent,
  at,
  brief,
  bucket,
  exportOf,
  memorySpans,
  pageEvent,
  pages,
  piecesOf,
  runImport,
  windowEvent,
  windows,
} from './make-export.ts';

/** Stands on the screen in every test here, and may stand nowhere else. */
const SECRET = 'Zanzibar';
const good = windowEvent(0, 60, FEED);
const data = { app: 'Google Chrome', title: `${SECRET} - Google Chrome` };

describe('damaged events', () => {
  const damaged: readonly [string, unknown, string][] = [
    ['no object', SECRET, 'damaged'],
    ['a list', [SECRET], 'damaged'],
    ['null', null, 'damaged'],
    ['an empty object', {}, 'timestamp'],
    ['a timestamp of another type', { timestamp: 17, duration: 1, data }, 'timestamp'],
    ['a timestamp that is none', { timestamp: SECRET, duration: 1, data }, 'timestamp'],
    ['no such day', { timestamp: '2026-13-45T00:00:00Z', duration: 1, data }, 'timestamp'],
    ['no offset', { timestamp: '2026-01-05T08:00:00', duration: 1, data }, 'timestamp'],
    ['before 1970', { timestamp: '1969-12-31T23:00:00Z', duration: 1, data }, 'timestamp'],
    ['no duration', { timestamp: at(0), data }, 'duration'],
    ['a duration of another type', { timestamp: at(0), duration: '12', data }, 'duration'],
    ['a negative duration', { timestamp: at(0), duration: -1, data }, 'duration'],
    ['a start after now', { timestamp: '2099-01-01T00:00:00Z', duration: 1, data }, 'future'],
    ['no data', { timestamp: at(0), duration: 1 }, 'damaged'],
    ['data of another type', { timestamp: at(0), duration: 1, data: [data] }, 'damaged'],
    ['no app', { timestamp: at(0), duration: 1, data: { title: FEED } }, 'damaged'],
    ['an app of another type', { timestamp: at(0), duration: 1, data: { app: {} } }, 'damaged'],
    [
      'a title of another type',
      { timestamp: at(0), duration: 1, data: { app: 'x', title: [SECRET] } },
      'damaged',
    ],
    [
      'a title without end',
      { timestamp: at(0), duration: 1, data: { app: 'x', title: SECRET.repeat(10_000) } },
      'damaged',
    ],
  ];

  test.each(damaged)(
    'are told of by their number and left out: %s',
    async (_name, event, reason) => {
      const { spans, counts, plan } = await runImport(exportOf(windows([good, event, good])));
      expect(brief(spans)).toEqual([['feed', 0, 60]]);
      expect(counts).toEqual({ events: 3, spans: 1, skipped: 1, alreadyThere: 0 });
      expect(plan.skipped.named).toEqual([{ bucket: 1, event: 2, reason }]);
      const told = describeImport(plan).join('\n');
      expect(told).toMatch(/^Bucket 1, event 2 is skipped: /);
      expect(told).not.toContain(SECRET);
    },
  );

  test('of the AFK and of a web watcher are left out too', async () => {
    const { counts, plan } = await runImport(
      exportOf(
        afk([afkEvent(0, 60, SECRET), afkEvent(10, 10, 'afk'), { timestamp: at(0), duration: 5 }]),
        pages([{ timestamp: at(0), duration: 5, data: { title: SECRET } }]),
      ),
    );
    expect(counts.skipped).toBe(4);
    expect(plan.skipped.named).toEqual([
      { bucket: 1, event: 1, reason: 'damaged' },
      { bucket: 1, event: 3, reason: 'damaged' },
      { bucket: 2, event: 1, reason: 'damaged' },
    ]);
  });

  test('are named up to twenty, and counted beyond', async () => {
    const { plan } = await runImport(
      exportOf(windows(Array.from({ length: 500 }, () => ({ timestamp: SECRET })))),
    );
    const told = describeImport(plan);
    expect(told.filter((line) => line.startsWith('Bucket 1, event '))).toHaveLength(20);
    expect(told).toContain('480 more events skipped for such reasons.');
  });

  test('are those with numbers that JSON does not have, wherever a piece ends', async () => {
    const text = exportOf(
      bucket('aw-watcher-pulse', 'pulse', [{ timestamp: at(0), duration: 1, data: { rate: 1 } }]),
      windows([good, windowEvent(100, 110, MAIL), windowEvent(200, 210, MAIL)]),
    )
      .replace('"rate":1', '"rate": [NaN, -Infinity]')
      .replaceAll('"duration":10', '"duration": NaN');
    for (let bytes = 20; bytes < 60; bytes += 1) {
      const plan = await planImport(piecesOf(text, bytes), OPTIONS);
      expect(plan.segments.size).toBe(1);
      expect(plan.skipped.named).toEqual([
        { bucket: 2, event: 2, reason: 'duration' },
        { bucket: 2, event: 3, reason: 'duration' },
      ]);
    }
  });
});

test('a number filter changes no JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 1, max: 50 }), (text, size) => {
      const filter = createNumberFilter();
      let out = '';
      for (let from = 0; from < text.length; from += size) {
        out += filter.take(text.slice(from, from + size));
      }
      expect(out + filter.end()).toBe(text);
    }),
  );
});

describe('foreign buckets', () => {
  test('are told of by their number, and their events counted', async () => {
    const { counts, plan, spans } = await runImport(
      exportOf(
        bucket('aw-watcher-vim', 'app.editor.activity', [good, good]),
        windows([good]),
        bucket('aw-stopwatch', 'general.stopwatch', [1, null]),
        bucket('__proto__', 'toString', [good]),
      ),
    );
    expect(brief(spans)).toEqual([['feed', 0, 60]]);
    expect(counts).toEqual({ events: 6, spans: 1, skipped: 5, alreadyThere: 0 });
    expect(describeImport(plan).slice(0, 3)).toEqual([
      'Bucket 1 is of another kind: 2 events skipped.',
      'Bucket 3 is of another kind: 2 events skipped.',
      'Bucket 4 is of another kind: 1 event skipped.',
    ]);
  });

  test('are those that prove to be another kind behind their events', async () => {
    const text = JSON.stringify({
      buckets: [
        { events: [good, 7], type: 'currentwindow', hostname: 'desk', id: 'x' },
        { events: [windowEvent(100, 200, FEED)], type: 'app.editor.activity' },
        {
          events: [afkEvent(30, 60, 'not-afk'), 8, afkEvent(0, 20, 'not-afk')],
          hostname: 'desk',
          id: 'aw-watcher-afk_desk',
        },
      ],
    });
    const { spans, counts } = await runImport(text);
    expect(brief(spans)).toEqual([
      ['feed', 0, 20],
      ['feed', 30, 60],
    ]);
    expect(counts).toEqual({ events: 6, spans: 2, skipped: 3, alreadyThere: 0 });
  });
});

describe('a hostile export', () => {
  test('cannot reach prototypes, whatever its keys are called', async () => {
    const text = `{"__proto__":{"polluted":1},"buckets":{"__proto__":{"type":"currentwindow","hostname":"__proto__",
      "__proto__":{"type":"afkstatus"},"constructor":{"prototype":{"polluted":1}},
      "events":[{"__proto__":{"duration":5},"timestamp":"${at(0)}","duration":60,
        "data":{"__proto__":{"title":"x"},"app":"Google Chrome","title":"${FEED}","toString":7}}]}}}`;
    const { spans } = await runImport(text);
    expect(brief(spans)).toEqual([['feed', 0, 60]]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('may hide what is wanted in what is passed over, and gets nothing of it', async () => {
    const events = [windowEvent(100, 200, FEED)];
    const inner = { buckets: windows(events), events, data, timestamp: at(500), duration: 9 };
    const { spans, counts } = await runImport(
      JSON.stringify({
        settings: { buckets: windows(events) },
        buckets: {
          ...windows([
            { ...good, data: { ...(good.data as object), more: [inner, [inner]] }, inner },
          ]),
          list: [[{ events }]],
          text: 'events',
        },
        events,
      }),
    );
    expect(brief(spans)).toEqual([['feed', 0, 60]]);
    expect(counts.events).toBe(1);
  });

  test('with more buckets than there can be is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`b${index}`, {}]));
    await expect(runImport(JSON.stringify({ buckets: many }))).rejects.toThrow(
      'more than 1000 buckets',
    );
  });

  test('with many computers and events on top of each other takes a moment', async () => {
    const hosts = Array.from({ length: 100 }, (_, host) =>
      windows(
        Array.from({ length: 200 }, (_event, index) =>
          windowEvent(index, 80_000 - index, index % 2 ? FEED : MAIL),
        ),
        `host ${host}`,
      ),
    );
    const { spans } = await runImport(
      exportOf(
        ...hosts,
        pages(
          Array.from({ length: 5000 }, (_, index) =>
            pageEvent(index * 10, index * 10 + 5, 'https://www.linkedin.com/feed/', FEED),
          ),
          'unknown',
        ),
      ),
    );
    expect(spans.at(0)?.startedAtMs).toBe(START_MS);
    expect(spans.at(-1)?.endedAtMs).toBe(START_MS + 80_000_000);
  });

  test('of any JSON at all never stores what is not sound, and never fails otherwise', async () => {
    const value = fc.oneof(
      fc.constantFrom<unknown[]>(good, good.data, at(5), at(9), FEED, 'afk', 30, -1),
      fc.jsonValue(),
    );
    const like = fc.record(
      { timestamp: value, duration: value, data: fc.oneof(value, fc.record({ app: value })) },
      { requiredKeys: [] },
    );
    const anyBucket = fc.record(
      {
        type: fc.oneof(fc.constantFrom('currentwindow', 'afkstatus', 'web.tab.current'), value),
        hostname: value,
        events: fc.oneof(fc.array(fc.oneof(like, value)), value),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.dictionary(fc.string(), anyBucket), fc.array(anyBucket), fc.jsonValue()),
        fc.integer({ min: 1, max: 100 }),
        async (buckets, bytes) => {
          const isContainer = typeof buckets === 'object' && buckets !== null;
          const plan = await planImport(
            piecesOf(JSON.stringify({ buckets }), bytes),
            OPTIONS,
          ).catch((error: unknown) => {
            expect(isContainer).toBe(false);
            expect(String(error)).toContain('is no ActivityWatch export');
          });
          if (!plan) return;
          let lastMs = -Infinity;
          for (let index = 0; index < plan.segments.size; index += 1) {
            expect(plan.segments.startMs(index)).toBeGreaterThanOrEqual(lastMs);
            lastMs = plan.segments.endMs(index);
            expect(lastMs).toBeGreaterThan(plan.segments.startMs(index));
          }
          expect(plan.skipped.total).toBeLessThanOrEqual(plan.events);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('leaves nothing of the screen in what is kept and told', async () => {
    const text = exportOf(
      windows([
        windowEvent(0, 60, `${SECRET} | LinkedIn - Google Chrome`),
        { timestamp: at(0), duration: SECRET, data: { app: SECRET, title: SECRET } },
      ]),
      pages([pageEvent(0, 60, `https://www.linkedin.com/in/${SECRET}/`, SECRET)]),
      bucket(SECRET, SECRET, [{ data: SECRET }]),
    );
    const spans = memorySpans();
    const { plan, counts } = await runImport(text, {}, spans);
    expect(brief(spans.all)).toEqual([['networking', 0, 60]]);
    expect(JSON.stringify([spans.all, plan, counts, describeImport(plan)])).not.toContain(SECRET);
    const broken = await runImport(text.slice(0, -40)).catch((error: unknown) => error);
    expect(broken).toBeInstanceOf(Error);
    expect(JSON.stringify(broken, Object.getOwnPropertyNames(broken))).not.toContain(SECRET);
  });
});
