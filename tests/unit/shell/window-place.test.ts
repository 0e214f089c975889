import { expect, test } from 'vitest';
import { createNews } from '../../../electron/news.ts';
import { keepPlace } from '../../../electron/shell/window-place.ts';

const WEEK = {
  page: 'week',
  shownDay: null,
  shownWeek: '2026-01-14',
  shownYear: null,
  privacyTab: 'proof',
} as const;

test('a window begins where the one before it was left, and the next one at the beginning', async () => {
  const news = createNews();
  let left = 0;
  news.on('window-left', () => (left += 1));
  const { handlers } = keepPlace(news);
  expect(await handlers['window:place']()).toBe(null);
  await handlers['window:leave'](WEEK);
  expect(left).toBe(1);
  expect(await handlers['window:place']()).toEqual(WEEK);
  expect(await handlers['window:place']()).toBe(null);
});

test('a page that was chosen before its window is there comes first', async () => {
  const news = createNews();
  const { handlers } = keepPlace(news);
  await handlers['window:leave'](WEEK);
  news.tell('page-chosen', 'trends');
  expect(await handlers['window:place']()).toEqual({ ...WEEK, page: 'trends' });
  news.tell('page-chosen', 'settings');
  expect(await handlers['window:place']()).toMatchObject({ page: 'settings', shownWeek: null });
});
