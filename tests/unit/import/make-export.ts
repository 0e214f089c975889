import { Readable } from 'node:stream';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { type ImportCounts, importActivityWatch } from '../../../electron/import/activitywatch.ts';
import type { ImportOptions, ImportPlan } from '../../../electron/import/plan.ts';
import type { SpanRepository } from '../../../electron/storage/span-repository.ts';

/** A Monday, 09:00 in Amsterdam. */
export const START_MS = Date.parse('2026-01-05T08:00:00.000Z');

/** A timestamp as ActivityWatch writes it, some seconds after {@link START_MS}. */
export function at(seconds: number): string {
  return new Date(START_MS + seconds * 1000).toISOString().replace('Z', '000+00:00');
}

interface ExportedEvent {
  readonly id?: number;
  readonly timestamp: unknown;
  readonly duration: unknown;
  readonly data: unknown;
}

/** An event from one second to another. */
function event(from: number, to: number, data: unknown): ExportedEvent {
  return { timestamp: at(from), duration: to - from, data };
}

export const windowEvent = (from: number, to: number, title: string, app = 'Google Chrome') =>
  event(from, to, { app, title });
export const afkEvent = (from: number, to: number, status: string) => event(from, to, { status });
/** @param shown the window that shows the page, with what its browser writes behind the title. */
export const pageEvent = (
  from: number,
  to: number,
  url: string,
  shown: string,
  incognito = false,
) => {
  const title = shown.replace(/ - Google Chrome$/, '');
  return event(from, to, { url, title, audible: false, incognito, tabCount: 7 });
};

export const FEED = 'Feed | LinkedIn - Google Chrome';
export const MESSAGING = '(3) Messaging | LinkedIn - Google Chrome';
export const NETWORK = 'My Network | LinkedIn - Google Chrome';
export const JOBS = 'Jobs | LinkedIn - Google Chrome';
export const MAIL = 'Inbox - Example Mail - Google Chrome';
export const FEED_URL = 'https://www.linkedin.com/feed/';
export const MESSAGING_URL = 'https://www.linkedin.com/messaging/thread/1/';
export const OTHER_URL = 'https://example.com/';

/** A bucket of an export, with what ActivityWatch has in it besides. */
export function bucket(
  watcher: string,
  type: string,
  events: readonly unknown[],
  hostname = 'desk',
): Record<string, unknown> {
  return {
    [`${watcher}_${hostname}`]: {
      id: `${watcher}_${hostname}`,
      created: '2025-01-01T00:00:00.000000+00:00',
      name: null,
      type,
      client: watcher,
      hostname,
      data: {},
      events,
    },
  };
}

export const windows = (events: readonly unknown[], hostname?: string) =>
  bucket('aw-watcher-window', 'currentwindow', events, hostname);
export const afk = (events: readonly unknown[], hostname?: string) =>
  bucket('aw-watcher-afk', 'afkstatus', events, hostname);
export const pages = (events: readonly unknown[], hostname?: string, browser = 'chrome') =>
  bucket(`aw-watcher-web-${browser}`, 'web.tab.current', events, hostname);

/** The text of an export with these buckets. */
export function exportOf(...buckets: readonly Record<string, unknown>[]): string {
  return JSON.stringify({ buckets: Object.assign({}, ...buckets) as unknown });
}

/** The spans of a repository in memory, by time. */
export interface MemorySpans extends Pick<SpanRepository, 'between' | 'apply'> {
  readonly all: Span[];
}

export function memorySpans(spans: readonly Span[] = []): MemorySpans {
  const all = [...spans];
  return {
    all,
    between: (fromMs, toMs) =>
      all.filter(({ startedAtMs, endedAtMs }) => startedAtMs < toMs && endedAtMs > fromMs),
    apply({ saved }) {
      all.push(...saved);
      all.sort((a, b) => a.startedAtMs - b.startedAtMs);
    },
  };
}

/** A text in pieces of some bytes, which cut characters in two. */
export function piecesOf(text: string, bytes = 65_536): AsyncIterable<Uint8Array> {
  const all = Buffer.from(text);
  return Readable.from(
    Array.from({ length: Math.ceil(all.length / bytes) }, (_, index) =>
      all.subarray(index * bytes, (index + 1) * bytes),
    ),
  );
}

export const OPTIONS: ImportOptions = {
  settings: DEFAULT_SETTINGS,
  zone: 'Europe/Amsterdam',
  nowMs: START_MS + 300 * 86_400_000,
  name: 'export.json',
};

/** Imports a text and returns what came of it. */
export async function runImport(
  text: string,
  options: Partial<ImportOptions> = {},
  spans: MemorySpans = memorySpans(),
): Promise<{ counts: ImportCounts; plan: ImportPlan; spans: Span[] }> {
  const result = await importActivityWatch(spans, piecesOf(text), { ...OPTIONS, ...options });
  return { ...result, spans: spans.all };
}

/** Spans in brief: activity, first and last second after {@link START_MS}. */
export function brief(spans: readonly Span[]): [Activity, number, number][] {
  return spans.map(({ activity, startedAtMs, endedAtMs }) => [
    activity,
    (startedAtMs - START_MS) / 1000,
    (endedAtMs - START_MS) / 1000,
  ]);
}
