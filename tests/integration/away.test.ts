/** @file A data folder that cannot be reached: measured in memory, and stored once it is back, with no second database. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { type TestContext, describe, expect, onTestFinished, test } from 'vitest';
import { createAwayDesk } from '../../electron/data-folder/moving/away-handlers.ts';
import { createSettingsStore, keepUnsaved } from '../../electron/settings/settings-store.ts';
import { type WhyAway, createAway } from '../../electron/data-folder/away.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { readMoved, writeMoved } from '../../electron/data-folder/moved-folder.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { openSpanStore } from '../../electron/storage/span-store.ts';
import { createRecorder } from '../../electron/tracking/recorder.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { FindWay } from '../../shared/ipc/away.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { AMSTERDAM } from '../support/days.ts';
import { allSpans, folderWithSpans, someSpans, withDatabase } from '../support/stored-spans.ts';
import { movedToDisk } from '../support/pullable-disk.ts';
import { tempDir } from '../support/temp-dir.ts';

const COUNT = 10;

/** Monday 12:00 to 13:00 in Amsterdam: half before the break at 12:30, half in it. */
const NOON_MS = Date.UTC(2026, 10, 16, 11);
const MINUTE_MS = 60_000;

/** The data moved to a folder, which is then away; `place` is where its disk is mounted. */
function moved(settings?: object): { home: string; folder: DataFolder; away: string } {
  const home = tempDir();
  const folder = folderWithSpans(COUNT);
  if (settings) writeFileSync(folder.settings, JSON.stringify(settings));
  writeMoved(home, { dir: folder.dir });
  const away = `${folder.dir}-away`;
  renameSync(folder.dir, away);
  return { home, folder, away };
}

/** The services of the app that matter here, over a folder that is away. */
function startApp(folder: DataFolder, home: string, why: WhyAway | null = 'out-of-reach') {
  const away = createAway(why);
  const store = openSpanStore({
    folder,
    nowMs: () => NOON_MS,
    away,
    onRecovered: () => undefined,
  });
  const settingsFile = keepUnsaved(() => {
    away.require();
    const read: unknown = existsSync(folder.settings)
      ? JSON.parse(readFileSync(folder.settings, 'utf8'))
      : {};
    return { get: () => read, set: () => undefined };
  });
  const recorder = createRecorder({
    settings: DEFAULT_SETTINGS,
    floorMs: -Infinity,
    store: away.storing(store.apply),
  });
  const settings = createSettingsStore(settingsFile, (changed) => {
    recorder.setSettings(changed);
  });
  let nowMs = NOON_MS;
  const moment = () => ({ atMs: nowMs, monoMs: nowMs, idleMs: 0 });
  const restarts: number[] = [];
  let chosen: string | undefined;
  const desk = createAwayDesk({
    away,
    store,
    folder,
    home,
    tracker: {
      recorder,
      halt: (halt) => {
        recorder.halt(moment(), halt);
      },
      release: (halt) => {
        recorder.release(moment(), halt);
      },
    },
    settings,
    rulesOf: (of) => of,
    loadFor: () => Promise.resolve(),
    nowMs: () => nowMs,
    askForFolder: () => Promise.resolve(chosen),
    restart: () => restarts.push(nowMs),
    onBack: () => undefined,
    onError: () => undefined,
  });
  return {
    desk,
    store,
    settings,
    restarts,
    find: (way: FindWay, dir?: string) => {
      chosen = dir;
      return desk.handlers['data:find'](way);
    },
    /** Sees the feed for a while, minute by minute. */
    measure(minutes = 60) {
      const app = 'Google Chrome';
      for (let minute = 0; minute <= minutes; minute += 1, nowMs += MINUTE_MS) {
        recorder.see(moment(), AMSTERDAM, {
          kind: 'window',
          key: app,
          sample: { app, title: 'Feed | LinkedIn - Google Chrome' },
        });
      }
      nowMs -= MINUTE_MS;
    },
    close: () => {
      store.close();
    },
  };
}

const feed = (fromMinute: number, toMinute: number): Span => ({
  startedAtMs: NOON_MS + fromMinute * MINUTE_MS,
  endedAtMs: NOON_MS + toMinute * MINUTE_MS,
  activity: 'feed',
  zone: AMSTERDAM,
  relabelled: false,
  manual: false,
});

const stored = (folder: DataFolder) => withDatabase(folder, allSpans);

test('nothing is made in the place of data that are away, be it missing or an empty mount point', () => {
  const { folder, home } = moved();
  const first = startApp(folder, home);
  first.measure();
  first.close();
  expect(existsSync(folder.dir)).toBe(false);
  mkdirSync(folder.dir);
  const second = startApp(folder, home);
  second.settings.set({ idleSeconds: 90 });
  second.measure();
  second.close();
  expect(readdirSync(folder.dir)).toEqual([]);
  expect(readdirSync(home)).toEqual(['folder.json']);
});

test('once the folder is back, its settings hold and what was measured meanwhile is stored', async () => {
  const { folder, home, away } = moved({ idleSeconds: 240 });
  const app = startApp(folder, home);
  app.measure();
  expect(await app.find('look')).toBe('away');
  renameSync(away, folder.dir);
  expect(await app.find('look')).toBe('back');
  expect(app.settings.get().idleSeconds).toBe(240);
  expect(app.desk.notices()).toEqual([{ code: 'data-back' }]);
  expect(app.restarts).toEqual([]);
  app.close();
  expect(stored(folder)).toEqual([...someSpans(COUNT), feed(0, 60)]);
});

test('what the user set meanwhile holds once the folder is back, before it is written and after', async () => {
  const { folder, home, away } = moved({ idleSeconds: 240, language: 'nl' });
  const app = startApp(folder, home);
  app.settings.set({ idleSeconds: 90 });
  renameSync(away, folder.dir);
  expect(await app.find('look')).toBe('back');
  expect(app.settings.get()).toMatchObject({ idleSeconds: 90, language: 'nl' });
  app.close();
});

test.each([
  ['paused without an end', { pause: { untilMs: null } }, []],
  ['paused for a while', { pause: { untilMs: NOON_MS + 20 * MINUTE_MS } }, [feed(20, 60)]],
  ['measured in working time alone', { measureOutside: false }, [feed(0, 30)]],
] as const)('what the user had %s is not stored afterwards', async (_name, settings, expected) => {
  const { folder, home, away } = moved(settings);
  const app = startApp(folder, home);
  app.measure();
  renameSync(away, folder.dir);
  expect(await app.desk.look()).toBe(true);
  app.close();
  expect(stored(folder).slice(COUNT)).toEqual(expected);
});

test('the user can show where the data are now, which they are then stored in', async () => {
  const { folder, home, away } = moved();
  const app = startApp(folder, home);
  app.measure();
  expect(await app.find('locate')).toBe('cancelled');
  expect(await app.find('locate', tempDir())).toBe('no-data');
  expect(readMoved(home)).toEqual({ dir: folder.dir });
  expect(await app.find('locate', away)).toBe('restarting');
  expect(app.restarts).toHaveLength(1);
  app.close();
  expect(readMoved(home)).toEqual({ dir: away });
  expect(stored(dataFolder(away))).toEqual([...someSpans(COUNT), feed(0, 60)]);
});

test("or go on in the app's own folder, and the other one stays as it is", async () => {
  const { folder, home, away } = moved();
  const app = startApp(folder, home);
  app.measure();
  expect(await app.find('own-folder')).toBe('restarting');
  app.close();
  expect(readMoved(home)).toBeUndefined();
  expect(stored(dataFolder(home))).toEqual([feed(0, 60)]);
  expect(stored(dataFolder(away))).toEqual(someSpans(COUNT));
});

test('a folder that cannot be used is refused, and measuring goes on', async () => {
  const { folder, home } = moved();
  const app = startApp(folder, home, 'unknown');
  const foreign = dataFolder(tempDir());
  mkdirSync(foreign.database);
  expect(await app.find('locate', foreign.dir)).toBe('refused');
  expect(await app.find('look')).toBe('away');
  expect(app.restarts).toEqual([]);
  expect(readMoved(home)).toEqual({ dir: folder.dir });
  app.close();
});

test('what is stored already in the time that was measured meanwhile stays as it is', async () => {
  const { folder, home, away } = moved();
  const there: Span = { ...feed(10, 20), activity: 'messaging' };
  withDatabase(dataFolder(away), (database) =>
    createSpanRepository(database).apply({ saved: [there], removed: [] }),
  );
  const app = startApp(folder, home);
  app.measure();
  // The window has looked meanwhile.
  expect(app.store.count()).toBe(0);
  renameSync(away, folder.dir);
  expect(await app.find('look')).toBe('back');
  app.close();
  expect(stored(folder).slice(COUNT)).toEqual([feed(0, 10), there, feed(20, 60)]);
});

describe('a disk that is pulled while the app runs', () => {
  function running(context: TestContext) {
    const home = tempDir();
    const folder = folderWithSpans(COUNT);
    const disk = movedToDisk(context, folder);
    const app = startApp(folder, home, null);
    onTestFinished(app.close);
    app.measure(20);
    disk.pull();
    app.measure(20);
    return { home, folder, disk, app };
  }

  test('is told of, and what was measured meanwhile is stored once it is back', async (context) => {
    const { folder, disk, app } = running(context);
    expect(app.desk.view()).toEqual({ dir: folder.dir, wasThere: true, isFixed: false });
    expect(await app.find('look')).toBe('away');
    app.settings.set({ idleSeconds: 90 });
    expect(readdirSync(folder.dir)).toEqual([]);
    // Who pauses now has not paused before.
    app.settings.set({ pause: { untilMs: null } });
    disk.plug();
    expect(await app.find('look')).toBe('back');
    expect(app.desk.view()).toBeNull();
    expect(app.desk.notices()).toEqual([{ code: 'data-back' }]);
    expect(app.settings.get()).toMatchObject({ idleSeconds: 90, pause: { untilMs: null } });
    app.close();
    expect(stored(folder)).toEqual([...someSpans(COUNT), feed(0, 40)]);
  });

  test('and holds other spans when it is back keeps those', async (context) => {
    const { folder, disk, app } = running(context);
    const there: Span = { ...feed(30, 35), activity: 'messaging' };
    withDatabase(dataFolder(disk.elsewhere), (database) =>
      createSpanRepository(database).apply({ saved: [there], removed: [] }),
    );
    disk.plug();
    expect(await app.find('look')).toBe('back');
    app.close();
    expect(stored(folder).slice(COUNT)).toEqual([feed(0, 30), there, feed(35, 40)]);
  });

  test('can be gone on without', async (context) => {
    const { home, folder, app } = running(context);
    writeMoved(home, { dir: folder.dir });
    expect(await app.find('own-folder')).toBe('restarting');
    app.close();
    const [measured] = stored(dataFolder(home));
    expect(measured?.endedAtMs).toBe(feed(0, 40).endedAtMs);
    expect(readdirSync(folder.dir)).toEqual([]);
  });
});
