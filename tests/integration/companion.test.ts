import { spawn } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ROOT } from '../../build/bundle.ts';
import { LONGEST_MESSAGE, LONGEST_STATE } from '../../companion/contract.ts';
import { HOST_SWITCH } from '../../companion/host/run-host.ts';
import { ownFolder, runtimeFolder } from '../../companion/runtime-folder.ts';
import { watchCompanions } from '../../electron/tracking/sources/companion.ts';
import { frame, HELLO, message } from '../support/native-messages.ts';
import { tempDir } from '../support/temp-dir.ts';

const HOST = join(ROOT, 'companion/host/host.ts');
const onWindows = process.platform === 'win32';

/** What time it is to the file system, which dates the hosts' states, whatever clock this process has. */
function fileTimeMs(): number {
  const file = join(tempDir(), 'now');
  writeFileSync(file, '');
  return statSync(file).mtimeMs;
}

/** A folder of the session, and the app's look at it. */
function look() {
  const env = { XDG_RUNTIME_DIR: tempDir() };
  const companions = watchCompanions({ env, nowMs: fileTimeMs });
  onTestFinished(companions.stop);
  return { env, companions, folder: runtimeFolder(env) };
}

/** The real program, as a browser starts it. */
function startHost(env: NodeJS.ProcessEnv, browser: string) {
  const child = spawn(process.execPath, [HOST, `${HOST_SWITCH}${browser}`, 'the extension'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  }
  child.stdin.on('error', () => null);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, said: () => said };
}

const patient = { timeout: 15_000, interval: 10 };

test.skipIf(onWindows)(
  'the app knows what each browser says, as long as it is connected',
  async () => {
    const { env, companions, folder } = look();
    const words = () =>
      companions
        .connections()
        .map(({ browser, word }) => `${browser} ${word}`)
        .sort();
    let changes = 0;
    onTestFinished(companions.onChange(() => (changes += 1)));
    const [one, two] = [startHost(env, 'firefox'), startHost(env, 'chromium')];
    for (const { child } of [one, two]) child.stdin.write(message(HELLO));
    one.child.stdin.write(message({ word: 'messaging' }));
    two.child.stdin.write(message({ word: 'away' }));
    await vi.waitFor(
      () => expect(words()).toEqual(['chromium away', 'firefox messaging']),
      patient,
    );
    one.child.stdin.write(message({ word: 'private' }));
    await vi.waitFor(() => expect(words()).toEqual(['chromium away', 'firefox private']), patient);
    expect(changes).toBeGreaterThanOrEqual(3);

    const endedMs = performance.now();
    one.child.stdin.end();
    expect(await one.ended).toBe(0);
    expect(performance.now() - endedMs).toBeLessThan(1_000);
    await vi.waitFor(() => expect(words()).toEqual(['chromium away']), patient);

    two.child.kill('SIGKILL');
    await two.ended;
    await vi.waitFor(() => expect(words()).toEqual([]), patient);
    expect(readdirSync(folder)).toEqual([]);
    expect(one.said() + two.said()).toBe('');
  },
  60_000,
);

test.skipIf(onWindows)('a host that is told nonsense ends, and its word with it', async () => {
  const { env, folder } = look();
  const { child, ended, said } = startHost(env, 'firefox');
  child.stdin.write(Buffer.concat([message(HELLO), message({ word: 'feed' })]));
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([`${child.pid}.json`]), patient);
  child.stdin.write(message({ word: 'feed', title: 'Zanzibar' }));
  expect(await ended).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  expect(said()).toBe('');
});

test.skipIf(onWindows).each([
  ['say so', 64 * 2 ** 20],
  ['say that they are a word', LONGEST_MESSAGE],
])('64 MB that %s are not waited for, and nothing of them is kept', async (_what, length) => {
  const { env, folder } = look();
  const { child, ended, said } = startHost(env, 'firefox');
  child.stdin.write(Buffer.concat([message(HELLO), message({ word: 'feed' })]));
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([`${child.pid}.json`]), patient);
  expect(statSync(join(folder, `${child.pid}.json`)).size).toBeLessThanOrEqual(LONGEST_STATE);
  child.stdin.write(frame(Buffer.alloc(64 * 2 ** 20, 'Zanzibar'), length));
  expect(await ended).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  expect(said()).toBe('');
});

test.skipIf(onWindows)(
  'what lies in the folder counts for nothing where it is old, long, or no state',
  () => {
    const env = { XDG_RUNTIME_DIR: tempDir() };
    const folder = runtimeFolder(env);
    expect(ownFolder(folder)).toBe(true);
    const state = { ...HELLO, browser: 'firefox', pid: process.pid, word: 'feed', atMs: 0 };
    const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
    put('good.json', JSON.stringify(state));
    put('unfinished.next', JSON.stringify(state));
    put('long.json', JSON.stringify(state) + ' '.repeat(2_000));
    put('other.json', JSON.stringify({ ...state, title: 'Zanzibar' }));
    put('old.json', JSON.stringify({ ...state, word: 'sales' }));
    const before = new Date(fileTimeMs() - 61_000);
    utimesSync(join(folder, 'old.json'), before, before);
    const companions = watchCompanions({ env, nowMs: fileTimeMs });
    onTestFinished(companions.stop);
    expect(companions.connections()).toEqual([state]);
  },
);
