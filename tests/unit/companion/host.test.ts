import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LONGEST_MESSAGE, LONGEST_STATE, readState, WORDS } from '../../../companion/contract.ts';
import { createFrameReader } from '../../../companion/host/frames.ts';
import { HOST_SWITCH, hostBrowser, runHost } from '../../../companion/host/run-host.ts';
import { runtimeFolder } from '../../../companion/runtime-folder.ts';
import { frame, HELLO, message } from '../../support/native-messages.ts';
import { tempDir } from '../../support/temp-dir.ts';

const AT_MS = Date.UTC(2026, 10, 16, 9);
const PID = 4711;

/** A host in this process, over a folder of its own. */
function startHost(env: NodeJS.ProcessEnv = { XDG_RUNTIME_DIR: tempDir() }) {
  const input = new PassThrough();
  const exits: number[] = [];
  const exit = (code: number) => void exits.push(code);
  runHost({ browser: 'firefox', input, env, pid: PID, nowMs: () => AT_MS, exit });
  const folder = runtimeFolder(env);
  const files = () => readdirSync(folder);
  const state = () => readState(readFileSync(join(folder, `${PID}.json`), 'utf8'));
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const send = async (...parts: Buffer[]) => {
    for (const part of parts) input.write(part);
    await settle();
    await settle();
  };
  return { input, exits, folder, files, state, send };
}

describe('frames', () => {
  test('are read however they are cut', () => {
    const values = WORDS.map((word) => ({ word }));
    const bytes = Buffer.concat([HELLO, ...values].map(message));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const read = createFrameReader();
        const messages: unknown[] = [];
        for (let offset = 0, turn = 0; offset < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          messages.push(...read(bytes.subarray(offset, offset + size)));
          offset += size;
        }
        expect(messages).toEqual([HELLO, ...values]);
      }),
    );
  });

  test.each([
    ['no byte', frame(Buffer.alloc(0))],
    ['one more than the limit', frame(Buffer.alloc(LONGEST_MESSAGE + 1, 32))],
    ['64 MB, before they come', frame(Buffer.alloc(0), 64 * 1024 * 1024)],
    ['all that a length can say', frame(Buffer.alloc(0), 0xffffffff)],
    ['a length that lies, so that the next is torn', frame(Buffer.from('{"word":"feed"}'), 9)],
    ['bytes that are no text', frame(Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
  ])('of %s are refused', (_what, bytes) => {
    expect(() => createFrameReader()(bytes)).toThrow(/^A message is/);
  });
});

describe('the host', () => {
  test('keeps the latest word as one small file that its user alone can read', async () => {
    const host = startHost();
    await host.send(message(HELLO));
    expect(host.files()).toEqual([]);
    for (const word of WORDS) {
      await host.send(message({ word }));
      expect(host.state()).toEqual({ ...HELLO, browser: 'firefox', pid: PID, word, atMs: AT_MS });
    }
    expect(host.files()).toEqual([`${PID}.json`]);
    const file = statSync(join(host.folder, `${PID}.json`));
    expect(file.mode & 0o777).toBe(0o600);
    expect(file.size).toBeLessThanOrEqual(LONGEST_STATE);
    expect(statSync(host.folder).mode & 0o777).toBe(0o700);
  });

  test('takes its file with it when the browser ends', async () => {
    const host = startHost();
    await host.send(message(HELLO), message({ word: 'feed' }));
    host.input.end();
    await vi.waitFor(() => expect(host.exits).toEqual([0]));
    expect(host.files()).toEqual([]);
  });

  test.each([
    ['a word before the hello', [message({ word: 'feed' })]],
    ['a second hello', [message(HELLO), message(HELLO)]],
    ['a word that there is not', [message(HELLO), message({ word: 'Zanzibar' })]],
    ['more than a word', [message(HELLO), message({ word: 'feed', url: 'Zanzibar' })]],
    ['a length that lies', [message(HELLO), frame(Buffer.from('{"word":"feed"}'), 1 << 26)]],
  ])('ends at %s, and keeps nothing', async (_what, parts) => {
    const host = startHost();
    await host.send(...parts, message({ word: 'messaging' }));
    expect(host.exits).toEqual([1]);
    expect(host.files()).toEqual([]);
  });

  test('writes in no folder that others can look into, or that leads elsewhere', () => {
    const open = tempDir();
    mkdirSync(join(open, 'sweetspot-companion'));
    chmodSync(join(open, 'sweetspot-companion'), 0o755);
    expect(startHost({ XDG_RUNTIME_DIR: open }).exits).toEqual([1]);
    const led = tempDir();
    symlinkSync(tempDir(), join(led, 'sweetspot-companion'));
    expect(startHost({ XDG_RUNTIME_DIR: led }).exits).toEqual([1]);
  });

  test('is only what is started as one', () => {
    expect(hostBrowser(['node', 'main.js', `${HOST_SWITCH}brave`, 'chrome-extension://x/'])).toBe(
      'brave',
    );
    expect(hostBrowser(['node', 'main.js'])).toBeUndefined();
    expect(hostBrowser(['node', 'main.js', `${HOST_SWITCH}toString`])).toBeUndefined();
  });
});

test('100,000 messages of any kind leave one state at most, in bounds, and nothing of what they said', async () => {
  const env = { XDG_RUNTIME_DIR: tempDir() };
  const SECRET = 'Zanzibar';
  const hostile = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS).map((word) => message({ word })) },
    fc.jsonValue().map((value) => message({ word: value, note: SECRET })),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => frame(Buffer.from(bytes))),
    fc.tuple(fc.nat(0xffffffff), fc.string()).map(([length, text]) => {
      return frame(Buffer.from(SECRET + text), length);
    }),
  );
  const bursts = fc.sample(fc.array(hostile, { minLength: 200, maxLength: 200 }), 500);
  let seen = 0;
  for (const burst of bursts) {
    const host = startHost(env);
    await host.send(message(HELLO), Buffer.concat(burst));
    seen += burst.length;
    for (const name of host.files()) {
      const text = readFileSync(join(host.folder, name), 'utf8');
      expect(text).not.toContain(SECRET);
      expect(readState(text)).toBeDefined();
    }
    expect(host.files().length).toBeLessThanOrEqual(1);
    host.input.end();
    await vi.waitFor(() => expect(host.exits).toHaveLength(1));
    expect(host.files()).toEqual([]);
  }
  expect(seen).toBe(100_000);
}, 120_000);
