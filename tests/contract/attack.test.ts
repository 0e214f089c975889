/**
 * @file Random messages on every channel, to the real handlers over a real database: each is refused with
 * a code or is an honest call, nothing crashes, and nothing stored changes.
 */
import { statSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDataHandlers,
  type DataHandlerNeeds,
} from '../../electron/everything/data-handlers.ts';
import { createMoveHandlers, type MoveNeeds } from '../../electron/everything/move-handlers.ts';
import { createHandlers, type HandlerNeeds } from '../../electron/handlers.ts';
import {
  channels,
  type IpcRegistry,
  registerHandlers,
} from '../../electron/ipc/register-handlers.ts';
import { isTrustedSender } from '../../electron/ipc/trusted-sender.ts';
import { readFiles, readTables } from '../../electron/privacy/stored.ts';
import { dataFolder } from '../../electron/storage/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createGuidelineHandlers } from '../../electron/guideline-handlers.ts';
import { createRuleHandlers } from '../../electron/rules/rule-handlers.ts';
import { createWindowWatch } from '../../electron/rules/window-watch.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { CONTRACT, type Channel } from '../../shared/ipc/contract.ts';
import { FAILURE_CODES } from '../../shared/ipc/reply.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { INFO, SIGHT, TRACKING } from '../support/fake-views.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Messages in all. */
const MESSAGES = 100_000;
const SPAN = {
  startedAtMs: Date.UTC(2026, 10, 16, 9),
  endedAtMs: Date.UTC(2026, 10, 16, 9, 20),
  activity: 'networking',
  zone: 'Europe/Amsterdam',
  relabelled: false,
} as const;

const OWN = { url: 'app://sweetspot/index.html', parent: null };
const FRAMES = [
  null,
  { ...OWN, parent: {} },
  { url: 'https://sweetspot.example/', parent: null },
  { url: 'app://sweetspot@example/', parent: null },
];

/** Keys that reach an object's prototype where somebody copies them carelessly. */
const POISON = ['__proto__', 'constructor', 'prototype', 'toString'].map(
  (key) => JSON.parse(`{${JSON.stringify(key)}:{"polluted":true},"kind":"everything"}`) as unknown,
);

const argument = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, maxDepth: 3 }),
  fc.constantFrom(...POISON),
  fc.integer({ min: 100, max: 4000 }).map((depth) => {
    const text = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    return JSON.parse(text) as unknown;
  }),
  fc.constantFrom('x'.repeat(100_000), '../../etc/passwd', '2026-13-45', Number.MAX_VALUE, -0),
);

test(`${MESSAGES} random messages change nothing`, { timeout: 240_000 }, async () => {
  const folder = dataFolder(tempDir());
  const database = openDatabase(folder);
  const repository = createSpanRepository(database);
  repository.apply({ saved: [SPAN], removed: [] });
  const effects: string[] = [];
  const needs = {
    info: () => INFO,
    spans: () => repository,
    settings: {
      get: () => DEFAULT_SETTINGS,
      set: () => {
        effects.push('settings');
        return DEFAULT_SETTINGS;
      },
      fellBack: [],
    },
    nowMs: () => Date.UTC(2026, 10, 16, 12),
    zone: () => 'Europe/Amsterdam',
    status: () => TRACKING,
    onRefused: () => undefined,
    privacy: () => ({
      refusedSinceStart: 0,
      refusedEver: 0,
      listening: null,
      dir: folder.dir,
      location: 'local',
      files: readFiles(folder),
      tables: readTables(database),
    }),
    corrections: {
      erase: () => effects.push('erase'),
      relabel: () => effects.push('relabel'),
      remove: () => effects.push('delete'),
      undo: () => effects.push('undo'),
      offers: () => [],
      log: () => ({ actions: [], count: 0 }),
    },
    askForFile: () => {
      effects.push('save');
      return Promise.resolve(undefined);
    },
    writeFile: () => Promise.reject(new Error('Nothing may be written')),
    rules: createRuleHandlers({
      settings: () => DEFAULT_SETTINGS,
      windows: createWindowWatch({
        nowMs: () => 0,
        ownApps: ['Sweetspot'],
        later: () => () => undefined,
      }),
      askWhereToSave: () => Promise.resolve(undefined),
      askWhichToOpen: () => Promise.resolve(undefined),
      writeFile: () => Promise.reject(new Error('Nothing may be written')),
      readFile: () => Promise.reject(new Error('Nothing may be read')),
    }),
    everything: {
      ...createMoveHandlers({
        store: { database },
        tracker: { halt: () => effects.push('halt') },
        folder: dataFolder('/nowhere'),
        home: '/nowhere',
        askForFolder: () => Promise.resolve(undefined),
        restart: () => effects.push('restart'),
        onError: () => effects.push('move'),
      } as unknown as MoveNeeds),
      ...createDataHandlers({
        store: { database },
        tracker: {
          halt: () => effects.push('halt'),
          release: () => undefined,
          recorder: undefined,
        },
        settings: { get: () => DEFAULT_SETTINGS, set: () => effects.push('settings') },
        askWhereToSave: () => Promise.resolve(undefined),
        askWhichToOpen: () => Promise.resolve(undefined),
        writePieces: () => Promise.reject(new Error('Nothing may be written')),
        readFile: () => Promise.reject(new Error('Nothing may be read')),
        nowMs: () => 0,
        zone: () => 'UTC',
        onTaken: () => effects.push('taken'),
      } as unknown as DataHandlerNeeds),
    },
    guideline: createGuidelineHandlers(() => Promise.resolve(undefined)),
    autostart: {
      available: true,
      isOn: () => false,
      turn: () => effects.push('autostart'),
      refresh: () => undefined,
    },
    timer: {
      tracker: {
        startTimer: () => {
          effects.push('timer');
          return true;
        },
        stopTimer: () => effects.push('timer'),
        forgetTimed: () => effects.push('timer'),
        status: () => TRACKING,
      },
    },
    sight: {
      'sight:get': () => SIGHT,
      'sight:act': () => {
        effects.push('sight');
        return SIGHT;
      },
    },
    notes: { store: { database } },
    rulesOf: () => [],
    copyText: () => {
      effects.push('copy');
      return Promise.resolve();
    },
    printPage: () => {
      effects.push('print');
      return Promise.resolve(new Uint8Array());
    },
    // Holidays need a table of their own, which no random message may load.
    holidays: {
      load: () => Promise.resolve(),
      countries: () => [],
      holidaysOf: () => [],
      rulesOf: (settings: unknown) => settings,
    },
  } as unknown as HandlerNeeds;

  const registered = new Map<string, Parameters<IpcRegistry['handle']>[1]>();
  const unexpected: string[] = [];
  registerHandlers(
    { handle: (channel, listener) => registered.set(channel, listener) },
    createHandlers(needs),
    {
      isTrusted: isTrustedSender,
      onUnexpected: (channel, error) => unexpected.push(`${channel} ${String(error)}`),
    },
  );
  const before = readFileSync(folder.database);
  const bytes = statSync(folder.database).size;
  const seen = new Map<Channel, Set<string>>();
  let sent = 0;

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...channels()),
      fc.constantFrom(OWN, OWN, OWN, ...FRAMES),
      fc.array(argument, { maxLength: 3 }),
      async (channel, senderFrame, args) => {
        sent += 1;
        const effectsBefore = effects.length;
        const reply = await registered.get(channel)?.({ senderFrame }, ...args);
        const isHonest = senderFrame === OWN && CONTRACT[channel].args.safeParse(args).success;
        const code = reply === undefined ? 'none' : reply.ok ? 'ok' : reply.code;
        seen.set(channel, (seen.get(channel) ?? new Set()).add(code));
        if (isHonest) return;
        expect(code).toBe(senderFrame === OWN ? 'invalid-args' : 'untrusted-sender');
        expect(FAILURE_CODES).toContain(code);
        expect(effects).toHaveLength(effectsBefore);
      },
    ),
    { numRuns: MESSAGES },
  );

  expect(sent).toBe(MESSAGES);
  expect(unexpected).toEqual([]);
  expect(repository.between(0, Number.MAX_SAFE_INTEGER)).toEqual([SPAN]);
  expect(statSync(folder.database).size).toBe(bytes);
  expect(readFileSync(folder.database).equals(before)).toBe(true);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  // Every channel was sent what it refuses.
  for (const channel of channels()) {
    expect([...(seen.get(channel) ?? [])]).toEqual(
      expect.arrayContaining(['untrusted-sender', 'invalid-args']),
    );
  }
  database.close();
});
