import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { storeInTurns } from '../../../electron/import/history-in-turns.ts';
import {
  createImportHandlers,
  type ImportNeeds,
} from '../../../electron/import/import-handlers.ts';
import { type ImportPlan, planImport } from '../../../electron/import/plan.ts';
import { readInWorker } from '../../../electron/import/read-in-worker.ts';
import { Failure } from '../../../electron/ipc/failure.ts';
import { createActionLog } from '../../../electron/storage/action-log.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import {
  brief,
  exportOf,
  FEED,
  MAIL,
  OPTIONS,
  piecesOf,
  START_MS,
  windowEvent,
  windows,
} from './make-export.ts';

const WORKER = new URL('../../../electron/import/import-worker.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'sweetspot-import-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** More stretches than are made ready in a turn. */
const MANY = 1_000;
const text = exportOf(
  windows(
    Array.from({ length: MANY }, (_, index) =>
      windowEvent(index * 10, index * 10 + 10, index % 2 ? FEED : MAIL),
    ),
  ),
);

let database: ReturnType<typeof openMemoryDatabase>;
let plan: ImportPlan;
beforeEach(async () => {
  database = openMemoryDatabase();
  plan = await planImport(piecesOf(text), OPTIONS);
});

const stored = () => createSpanRepository(database).between(0, Number.MAX_SAFE_INTEGER);
const keep = (from: number, to: number) => {
  createSpanRepository(database).apply({
    saved: [
      {
        startedAtMs: START_MS + from * 1_000,
        endedAtMs: START_MS + to * 1_000,
        activity: 'messaging',
        zone: 'Europe/Amsterdam',
        relabelled: false,
        manual: false,
      },
    ],
    removed: [],
  });
};
const OPEN = {
  signal: new AbortController().signal,
  nowMs: () => 7,
  onProgress: () => undefined,
};

describe('storing in turns', () => {
  test('stores what is new, notes it once, and changes nothing the second time', async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    expect(await storeInTurns(database, plan, { ...OPEN, onProgress })).toBe(MANY);
    const before = stored();
    expect(before).toHaveLength(MANY);
    expect(shares.at(-1)).toBe(1);
    expect(await storeInTurns(database, plan, OPEN)).toBe(0);
    expect(stored()).toEqual(before);
    expect(createActionLog(database).newest(9)).toMatchObject([
      { kind: 'imported', spans: MANY, atMs: 7, startMs: null },
    ]);
  });

  test('keeps nothing where it is stopped, however far it is', async () => {
    const stop = new AbortController();
    const storing = storeInTurns(database, plan, {
      ...OPEN,
      signal: stop.signal,
      onProgress: (share) => {
        if (share > 0.5) stop.abort(new Error('enough'));
      },
    });
    await expect(storing).rejects.toThrow('enough');
    expect(stored()).toEqual([]);
    expect(createActionLog(database).count()).toBe(0);
    expect(await storeInTurns(database, plan, OPEN)).toBe(MANY);
  });

  test('leaves the time to what was stored meanwhile', async () => {
    let changed = false;
    const spans = await storeInTurns(database, plan, {
      ...OPEN,
      onProgress: () => {
        if (!changed) keep(15, 35);
        changed = true;
      },
    });
    expect(spans).toBe(MANY - 3);
    expect(brief(stored()).slice(0, 3)).toEqual([
      ['elsewhere', 0, 10],
      ['messaging', 15, 35],
      ['elsewhere', 40, 50],
    ]);
  });
});

/** Handlers over the memory, which read a file of the test's in the true worker. */
function handlersFor(file: string, more: Partial<ImportNeeds> = {}) {
  const shares: number[] = [];
  const taken: string[] = [];
  const needs: ImportNeeds = {
    store: { database },
    tracker: {
      halt: () => taken.push('halt'),
      release: () => taken.push('release'),
      recorder: {
        unsaved: new Map(),
        forgetClosed: () => taken.push('forget'),
      } as unknown as ImportNeeds['tracker']['recorder'],
    },
    settings: { get: () => OPTIONS.settings },
    askWhichToOpen: () => Promise.resolve(file),
    sizeOf: () => Promise.resolve(text.length),
    read: (task, options) => readInWorker(WORKER, task, options),
    onProgress: (share) => {
      shares.push(share);
    },
    nowMs: () => OPTIONS.nowMs,
    zone: () => 'Europe/Amsterdam',
    onTaken: () => taken.push('taken'),
    ...more,
  };
  return { handlers: createImportHandlers(needs), shares, taken };
}

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('in the app, an export', () => {
  test('is shown first, then stored once, with the open span stored before', async () => {
    const { handlers, taken } = handlersFor(write('export.json', text));
    const reading = await handlers['history:open']();
    expect(reading).toMatchObject({
      status: 'read',
      preview: { id: 1, events: MANY, spans: MANY, days: 1, from: '2026-01-05', skipped: [] },
    });
    expect(stored()).toEqual([]);
    expect(await handlers['history:take']({ id: 1, withPhones: false })).toEqual({ spans: MANY });
    expect(taken).toEqual(['halt', 'forget', 'release', 'taken']);
    expect(stored()).toHaveLength(MANY);
    await expect(handlers['history:take']({ id: 1, withPhones: false })).rejects.toBeInstanceOf(
      Failure,
    );
  });

  test.each([
    ['is no JSON', '<!doctype html>'.repeat(9), 'not-json'],
    ['breaks off', text.slice(0, -20), 'breaks-off'],
    ['has no buckets', '{"a":1}', 'no-buckets'],
    ['is a list', '[1]', 'no-object'],
    ['is nested too deep', `{"a":${'['.repeat(5_000)}`, 'too-deep'],
  ])('that %s is refused with the reason', async (_, content, problem) => {
    const { handlers } = handlersFor(write('refused.json', content));
    expect(await handlers['history:open']()).toEqual({ status: 'refused', problem });
    expect(stored()).toEqual([]);
  });

  test('that cannot be read is told as such', async () => {
    const { handlers } = handlersFor(join(folder, 'nowhere.json'));
    await expect(handlers['history:open']()).rejects.toMatchObject({ code: 'not-found' });
  });

  test('can be stopped while it is read, and while it is stored', async () => {
    const { handlers } = handlersFor(write('export.json', text), {
      onProgress: () => {
        void handlers['history:stop']();
      },
    });
    await expect(handlers['history:open']()).rejects.toMatchObject({ code: 'cancelled' });
    const { handlers: others } = handlersFor(join(folder, 'export.json'), {
      onProgress: (share) => {
        if (share > 0.5) void others['history:stop']();
      },
      sizeOf: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
    });
    await others['history:open']();
    await expect(others['history:take']({ id: 1, withPhones: false })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(stored()).toEqual([]);
  });
});
