/** @file What an ActivityWatch export becomes. Long because it has a case for each rule of one importer. */
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../shared/domain/span.ts';
import { UserError } from '../../../shared/domain/user-error.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { previewInTurns } from '../../../electron/import/history-in-turns.ts';
import { phoneTimeMs, storeImport } from '../../../electron/import/activitywatch.ts';
import { describeImport, describePhones } from '../../../electron/import/describe.ts';
import { planImport, withPhones } from '../../../electron/import/plan.ts';
import {
  FEED,
  FEED_URL,
  JOBS,
  MAIL,
  MESSAGING,
  MESSAGING_URL,
  NETWORK,
  OPTIONS,
  OTHER_URL,
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

const ZONE = 'Europe/Amsterdam';

/** The spans of an export, in brief. */
async function briefOf(...buckets: readonly Record<string, unknown>[]) {
  return brief((await runImport(exportOf(...buckets))).spans);
}

function span(
  from: number,
  to: number,
  activity: Span['activity'],
  more: Partial<Span> = {},
): Span {
  return {
    startedAtMs: START_MS + from * 1000,
    endedAtMs: START_MS + to * 1000,
    activity,
    zone: ZONE,
    relabelled: false,
    manual: false,
    ...more,
  };
}

describe('window events', () => {
  const day = [
    windowEvent(0, 60, FEED),
    windowEvent(60, 90, MESSAGING),
    windowEvent(90, 200, MAIL),
  ];
  const spans = [
    ['feed', 0, 60],
    ['messaging', 60, 90],
    ['elsewhere', 90, 200],
  ];

  test('become spans in the zone of the import', async () => {
    const { spans: stored, counts } = await runImport(exportOf(windows(day)));
    expect(stored).toEqual([
      span(0, 60, 'feed'),
      span(60, 90, 'messaging'),
      span(90, 200, 'elsewhere'),
    ]);
    expect(counts).toEqual({ events: 3, spans: 3, skipped: 0, alreadyThere: 0 });
  });

  test('may come newest first, or in any order', async () => {
    expect(await briefOf(windows(day.toReversed()))).toEqual(spans);
    expect(await briefOf(windows([day[1], day[2], day[0]]))).toEqual(spans);
  });

  test('of one activity are one span where they touch, and two where they do not', async () => {
    expect(
      await briefOf(
        windows([
          windowEvent(0, 60, FEED),
          windowEvent(60, 100, '(1) Feed | LinkedIn - Google Chrome'),
          windowEvent(110, 120, FEED),
        ]),
      ),
    ).toEqual([
      ['feed', 0, 100],
      ['feed', 110, 120],
    ]);
  });

  test('last until the next one where the watcher looked no more than 2 s later', async () => {
    expect(
      await briefOf(
        windows([
          windowEvent(0, 59, FEED),
          windowEvent(61, 90, MAIL),
          windowEvent(92.001, 95, FEED),
        ]),
      ),
    ).toEqual([
      ['feed', 0, 61],
      ['elsewhere', 61, 90],
      ['feed', 92.001, 95],
    ]);
  });

  test('without length are samples: a title that changes each second is no gap', async () => {
    const { spans: stored, counts } = await runImport(
      exportOf(
        windows([
          ...Array.from({ length: 10 }, (_, second) =>
            windowEvent(second, second, `(${second}) Feed | LinkedIn - Google Chrome`),
          ),
          windowEvent(10, 20, MAIL),
          // Nothing comes close behind the first, and another one covers the second.
          windowEvent(30, 30, FEED),
          windowEvent(40, 60, MAIL),
          windowEvent(50, 50, FEED),
        ]),
      ),
    );
    expect(brief(stored)).toEqual([
      ['feed', 0, 10],
      ['elsewhere', 10, 20],
      ['elsewhere', 40, 60],
    ]);
    expect(counts.skipped).toBe(2);
  });

  test('that overlap end where the next one starts, and go on behind it', async () => {
    expect(
      await briefOf(
        windows([
          windowEvent(0, 100, FEED),
          windowEvent(20, 30, MAIL),
          windowEvent(25, 28, MESSAGING),
          windowEvent(90, 120, NETWORK),
        ]),
      ),
    ).toEqual([
      ['feed', 0, 20],
      ['elsewhere', 20, 25],
      ['messaging', 25, 28],
      ['elsewhere', 28, 30],
      ['feed', 30, 90],
      ['networking', 90, 120],
    ]);
  });

  test('of several watchers on one computer are one history', async () => {
    expect(
      await briefOf(
        windows([windowEvent(0, 60, FEED)]),
        bucket('aw-watcher-window-wayland', 'currentwindow', [windowEvent(50, 80, MAIL)]),
      ),
    ).toEqual([
      ['feed', 0, 50],
      ['elsewhere', 50, 80],
    ]);
  });

  test('keep the activity of their window through a notice', async () => {
    const notice = 'Someone sent you a message | LinkedIn - Google Chrome';
    const word = 'Words - LibreOffice Writer';
    expect(
      await briefOf(
        windows([
          windowEvent(0, 5, notice),
          windowEvent(5, 20, NETWORK),
          windowEvent(20, 22, notice),
          windowEvent(22, 30, word, 'soffice'),
          windowEvent(30, 35, notice),
          windowEvent(35, 40, 'New message from Someone | LinkedIn — Mozilla Firefox', 'firefox'),
        ]),
      ),
    ).toEqual([
      ['messaging', 0, 5],
      ['networking', 5, 22],
      ['elsewhere', 22, 30],
      ['networking', 30, 35],
      ['messaging', 35, 40],
    ]);
  });

  test('of the lock screen are no time', async () => {
    expect(
      await briefOf(
        windows([
          windowEvent(0, 10, FEED),
          windowEvent(10, 500, '', 'LockApp.exe'),
          windowEvent(500, 510, FEED),
        ]),
      ),
    ).toEqual([
      ['feed', 0, 10],
      ['feed', 500, 510],
    ]);
  });

  test('without a title, and with an address of their own, are read as the watcher of macOS writes them', async () => {
    const data = [
      { app: 'Finder' },
      { app: 'Google Chrome', title: null, url: FEED_URL },
      { app: 'Google Chrome', title: FEED, url: OTHER_URL },
      { app: 'Google Chrome', title: FEED, url: FEED_URL, incognito: true },
    ];
    const { spans: stored, counts } = await runImport(
      exportOf(
        windows(
          data.map((part, index) => ({ timestamp: at(index * 10), duration: 10, data: part })),
        ),
      ),
    );
    expect(counts.skipped).toBe(0);
    expect(brief(stored)).toEqual([
      ['elsewhere', 0, 10],
      ['feed', 10, 20],
      ['elsewhere', 20, 40],
    ]);
  });

  test('keep their length over a change of the clock, whatever offset they are written in', async () => {
    // The clocks of Amsterdam go back at 01:00 UTC, those of New York a week later.
    const event = (timestamp: string, duration: number, title: string) => ({
      timestamp,
      duration,
      data: { app: 'chrome.exe', title },
    });
    const { spans: stored } = await runImport(
      exportOf(
        windows([
          event('2025-10-26T02:30:00.000000+02:00', 1800, FEED),
          event('2025-10-26T02:00:00.000000+01:00', 3600, MAIL),
          event('2026-03-29T01:59:00.123456+01:00', 120, FEED),
        ]),
      ),
    );
    expect(stored.map(({ startedAtMs, endedAtMs }) => [startedAtMs, endedAtMs])).toEqual([
      [Date.parse('2025-10-26T00:30:00Z'), Date.parse('2025-10-26T01:00:00Z')],
      [Date.parse('2025-10-26T01:00:00Z'), Date.parse('2025-10-26T02:00:00Z')],
      [Date.parse('2026-03-29T00:59:00.123Z'), Date.parse('2026-03-29T01:01:00.123Z')],
    ]);
  });
});

describe('AFK events', () => {
  test('let in what their watcher saw of the user, and that alone', async () => {
    const { spans, plan } = await runImport(
      exportOf(
        afk([
          afkEvent(300, 500, 'afk'),
          afkEvent(0, 300, 'not-afk'),
          afkEvent(450, 600, 'afk'),
          afkEvent(600, 700, 'not-afk'),
        ]),
        windows([windowEvent(0, 400, FEED), windowEvent(400, 1000, MAIL)]),
      ),
    );
    expect(brief(spans)).toEqual([
      ['feed', 0, 300],
      ['elsewhere', 600, 700],
    ]);
    expect(plan.hostsWithoutAfk).toBe(0);
  });

  test('have gaps of up to 5 s that belong to the longer one, as in queries of ActivityWatch', async () => {
    expect(
      await briefOf(
        windows([windowEvent(0, 1000, FEED)]),
        afk([
          afkEvent(0, 100, 'not-afk'),
          afkEvent(104, 110, 'afk'),
          afkEvent(112, 200, 'not-afk'),
          afkEvent(206, 300, 'not-afk'),
        ]),
      ),
    ).toEqual([
      ['feed', 0, 104],
      ['feed', 110, 200],
      ['feed', 206, 300],
    ]);
  });

  test('may be as long as a weekend, and end after now', async () => {
    const day = 86_400;
    const { spans, counts, plan } = await runImport(
      exportOf(
        windows([windowEvent(0, 4 * day, FEED)]),
        afk([
          afkEvent(0, 600, 'not-afk'),
          afkEvent(600, 3 * day, 'afk'),
          afkEvent(3 * day, 5 * day, 'not-afk'),
        ]),
      ),
      { nowMs: START_MS + (3 * day + 60) * 1000 },
    );
    expect(brief(spans)).toEqual([
      ['feed', 0, 600],
      ['feed', 3 * day, 3 * day + 60],
    ]);
    expect(counts.skipped).toBe(0);
    expect(describeImport(plan)).toEqual([]);
  });

  test('of another computer take nothing away, and that is said', async () => {
    const { spans, plan } = await runImport(
      exportOf(
        windows([windowEvent(0, 400, FEED), windowEvent(400, 400 + 86_401, FEED)], 'desk'),
        afk([afkEvent(100, 200, 'afk')], 'lap'),
      ),
    );
    expect(brief(spans)).toEqual([['feed', 0, 400]]);
    expect(describeImport(plan)).toEqual([
      '1 event longer than a day skipped, where nothing tells when you were there.',
      'No AFK events for 1 of 1 computer: no idle time is taken away there.',
    ]);
  });
});

describe('a watcher that looks seldom', () => {
  const every = (seconds: number, count: number) =>
    windows(
      Array.from({ length: count }, (_, index) => {
        const from = index * 60;
        return windowEvent(from, from + 60 - seconds, index % 2 ? MAIL : FEED);
      }),
    );

  test('leaves gaps of the time between its looks, which are closed', async () => {
    const { spans } = await runImport(exportOf(every(5, 10)));
    expect(spans.reduce((sum, one) => sum + one.endedAtMs - one.startedAtMs, 0)).toBe(595_000);
  });

  test('leaves no gap of more than 10 s', async () => {
    const { spans } = await runImport(exportOf(every(11, 10)));
    expect(spans.reduce((sum, one) => sum + one.endedAtMs - one.startedAtMs, 0)).toBe(490_000);
  });

  test('is told from one that stopped now and then', async () => {
    const events = [0, 9, 12, 30, 33, 36, 50, 53].map((from) => windowEvent(from, from + 2, FEED));
    expect(await briefOf(windows(events))).toEqual([
      ['feed', 0, 2],
      ['feed', 9, 14],
      ['feed', 30, 38],
      ['feed', 50, 55],
    ]);
  });
});

describe('web watchers', () => {
  test('decide by the address while the window shows the title of the page, and only then', async () => {
    expect(
      await briefOf(
        pages([pageEvent(10, 20, MESSAGING_URL, FEED), pageEvent(20, 90, OTHER_URL, FEED)]),
        windows([
          windowEvent(0, 30, FEED),
          windowEvent(30, 40, 'Feed | LinkedIn — Mozilla Firefox', 'firefox'),
          windowEvent(40, 60, '(2) Feed | LinkedIn - Google Chrome'),
          windowEvent(60, 70, NETWORK),
          windowEvent(70, 100, FEED),
        ]),
      ),
    ).toEqual([
      ['feed', 0, 10],
      ['messaging', 10, 20],
      ['elsewhere', 20, 30],
      ['feed', 30, 40],
      ['elsewhere', 40, 60],
      ['networking', 60, 70],
      ['elsewhere', 70, 90],
      ['feed', 90, 100],
    ]);
  });

  test('that go on telling of a page that was left do not make it of the next one', async () => {
    expect(
      await briefOf(
        pages([
          pageEvent(0, 120, 'https://www.linkedin.com/mynetwork/', NETWORK),
          pageEvent(120, 180, FEED_URL, ''),
        ]),
        windows([
          windowEvent(0, 65, NETWORK),
          windowEvent(65, 95, JOBS),
          windowEvent(95, 130, MAIL),
        ]),
      ),
    ).toEqual([
      ['networking', 0, 65],
      ['private', 65, 95],
      ['elsewhere', 95, 130],
    ]);
  });

  test('make a private window elsewhere, unless the user chose otherwise', async () => {
    const text = exportOf(
      windows([windowEvent(0, 30, FEED)]),
      pages([pageEvent(0, 10, FEED_URL, FEED), pageEvent(10, 20, FEED_URL, FEED, true)]),
    );
    expect(brief((await runImport(text)).spans)).toEqual([
      ['feed', 0, 10],
      ['elsewhere', 10, 20],
      ['feed', 20, 30],
    ]);
    const settings = { ...DEFAULT_SETTINGS, ignorePrivateWindows: false };
    expect(brief((await runImport(text, { settings })).spans)).toEqual([['feed', 0, 30]]);
  });

  test('do not open a window that its title shows to be private', async () => {
    expect(
      await briefOf(
        windows([windowEvent(0, 30, 'Feed | LinkedIn - Google Chrome (Incognito)')]),
        pages([pageEvent(0, 30, FEED_URL, FEED)]),
      ),
    ).toEqual([['elsewhere', 0, 30]]);
  });

  test('go on telling of the window behind a private one, which is not LinkedIn', async () => {
    expect(
      await briefOf(
        windows([
          windowEvent(0, 30, FEED),
          windowEvent(30, 130, 'A private page - Google Chrome'),
          windowEvent(130, 160, FEED),
        ]),
        pages([pageEvent(0, 160, FEED_URL, FEED)]),
      ),
    ).toEqual([
      ['feed', 0, 30],
      ['elsewhere', 30, 130],
      ['feed', 130, 160],
    ]);
  });

  test.each([
    ['chrome', 'vivaldi.exe', 'LinkedIn - Vivaldi'],
    ['chrome', 'Arc', 'LinkedIn'],
    ['chrome', 'msedge.exe', 'LinkedIn and 3 more pages - Work - Microsoft\u200B Edge'],
    ['firefox', 'zen', 'LinkedIn — Zen Browser'],
    ['firefox', 'librewolf', 'LinkedIn — LibreWolf'],
    ['brave', 'Brave Browser', 'LinkedIn - Brave'],
  ])('speak as %s for %s', async (watched, app, title) => {
    const page = pageEvent(0, 30, MESSAGING_URL, 'LinkedIn');
    const other = pageEvent(0, 30, FEED_URL, 'LinkedIn');
    const others = watched === 'firefox' ? 'chrome' : 'firefox';
    expect(
      await briefOf(
        pages([other], 'desk', others),
        windows([windowEvent(0, 30, title, app)]),
        pages([page], 'desk', watched),
      ),
    ).toEqual([['messaging', 0, 30]]);
  });

  test('speak for their own browser before one that hides behind its name', async () => {
    expect(
      await briefOf(
        pages([pageEvent(0, 30, FEED_URL, 'LinkedIn')]),
        pages([pageEvent(0, 30, MESSAGING_URL, 'LinkedIn')], 'desk', 'vivaldi'),
        windows([windowEvent(0, 30, 'LinkedIn - Vivaldi', 'vivaldi')]),
      ),
    ).toEqual([['messaging', 0, 30]]);
  });

  test('that name no computer are taken for each, behind its own', async () => {
    expect(
      await briefOf(
        windows([windowEvent(0, 40, MAIL)]),
        bucket(
          'aw-watcher-web-chrome',
          'web.tab.current',
          [pageEvent(0, 30, FEED_URL, MAIL)],
          'unknown',
        ),
        pages([pageEvent(10, 20, MESSAGING_URL, MAIL)]),
      ),
    ).toEqual([
      ['feed', 0, 10],
      ['messaging', 10, 20],
      ['feed', 20, 30],
      ['elsewhere', 30, 40],
    ]);
  });

  test('of a browser that is not known are foreign', async () => {
    const { counts, plan } = await runImport(
      exportOf(windows([]), pages([pageEvent(0, 30, FEED_URL, FEED)], 'desk', 'frobnicator')),
    );
    expect(counts).toEqual({ events: 1, spans: 0, skipped: 1, alreadyThere: 0 });
    expect(describeImport(plan)[0]).toBe('Bucket 2 is of another kind: 1 event skipped.');
  });
});

describe('titles that ActivityWatch was told to leave out', () => {
  test('are not measured where a browser is in front, and that is said', async () => {
    const { spans, plan } = await runImport(
      exportOf(
        windows([
          windowEvent(0, 10, 'excluded'),
          windowEvent(10, 20, 'excluded', 'Code'),
          windowEvent(20, 30, 'excluded', 'LinkedIn'),
        ]),
        afk([afkEvent(0, 30, 'not-afk')]),
      ),
    );
    expect(brief(spans)).toEqual([
      ['elsewhere', 10, 20],
      ['other', 20, 30],
    ]);
    expect(describeImport(plan)).toEqual([
      'ActivityWatch left the titles of all browser windows out (exclude_title): their time is not measured.',
    ]);
  });

  test('may be some of them', async () => {
    const text = exportOf(windows([windowEvent(0, 10, 'excluded'), windowEvent(10, 20, FEED)]));
    const { spans, plan } = await runImport(text);
    expect(brief(spans)).toEqual([['feed', 10, 20]]);
    expect(plan.excludedTitles).toBe('some');
  });
});

describe('the settings', () => {
  test('shield job search, unless the user chose otherwise', async () => {
    const text = exportOf(windows([windowEvent(0, 30, JOBS)]));
    expect(brief((await runImport(text)).spans)).toEqual([['private', 0, 30]]);
    const settings = { ...DEFAULT_SETTINGS, shieldJobs: false };
    expect(brief((await runImport(text, { settings })).spans)).toEqual([['jobs', 0, 30]]);
  });

  test("bring the user's own rules before titles and addresses, the first one first", async () => {
    const rule = (field: 'title' | 'url', text: string, activity: 'sales' | 'elsewhere') => ({
      field,
      match: 'contains' as const,
      text,
      activity,
    });
    const settings = {
      ...DEFAULT_SETTINGS,
      rules: [rule('url', '/crm', 'sales'), rule('title', 'My Network', 'elsewhere')],
    };
    const text = exportOf(
      windows([windowEvent(0, 20, NETWORK), windowEvent(20, 40, FEED)]),
      pages([
        pageEvent(0, 10, FEED_URL, NETWORK),
        pageEvent(10, 20, 'https://example.com/crm', NETWORK),
        pageEvent(20, 30, 'https://example.com/crm', FEED),
        pageEvent(30, 40, FEED_URL, FEED),
      ]),
    );
    expect(brief((await runImport(text, { settings })).spans)).toEqual([
      ['elsewhere', 0, 10],
      ['sales', 10, 30],
      ['feed', 30, 40],
    ]);
  });

  test('leave time outside working time out, where it is not measured', async () => {
    const settings = { ...DEFAULT_SETTINGS, measureOutside: false };
    // 09:00 is START_MS: half an hour before it, and over the break of 12:30 to 13:00.
    const text = exportOf(windows([windowEvent(-1800, 5 * 3600, FEED)]));
    expect(brief((await runImport(text, { settings })).spans)).toEqual([
      ['feed', 0, 3.5 * 3600],
      ['feed', 4 * 3600, 5 * 3600],
    ]);
  });
});

describe('several computers', () => {
  test('never count one time twice: what started first keeps its time', async () => {
    expect(
      await briefOf(
        windows([windowEvent(0, 60, FEED), windowEvent(60, 70, MAIL)], 'desk'),
        afk([afkEvent(0, 50, 'not-afk'), afkEvent(56, 70, 'not-afk')], 'desk'),
        windows([windowEvent(40, 65, MESSAGING), windowEvent(80, 90, MAIL)], 'lap'),
      ),
    ).toEqual([
      ['feed', 0, 50],
      ['messaging', 50, 65],
      ['elsewhere', 65, 70],
      ['elsewhere', 80, 90],
    ]);
  });

  test('do not take LinkedIn time away from each other by what else they show', async () => {
    expect(
      await briefOf(
        windows([windowEvent(0, 100, MAIL)], 'wall'),
        windows([windowEvent(20, 40, FEED), windowEvent(40, 120, MAIL)], 'desk'),
      ),
    ).toEqual([
      ['elsewhere', 0, 20],
      ['feed', 20, 40],
      ['elsewhere', 40, 120],
    ]);
  });

  test.each([
    ['Mac.local', 'Mac'],
    ['Mac', 'Mac.local'],
    ['MAC.fritz.box', 'mac'],
  ])('are one where %s has the windows and %s the absence', async (one, other) => {
    expect(
      await briefOf(
        windows([windowEvent(0, 100, FEED)], one),
        windows([windowEvent(100, 120, FEED)], other),
        afk([afkEvent(50, 110, 'not-afk')], other),
      ),
    ).toEqual([['feed', 50, 110]]);
  });

  test('are two where each tells of absence, or their names are addresses', async () => {
    for (const [one, other] of [
      ['Mac', 'Mac.local'],
      ['192.168.1.2', '192.168.1.3'],
    ] as const) {
      const { plan } = await runImport(
        exportOf(
          windows([windowEvent(0, 100, FEED)], one),
          windows([windowEvent(0, 100, FEED)], other),
          afk([afkEvent(50, 110, 'not-afk')], other),
          one === 'Mac' ? afk([afkEvent(0, 10, 'not-afk')], one) : {},
        ),
      );
      expect(plan.hosts).toBe(2);
    }
  });
});

describe('telephones', () => {
  const text = exportOf(
    windows([windowEvent(0, 100, FEED), windowEvent(100, 200, MAIL)]),
    bucket('aw-watcher-android-test', 'currentwindow', [
      { timestamp: at(50), duration: 100, data: { app: 'LinkedIn' } },
      { timestamp: at(150), duration: 500, data: { app: 'Maps' } },
    ]),
    bucket('aw-watcher-android_aw-import-screentime', 'currentwindow', [
      { timestamp: at(300), duration: 60, data: { app: 'com.linkedin.LinkedIn' } },
    ]),
  );

  test('are left out, and it is said what they would add', async () => {
    const { spans, plan } = await runImport(text);
    expect(brief(spans)).toEqual([
      ['feed', 0, 100],
      ['elsewhere', 100, 200],
    ]);
    expect(plan).toMatchObject({ hosts: 1, hostsWithoutAfk: 1, phones: 1 });
    expect(phoneTimeMs(memorySpans(), plan)).toBe(110_000);
    expect(phoneTimeMs(memorySpans([span(310, 340, 'feed')]), plan)).toBe(80_000);
    expect(describePhones(plan, 110_000, false)).toEqual([
      '1 telephone left out: --with-phones would add 2 minutes of LinkedIn.',
    ]);
  });

  test('bring in their LinkedIn time where that is chosen', async () => {
    const plan = withPhones(await planImport(piecesOf(text), OPTIONS));
    const spans = memorySpans();
    storeImport(spans, plan);
    expect(brief(spans.all)).toEqual([
      ['feed', 0, 100],
      ['other', 100, 150],
      ['elsewhere', 150, 200],
      ['other', 300, 360],
    ]);
    storeImport(spans, plan);
    expect(spans.all).toHaveLength(4);
  });
});

describe('stored spans', () => {
  const text = exportOf(
    windows([windowEvent(0, 60, FEED), windowEvent(60, 200, MAIL), windowEvent(300, 400, FEED)]),
  );

  test('are left as they are, and only the time between them is filled', async () => {
    const before = [
      span(-10, 20, 'learning'),
      span(30, 40, 'feed', { relabelled: true, zone: 'America/New_York' }),
      span(100, 110, 'elsewhere'),
      span(300, 400, 'messaging'),
    ];
    const { spans, counts } = await runImport(text, {}, memorySpans(before));
    expect(spans).toEqual(expect.arrayContaining(before));
    expect(brief(spans)).toEqual([
      ['learning', -10, 20],
      ['feed', 20, 30],
      ['feed', 30, 40],
      ['feed', 40, 60],
      ['elsewhere', 60, 100],
      ['elsewhere', 100, 110],
      ['elsewhere', 110, 200],
      ['messaging', 300, 400],
    ]);
    expect(counts).toEqual({ events: 3, spans: 4, skipped: 0, alreadyThere: 1 });
  });

  test('of the same file make a second import change nothing', async () => {
    const spans = memorySpans();
    await runImport(text, {}, spans);
    const before = structuredClone(spans.all);
    const { counts } = await runImport(text, { zone: 'Asia/Kolkata' }, spans);
    expect(counts).toEqual({ events: 3, spans: 0, skipped: 0, alreadyThere: 3 });
    expect(spans.all).toEqual(before);
  });

  test('are what a preview reckons with, which stores nothing', async () => {
    const spans = memorySpans([span(0, 30, 'feed')]);
    const plan = await planImport(piecesOf(text), OPTIONS);
    expect(await previewInTurns(spans, plan, new AbortController().signal)).toEqual({
      events: 3,
      spans: 3,
      days: 1,
      from: '2026-01-05',
      to: '2026-01-05',
      time: [
        { activity: 'elsewhere', ms: 140_000 },
        { activity: 'feed', ms: 130_000 },
      ],
      skipped: [],
      alreadyThere: 0,
      hosts: 1,
      hostsWithoutAfk: 1,
      excludedTitles: 'none',
      phones: 0,
      phoneMs: 0,
      zone: OPTIONS.zone,
    });
    expect(spans.all).toHaveLength(1);
  });
});

describe('an import that is stopped', () => {
  test('throws the reason and stores nothing, however far it is', async () => {
    const events = Array.from({ length: 120_000 }, (_, index) =>
      windowEvent(index, index + 1, index % 2 ? FEED : MAIL),
    );
    const text = exportOf(windows(events));
    const reason = new Error('enough');
    for (const share of [0.2, 1]) {
      const stop = new AbortController();
      const spans = memorySpans();
      const onProgress = (bytesRead: number) => {
        if (bytesRead >= text.length * share) stop.abort(reason);
      };
      const options = { signal: stop.signal, onProgress };
      await expect(runImport(text, options, spans)).rejects.toBe(reason);
      expect(spans.all).toEqual([]);
    }
  });

  test('tells how far it is', async () => {
    const text = exportOf(windows([windowEvent(0, 1, FEED)]));
    const told: number[] = [];
    const onProgress = (bytesRead: number) => told.push(bytesRead);
    await importText(text, onProgress);
    expect(told.at(-1)).toBe(Buffer.byteLength(text));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(3);
  });

  async function importText(text: string, onProgress: (bytesRead: number) => void) {
    await planImport(piecesOf(text, 50), { ...OPTIONS, onProgress });
  }
});

describe('a file that is no export', () => {
  test.each([
    ['empty', ''],
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['a text', '"buckets"'],
    ['a number', '12'],
    ['an object of something else', '{"users": []}'],
    ['cut off', exportOf(windows([windowEvent(0, 60, FEED)])).slice(0, -20)],
    ['followed by something', `${exportOf(windows([]))} {}`],
    ['broken in the middle', '{"buckets": {"a": {"events": [}}}'],
    ['with a word that is none', '{"buckets": {"a": {"events": [{"duration": none}]}}}'],
    ['an endless key', `{"${'k'.repeat(3_000_000)}": 1}`],
    ['an endless number', `{"buckets": ${'1'.repeat(3_000_000)}}`],
    ['nested without end', '['.repeat(100_000)],
    ['nested without end inside', `{"buckets": {"a": ${'['.repeat(100_000)}`],
  ])('is refused in one line, and nothing is stored: %s', async (_name, text) => {
    const spans = memorySpans();
    const error: unknown = await runImport(text, {}, spans).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toMatch(
      /^[^\n]*export\.json is no ActivityWatch export of buckets[^\n]*$/,
    );
    expect(spans.all).toEqual([]);
  });

  test('is told from one that is empty', async () => {
    const { counts, plan } = await runImport('\uFEFF{"buckets": {}}');
    expect(counts).toEqual({ events: 0, spans: 0, skipped: 0, alreadyThere: 0 });
    expect(describeImport(plan)).toEqual(['The export has no window events that can be used.']);
  });
});
