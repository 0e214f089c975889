import { describe, expect, test } from 'vitest';
import { NOTE_LENGTH } from '../../../../shared/domain/note.ts';
import { createAppStore } from '../../../../renderer/store/app-store.ts';
import { type Every, startSync } from '../../../../renderer/store/sync.ts';
import type { AppNotice, DayView } from '../../../../shared/ipc/views.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../../support/example-weeks.ts';
import { createFakeApi, type FakeMain } from '../../../support/fake-api.ts';
import { TRACKING } from '../../../support/fake-views.ts';

const never: Every = () => () => undefined;

function setUp(parts: Partial<FakeMain> = {}) {
  const fake = createFakeApi({
    ...viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => fake.main.settings),
    ...parts,
  });
  return { fake, store: createAppStore(fake.api) };
}

/** Lets every promise that is under way come to its end. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function deferred<T>() {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, resolve };
}

describe('at the start', () => {
  test('everything is loaded once', async () => {
    const { fake, store } = setUp();
    expect(store.getState().day).toEqual({ status: 'loading' });
    startSync(fake.api, store, never);
    await settle();
    expect(fake.calls).toEqual([
      ['getInfo'],
      ['getSettings'],
      ['getSight'],
      ['getCompanion'],
      ['getTrackerStatus'],
      ['getAutostart'],
      ['getDay', null],
      ['getWeek', null],
      ['getUndos'],
      ['getReviewDue'],
    ]);
    const { info, settings, tracker, day, week } = store.getState();
    expect([info, settings, tracker, day, week].map(({ status }) => status)).toEqual(
      Array(5).fill('ready'),
    );
  });

  test('a failure has a code and no value', async () => {
    const { fake, store } = setUp();
    fake.main.failing.set('getDay', 'not-found');
    await store.getState().loadDay();
    expect(store.getState().day).toEqual({ status: 'failed', code: 'not-found', value: undefined });
  });
});

test('the page Privacy opens on the tab that is asked for', () => {
  const { store } = setUp();
  expect(store.getState().privacyTab).toBe('proof');
  store.getState().openPrivacy('data');
  expect([store.getState().page, store.getState().privacyTab]).toEqual(['privacy', 'data']);
});

test('a notice that was closed is told again where what it tells of ended and comes back', async () => {
  const { fake, store } = setUp();
  const tell = async (...codes: AppNotice['code'][]) => {
    fake.main.info = { ...fake.main.info, notices: codes.map((code) => ({ code })) };
    await store.getState().loadInfo();
    return store.getState().dismissedNotices;
  };
  await tell('not-saving', 'database-new');
  store.getState().dismissNotice('not-saving');
  store.getState().dismissNotice('database-new');
  expect(await tell('not-saving', 'database-new')).toEqual(['not-saving', 'database-new']);
  expect(await tell('database-new')).toEqual(['database-new']);
  expect(await tell('not-saving', 'database-new')).toEqual(['database-new']);
});

test('what was read of another tracker stays where it could not be taken over, to be tried again', async () => {
  const { fake, store } = setUp();
  const { openHistory, takeHistory } = store.getState();
  await openHistory();
  const shown = store.getState().history;
  expect(shown.at).toBe('preview');
  fake.main.failing.set('takeHistory', 'not-saved');
  await takeHistory(1, false);
  expect(store.getState()).toMatchObject({ failure: 'not-saved', history: shown });
  fake.main.failing.clear();
  await takeHistory(1, false);
  expect(store.getState().history).toEqual({ at: 'taken', spans: 50_524 });
});

describe('the review of a week', () => {
  const DUE = { week: '2026-W47', monday: '2026-11-16' };

  test('opens on the week that is asked for, and its hint is settled once', async () => {
    const { fake, store } = setUp({ reviewDue: DUE });
    await store.getState().loadReviewDue();
    expect(store.getState().reviewDue).toEqual(DUE);
    await store.getState().openReview(DUE.monday);
    expect(store.getState()).toMatchObject({ page: 'review', shownWeek: DUE.monday });
    await store.getState().settleReview('2026-W40');
    expect(store.getState().reviewDue).toEqual(DUE);
    await store.getState().settleReview(DUE.week);
    await store.getState().settleReview(DUE.week);
    expect(store.getState().reviewDue).toBe(null);
    expect(fake.calls.filter(([method]) => method === 'setSettings')).toEqual([
      ['setSettings', { reviewedWeek: DUE.week }],
    ]);
  });

  test('shows the note of the week asked for last, and never an older text', async () => {
    const { store } = setUp({ notes: new Map([['2026-W47', 'a']]) });
    const { loadNote, saveNote } = store.getState();
    await Promise.all([loadNote('2026-W46'), loadNote('2026-W47')]);
    const ready = (text: string) => ({ status: 'ready', value: { week: '2026-W47', text } });
    expect(store.getState().note).toEqual(ready('a'));
    expect(await saveNote('2026-W47', 'b')).toBe(true);
    const loading = loadNote('2026-W47');
    expect(store.getState().note).toEqual({ status: 'loading' });
    await loading;
    expect(store.getState().note).toEqual(ready('b'));
  });

  test('adds a text to the note of a week, as far as there is room', async () => {
    const { fake, store } = setUp({ notes: new Map([['2026-W47', 'a']]) });
    const { addToNote } = store.getState();
    expect(await addToNote('2026-W47', 'b')).toBe('added');
    expect(await addToNote('2026-W46', 'c')).toBe('added');
    expect(await addToNote('2026-W47', 'd'.repeat(NOTE_LENGTH))).toBe('full');
    expect(Object.fromEntries(fake.main.notes)).toEqual({ '2026-W47': 'a\n\nb', '2026-W46': 'c' });
    fake.main.failing.set('setNote', 'not-saved');
    expect(await addToNote('2026-W47', 'e')).toBe('failed');
    expect(store.getState().failure).toBe('not-saved');
  });

  test('says that a note was not saved, or cannot be read', async () => {
    const { fake, store } = setUp();
    fake.main.failing.set('setNote', 'not-saved');
    fake.main.failing.set('getNote', 'not-saved');
    expect(await store.getState().saveNote('2026-W47', 'b')).toBe(false);
    expect(store.getState().failure).toBe('not-saved');
    await store.getState().loadNote('2026-W47');
    expect(store.getState().note).toMatchObject({ status: 'failed', code: 'not-saved' });
  });
});

describe('what is pushed', () => {
  test('makes what can be seen be asked for again where another reason holds', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    const asked = () => fake.calls.filter(([method]) => method === 'getSight').length;
    const { tracker } = fake.main;
    fake.pushTracker({ ...tracker, state: 'not-measured', reason: 'wayland' });
    await settle();
    expect(asked()).toBe(2);
    fake.pushTracker({ ...tracker, state: 'not-measured', reason: 'wayland', sinceMs: 1 });
    await settle();
    expect(asked()).toBe(2);
    fake.pushTracker({ ...tracker, reason: null });
    await settle();
    expect(asked()).toBe(3);
  });

  test('spans and tracker changes ask for the open page again, and for no other', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    fake.calls.length = 0;
    fake.pushSpans();
    await settle();
    fake.pushTracker({ ...TRACKING, state: 'idle' });
    await settle();
    expect(fake.calls).toEqual([
      ['getDay', null],
      ['getDay', null],
    ]);
    expect(store.getState().tracker).toEqual({
      status: 'ready',
      value: { ...TRACKING, state: 'idle' },
    });
    store.getState().openPage('week');
    await settle();
    fake.pushSpans();
    await settle();
    expect(fake.calls.slice(2)).toEqual([
      ['getWeek', null],
      ['getWeek', null],
    ]);
  });

  test('a burst of pushes costs two requests', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    fake.calls.length = 0;
    for (let push = 0; push < 50; push += 1) fake.pushSpans();
    await settle();
    expect(fake.calls).toEqual([
      ['getDay', null],
      ['getDay', null],
    ]);
  });

  test('settings ask for everything that depends on them', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    fake.calls.length = 0;
    expect(await store.getState().changeSettings({ language: 'nl' })).toBe(true);
    await settle();
    expect(fake.calls).toEqual([
      ['setSettings', { language: 'nl' }],
      ['getInfo'],
      ['getAutostart'],
      ['getReviewDue'],
      ['getDay', null],
      ['getWeek', null],
    ]);
    const { settings, info } = store.getState();
    expect(settings).toMatchObject({ status: 'ready', value: { language: 'nl' } });
    expect(info).toMatchObject({ status: 'ready', value: { language: 'nl' } });
  });

  test('a menu opens a page', () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    fake.pushPage('week');
    expect(store.getState().page).toBe('week');
  });

  test('nothing arrives after the end', async () => {
    const { fake, store } = setUp();
    const stop = startSync(fake.api, store, never);
    await settle();
    stop();
    fake.pushTracker({ ...TRACKING, state: 'locked' });
    fake.pushPage('week');
    expect(store.getState()).toMatchObject({ page: 'today', tracker: { value: TRACKING } });
  });

  test('time passes even when nothing is pushed', async () => {
    const { fake, store } = setUp();
    let tick: () => void = () => undefined;
    startSync(fake.api, store, (intervalMs, callback) => {
      expect(intervalMs).toBe(30_000);
      tick = callback;
      return () => undefined;
    });
    await settle();
    fake.calls.length = 0;
    tick();
    await settle();
    expect(fake.calls).toEqual([['getDay', null], ['getReviewDue']]);
  });
});

describe('another day', () => {
  test('the old day stays on screen until the new one is there', async () => {
    const { fake, store } = setUp();
    await store.getState().loadDay();
    const before = store.getState().day;
    const opened = store.getState().openDay('2026-11-17');
    expect(store.getState().day).toEqual({ ...before, status: 'changing' });
    await opened;
    expect(store.getState()).toMatchObject({
      shownDay: '2026-11-17',
      page: 'today',
      day: { status: 'ready', value: { figures: { date: '2026-11-17' } } },
    });
    expect(fake.calls.at(-1)).toEqual(['getDay', '2026-11-17']);
  });

  test('an answer for a day that is no longer asked for is dropped', async () => {
    const late = deferred<DayView>();
    const { fake, store } = setUp();
    const views = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => fake.main.settings);
    fake.main.day = (isoDate) => (isoDate === null ? late.promise : views.day(isoDate));
    const first = store.getState().loadDay();
    const second = store.getState().openDay('2026-11-10');
    late.resolve(views.day(null));
    await Promise.all([first, second]);
    expect(store.getState().day).toMatchObject({
      status: 'ready',
      value: { figures: { date: '2026-11-10' } },
    });
  });

  test('a failed refresh keeps the last value', async () => {
    const { fake, store } = setUp();
    await store.getState().loadDay();
    fake.main.failing.set('getDay', 'internal');
    await store.getState().loadDay();
    expect(store.getState().day).toMatchObject({
      status: 'failed',
      code: 'internal',
      value: { figures: { date: '2026-11-19' } },
    });
  });
});

describe('the week', () => {
  test('is saved with the dates that are shown', async () => {
    const { fake, store } = setUp();
    await store.getState().showWeek('2026-11-12');
    await store.getState().saveWeek();
    expect(fake.calls.at(-1)).toEqual(['saveReport', { from: '2026-11-09', to: '2026-11-15' }]);
    expect(store.getState().saving).toEqual({ status: 'saved' });
  });

  test('a cancelled dialog says nothing, a failure says why', async () => {
    const { fake, store } = setUp({ saves: false });
    await store.getState().loadWeek();
    await store.getState().saveWeek();
    expect(store.getState()).toMatchObject({ saving: { status: 'idle' }, failure: null });
    fake.main.failing.set('saveReport', 'not-saved');
    await store.getState().saveWeek();
    expect(store.getState()).toMatchObject({ saving: { status: 'idle' }, failure: 'not-saved' });
    store.getState().dismissFailure();
    expect(store.getState().failure).toBeNull();
  });
});

describe('the trends', () => {
  test('are asked for when their page is open, and kept up with', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    expect(fake.calls.map(([method]) => method)).not.toContain('getTrends');
    fake.calls.length = 0;
    store.getState().openPage('trends');
    await settle();
    fake.pushSpans();
    await settle();
    fake.pushSettings(fake.main.settings);
    await settle();
    expect(fake.calls.filter(([method]) => method === 'getTrends')).toHaveLength(3);
    expect(store.getState().trends).toMatchObject({ status: 'ready', value: { year: 2026 } });
    await store.getState().showYear(2025);
    expect(fake.calls.at(-1)).toEqual(['getTrends', 2025]);
    expect(store.getState().trends).toMatchObject({ status: 'ready', value: { year: 2025 } });
  });

  test('open a week', async () => {
    const { store } = setUp();
    await store.getState().openWeek('2026-11-12');
    expect(store.getState()).toMatchObject({
      page: 'week',
      week: { status: 'ready', value: { week: { week: '2026-W46' } } },
    });
  });
});

describe('commands', () => {
  test('the new state of the tracker comes by push alone', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    await store.getState().pause(15);
    expect(fake.calls).toContainEqual(['pause', 15]);
    expect(store.getState().tracker).toMatchObject({ value: { state: 'paused' } });
    await store.getState().resume();
    expect(store.getState().tracker).toMatchObject({ value: { state: 'tracking' } });
  });

  test('a refused command leaves everything as it was and is told', async () => {
    const { fake, store } = setUp();
    startSync(fake.api, store, never);
    await settle();
    fake.main.failing.set('pause', 'untrusted-sender');
    fake.main.failing.set('setSettings', 'not-saved');
    await store.getState().pause('open-ended');
    expect(store.getState()).toMatchObject({
      failure: 'untrusted-sender',
      tracker: { value: { state: 'tracking' } },
    });
    expect(await store.getState().changeSettings({ theme: 'dark' })).toBe(false);
    expect(store.getState()).toMatchObject({
      failure: 'not-saved',
      settings: { value: { theme: 'system' } },
    });
  });
});
