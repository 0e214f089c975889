/** @file The hub that the parts of the app tell each other news by, and how they stop. */
import { describe, expect, test } from 'vitest';
import { createNews, createParts, stopAll } from '../../../electron/news.ts';

describe('news', () => {
  test('is told to all who listen, in their order, before telling ends', () => {
    const news = createNews();
    const heard: string[] = [];
    news.on('spans-changed', (by) => heard.push(`first ${by}`));
    news.on('spans-changed', (by) => heard.push(`second ${by}`));
    news.on('round', () => heard.push('round'));
    news.tell('spans-changed', 'others');
    expect(heard).toEqual(['first others', 'second others']);
  });

  test('is no longer told to who stopped listening, also while it is told', () => {
    const news = createNews();
    const heard: string[] = [];
    news.on('round', () => {
      heard.push('first');
      stop();
    });
    const stop = news.on('round', () => heard.push('second'));
    news.tell('round', null);
    news.tell('round', null);
    expect(heard).toEqual(['first', 'first']);
  });

  test('fails whoever tells it where a listener fails', () => {
    const news = createNews();
    news.on('progress', () => {
      throw new Error('No room');
    });
    expect(() => news.tell('progress', { of: 'report', share: 1 })).toThrow('No room');
  });
});

describe('parts', () => {
  test('stop once, each before those that it was built upon, whatever one of them does', () => {
    const stopped: string[] = [];
    const errors: unknown[] = [];
    const parts = createParts((error) => errors.push(error));
    const broken = new Error('Stuck');
    parts.keep({ stop: () => stopped.push('store') });
    parts.keep({
      stop: () => {
        throw broken;
      },
    });
    const tracker = parts.keep({ name: 'tracker', stop: () => stopped.push('tracker') });
    expect(tracker.name).toBe('tracker');
    parts.stop();
    parts.stop();
    expect(stopped).toEqual(['tracker', 'store']);
    expect(errors).toEqual([broken]);
  });

  test('let go of all that they listened to', () => {
    const news = createNews();
    const heard: string[] = [];
    const stop = stopAll([
      news.on('round', () => heard.push('round')),
      news.on('copies-gone', () => heard.push('copies')),
    ]);
    stop();
    news.tell('round', null);
    news.tell('copies-gone', null);
    expect(heard).toEqual([]);
  });
});
