/** @file Parts of the app are started alone: what they tell and listen to is the hub's. */
import { existsSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { tellWindow } from '../../../electron/ipc/tell-window.ts';
import { createNews } from '../../../electron/news.ts';
import { createNotices } from '../../../electron/notices/notices.ts';
import { keepSettings } from '../../../electron/settings/keep-settings.ts';
import { openStorage } from '../../../electron/storage/open-storage.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { allSpans, folderWithSpans, someSpans, withDatabase } from '../../support/stored-spans.ts';
import { tempDir } from '../../support/temp-dir.ts';

const clock = { nowMs: () => Date.UTC(2026, 10, 16), zone: () => 'Europe/Amsterdam' };

test('what is stored is opened alone, and closed for good by its stop', () => {
  const folder = folderWithSpans(0);
  const news = createNews();
  const storage = openStorage({ news, clock, folder, why: null, notices: createNotices() });
  const spans = someSpans(2);
  storage.store.apply({ saved: spans, removed: [] });
  storage.stop();
  expect(() => storage.store.between(0, clock.nowMs())).toThrow('not open');
  // Nothing listens any more.
  news.tell('round', null);
  expect(withDatabase(folder, allSpans)).toEqual(spans);
});

test('what is stored tells where it had to be put back while the app runs, and the settings come after it', () => {
  const folder = folderWithSpans(2);
  const news = createNews();
  const notices = createNotices();
  const told: string[] = [];
  news.on('database-renewed', () => told.push('database-renewed'));
  news.on('spans-changed', (by) => told.push(`spans-changed by ${by}`));
  news.on('notices-changed', () =>
    told.push(
      notices
        .now()
        .map(({ code }) => code)
        .join(),
    ),
  );
  const storage = openStorage({ news, clock, folder, why: null, notices });
  expect(told).toEqual([]);
  rmSync(folder.database);
  news.tell('round', null);
  expect(told).toEqual(['database-renewed', 'spans-changed by others', 'database-rewritten']);
  expect(existsSync(folder.database)).toBe(true);
  storage.stop();
});

test('settings are kept alone: each change is told, and what the disk refused is written once it can be', () => {
  const folder = dataFolder(tempDir());
  const news = createNews();
  const notices = createNotices();
  const themes: string[] = [];
  let written: object = {};
  let isFull = true;
  const settings = keepSettings({
    news,
    clock,
    folder,
    notices,
    away: { why: () => null },
    holidays: { loadFor: () => Promise.resolve() },
    open: () => ({
      get: () => written,
      set(patch) {
        if (isFull) throw new Error('No room');
        written = { ...written, ...patch };
      },
      setBeside: () => undefined,
    }),
  });
  news.on('settings-changed', ({ theme }) => themes.push(theme));
  settings.set({ theme: 'dark' });
  expect([themes, settings.isUnsaved(), written]).toEqual([['dark'], true, {}]);
  isFull = false;
  news.tell('storing-changed', true);
  expect([settings.isUnsaved(), written]).toEqual([false, { theme: 'dark' }]);
  isFull = true;
  settings.set({ theme: 'light' });
  isFull = false;
  settings.stop();
  expect(written).toEqual({ theme: 'light' });
});

test('the window is told what concerns it, until the part that tells it stops', () => {
  const news = createNews();
  const sent: unknown[] = [];
  const part = tellWindow({
    news,
    settings: { get: () => DEFAULT_SETTINGS },
    windows: () => [
      {
        isDestroyed: () => false,
        webContents: { send: (channel, payload) => sent.push([channel, payload]) },
      },
    ],
  });
  news.tell('spans-changed', 'tracker');
  news.tell('progress', { of: 'history', share: 0.5 });
  news.tell('notices-changed', null);
  news.tell('copies-gone', null);
  expect(sent).toEqual([
    ['spans:changed', null],
    ['history:progress', 0.5],
    ['settings:changed', DEFAULT_SETTINGS],
  ]);
  part.stop();
  news.tell('spans-changed', 'tracker');
  expect(sent.length).toBe(3);
});
