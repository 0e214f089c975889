/** @file Exports as real watchers leave them, each with what it has to become. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memorySpans, runImport } from './make-export.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/activitywatch');
const NOW_MS = Date.parse('2026-11-24T12:00:00Z');

/** LinkedIn time of a file by activity and its first and last minute, in UTC. */
async function linkedInOf(file: string) {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const spans = memorySpans();
  await runImport(text, { nowMs: NOW_MS }, spans);
  const count = spans.all.length;
  const again = await runImport(text, { nowMs: NOW_MS }, spans);
  expect([again.counts.spans, spans.all.length]).toEqual([0, count]);
  const minute = (ms: number) => new Date(ms).toISOString().slice(5, 16);
  return spans.all
    .filter(({ activity }) => activity !== 'elsewhere')
    .map(({ activity, startedAtMs, endedAtMs }) => [
      activity,
      minute(startedAtMs),
      minute(endedAtMs),
    ]);
}

test.each([
  // A weekend away is one event of the AFK watcher; the window behind the lock screen goes on counting.
  ['absence-of-a-weekend.json', [['feed', '11-20T16:30', '11-20T16:40']]],
  ['absence-of-a-night.json', [['feed', '11-20T16:30', '11-20T16:40']]],
  // Vivaldi says that it is Chrome, which is open beside it.
  [
    'vivaldi-as-chrome.json',
    [
      ['messaging', '11-19T08:30', '11-19T09:00'],
      ['messaging', '11-19T09:20', '11-19T09:30'],
    ],
  ],
  [
    'synced-from.json',
    [
      ['private', '11-19T09:00', '11-19T09:10'],
      ['messaging', '11-19T09:10', '11-19T09:20'],
    ],
  ],
  ['phone-beside-computer.json', [['feed', '11-19T09:05', '11-19T09:15']]],
  [
    'two-names-of-one-mac.json',
    [
      ['feed', '11-19T09:00', '11-19T09:10'],
      ['feed', '11-19T09:55', '11-19T10:00'],
    ],
  ],
])('%s', async (file, spans) => {
  expect(await linkedInOf(file)).toEqual(spans);
});
