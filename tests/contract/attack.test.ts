/**
 * @file Random messages on every channel, to the real handlers over a real database: each is refused with
 * a code or is an honest call, nothing crashes, and nothing stored changes.
 */
import { statSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels } from '../../electron/ipc/register-handlers.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { CONTRACT, type Channel } from '../../shared/ipc/contract.ts';
import { FAILURE_CODES } from '../../shared/ipc/reply.ts';
import { attackedHandlers } from '../support/attacked-handlers.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Messages in all. */
const MESSAGES = 100_000;
const SPAN = {
  startedAtMs: Date.UTC(2026, 10, 16, 9),
  endedAtMs: Date.UTC(2026, 10, 16, 9, 20),
  activity: 'networking',
  zone: 'Europe/Amsterdam',
  relabelled: false,
  manual: false,
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
  const { registered, effects, unexpected } = attackedHandlers({
    folder,
    database,
    repository,
    nowMs: Date.UTC(2026, 10, 16, 12),
  });
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
