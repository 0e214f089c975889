import { describe, expect, onTestFinished, test } from 'vitest';
import { createWindowReader } from '../../electron/tracking/sources/window-reader.ts';
import { chooseSources } from '../../electron/tracking/sources/choose-sources.ts';
import { startInWorker } from '../../electron/tracking/sources/in-worker.ts';
import { sessionType } from '../../electron/tracking/sources/session-type.ts';
import {
  CannotWork,
  type OnHint,
  type Source,
  type WindowSource,
} from '../../electron/tracking/sources/source.ts';
import { SOURCES } from '../../electron/tracking/sources/sources.ts';
import { choiceOf } from '../support/source-choice.ts';

/** Longer than a worker takes to start where other work goes on. */
const HANG_MS = 2_000;

/** A source whose worker runs some code in place of the product's. */
function sourceRunning(code: string, hangMs = 20_000): WindowSource {
  const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const source = startInWorker('x-win', url, hangMs);
  onTestFinished(() => source.stop());
  return source;
}

/** Answers each question by some code, in which `asked` counts the questions from 1 on. */
const answering = (code: string) => `
  import { parentPort } from 'node:worker_threads';
  let asked = 0;
  parentPort.on('message', () => { asked += 1; ${code} });`;

const NO_WINDOW = "parentPort.postMessage({ sighting: { kind: 'no-window' } });";

describe('a window source', () => {
  test('answers what its worker saw', async () => {
    const source = sourceRunning(answering(NO_WINDOW));
    expect(await source.read()).toEqual({ kind: 'no-window' });
    expect(await source.read()).toEqual({ kind: 'no-window' });
  });

  test('that hangs says so, and is started anew', async () => {
    // The count starts again with each worker: the second answers once more.
    const source = sourceRunning(answering(`if (asked === 1) { ${NO_WINDOW} }`), HANG_MS);
    expect(await source.read()).toEqual({ kind: 'no-window' });
    const askedMs = performance.now();
    expect(await source.read()).toEqual({ kind: 'failed', why: 'hangs' });
    expect(performance.now() - askedMs).toBeLessThan(2 * HANG_MS);
    expect(await source.read()).toEqual({ kind: 'no-window' });
  });

  test('is not given up where it answered while this process was held up', async () => {
    const source = sourceRunning(answering(`setTimeout(() => { ${NO_WINDOW} }, 100);`), HANG_MS);
    await source.read();
    const reading = source.read();
    // Nothing of this process runs meanwhile, and afterwards its timers do before it reads the answer.
    setImmediate(() => {
      const untilMs = performance.now() + HANG_MS * 2;
      while (performance.now() < untilMs);
    });
    expect(await reading).toEqual({ kind: 'no-window' });
  });

  test.for([
    ['throws', "throw new Error('with a secret title');"],
    ['ends', 'process.exit(1);'],
    ['tells that it cannot', 'parentPort.postMessage({ sighting: null });'],
  ])('that %s fails, and is asked again the next time', async ([, code = '']) => {
    const source = sourceRunning(answering(code));
    expect(await source.read()).toEqual({ kind: 'failed', why: 'throws' });
    expect(await source.read()).toEqual({ kind: 'failed', why: 'throws' });
  });

  test('that does not even load fails', async () => {
    const source = sourceRunning("import 'a-package-that-is-not-there';");
    expect(await source.read()).toEqual({ kind: 'failed', why: 'throws' });
  });
});

describe('a window reader', () => {
  const nothing = choiceOf(null);
  const works = choiceOf({
    read: () => Promise.resolve({ kind: 'no-window' }),
    stop: () => Promise.resolve(),
  });

  test('looks for a source again and again, and not at each tick', async () => {
    const choices = [nothing, nothing, works];
    let tries = 0;
    let monoMs = 0;
    const reader = createWindowReader({
      choose: () => Promise.resolve(choices[tries++] ?? works),
      monoMs: () => monoMs,
      session: 'x11',
    });
    const readings: unknown[] = [];
    for (; monoMs <= 90_000; monoMs += 1_000) readings.push(await reader.read());
    expect(tries).toBe(3);
    expect(readings[0]).toBe('no-source');
    expect(readings.at(-1)).toEqual({ kind: 'no-window' });
    await reader.stop();
  });

  test('looks anew under Wayland where what told of windows does no more, soon and then more seldom', async () => {
    let isOn = true;
    let monoMs = 0;
    let stops = 0;
    const triedAt: number[] = [];
    const reader = createWindowReader({
      choose: () => {
        triedAt.push(monoMs / 1000);
        if (!isOn) return Promise.resolve(nothing);
        const source: WindowSource = {
          read: () =>
            Promise.resolve(isOn ? { kind: 'no-window' } : { kind: 'failed', why: 'throws' }),
          stop: () => Promise.resolve(void (stops += 1)),
        };
        return Promise.resolve(choiceOf(source));
      },
      monoMs: () => monoMs,
      session: 'wayland',
    });
    const read = async (seconds: number) => {
      let last: unknown;
      for (const untilMs = monoMs + seconds * 1000; monoMs < untilMs; monoMs += 1000) {
        last = await reader.read();
      }
      return last;
    };
    await read(10);
    // A locked screen switches it off for a moment.
    isOn = false;
    expect(await read(2)).toBe('wayland');
    isOn = true;
    expect(await read(3)).toEqual({ kind: 'no-window' });
    expect(triedAt).toEqual([0, 10, 11, 13]);
    isOn = false;
    await read(150);
    expect(triedAt.slice(4)).toEqual([15, 16, 18, 22, 30, 46, 76, 106, 136]);
    expect(stops).toBe(2);
    await reader.stop();
  });

  test('says that it is Wayland', async () => {
    const reader = createWindowReader({
      choose: () => Promise.resolve(nothing),
      monoMs: () => 0,
      session: 'wayland',
    });
    expect(await reader.read()).toBe('wayland');
  });
});

describe('a window reader', () => {
  test('follows the way of seeing that is at work: its changes, its idle time, its lock', async () => {
    let monoMs = 0;
    const hints: OnHint[] = [];
    const locks: boolean[] = [];
    let idleMs: number | undefined = 4_000;
    let works = true;
    const choose = () =>
      Promise.resolve(
        choiceOf(
          works
            ? {
                read: () => Promise.resolve({ kind: 'failed', why: 'throws' }),
                watch: (onHint) => {
                  hints.push(onHint);
                  return { isSure: () => true, stop: () => void hints.pop() };
                },
                idleMs: () => idleMs,
                watchLock: (onLock) => {
                  onLock(true);
                  return () => undefined;
                },
                stop: () => Promise.resolve(),
              }
            : null,
        ),
      );
    const reader = createWindowReader({
      choose,
      monoMs: () => monoMs,
      session: 'wayland',
      onLock: (locked) => locks.push(locked),
    });
    const told: boolean[] = [];
    const watch = reader.watch((isChange) => told.push(isChange));
    expect(watch.isSure()).toBe(false);
    await reader.known;
    expect(watch.isSure()).toBe(true);
    hints[0]?.(true);
    expect(told).toEqual([true]);
    expect(locks).toEqual([true]);
    expect(reader.idleMs()).toBe(4_000);
    idleMs = undefined;
    expect(reader.idleMs()).toBeUndefined();
    // It is lost: whoever listened is told no more, and nobody is locked out for good.
    works = false;
    await reader.read();
    monoMs += 1_000;
    expect(await reader.read()).toBe('wayland');
    expect(locks).toEqual([true, false]);
    expect(watch.isSure()).toBe(false);
    expect(hints).toEqual([]);
    // And comes back.
    works = true;
    monoMs += 60_000;
    await reader.read();
    await reader.read();
    expect(locks).toContain(true);
    await reader.stop();
    expect(locks.at(-1)).toBe(false);
  });
});

describe('of the ways of seeing', () => {
  const environment = (env: NodeJS.ProcessEnv) =>
    ({
      platform: 'linux',
      session: sessionType('linux', env),
      env,
      workerUrl: new URL('file:///nowhere'),
    }) as const;

  test.for([
    [
      {
        WAYLAND_DISPLAY: 'wayland-0',
        DISPLAY: ':0',
        XDG_SESSION_TYPE: 'wayland',
        XDG_CURRENT_DESKTOP: 'GNOME',
      },
      ['gnome-extension'],
    ],
    [{ DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' }, []],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, []],
    [{ WAYLAND_DISPLAY: 'wayland-0', XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, ['gnome-extension']],
    [{ DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, ['x11', 'x-win', 'active-win']],
    // A display over a network: nothing that would open it is tried.
    [{ DISPLAY: 'localhost:10.0', XDG_SESSION_TYPE: 'tty' }, []],
    [{ DISPLAY: 'other:0' }, []],
  ] as const)(
    'under Wayland none guesses from the windows that speak X11, and none opens a network (%s)',
    ([env, names]) => {
      const possible = SOURCES.filter((source) => source.canWork(environment(env)) === null);
      expect(possible.map(({ name }) => name)).toEqual(names);
    },
  );

  test('each has a name of its own', () => {
    expect(new Set(SOURCES.map(({ name }) => name)).size).toBe(SOURCES.length);
  });

  test('the first that tells is taken for each thing, and each says what became of it', async () => {
    const stopped: string[] = [];
    const way = (name: string, parts: Partial<Source> & { readonly gives?: object }): Source => ({
      name,
      tells: ['window'],
      canWork: () => null,
      start: () =>
        Promise.resolve({ ...parts.gives, stop: () => Promise.resolve(void stopped.push(name)) }),
      ...parts,
    });
    const seeing = { read: () => Promise.resolve({ kind: 'no-window' }) };
    const choice = await chooseSources(environment({}), [
      way('elsewhere', { canWork: () => 'other-session' }),
      way('knows why', { start: () => Promise.reject(new CannotWork('no-extension')) }),
      way('breaks', { start: () => Promise.reject(new Error('a title')) }),
      way('silent', { gives: { read: () => Promise.resolve({ kind: 'failed', why: 'hangs' }) } }),
      way('idle', { tells: ['idle'], gives: { idleMs: () => undefined } }),
      way('all', { tells: ['window', 'lock'], gives: { ...seeing, watchLock: () => () => 0 } }),
      way('late', { gives: seeing }),
      way('also idle', { tells: ['window', 'idle'], gives: { ...seeing, idleMs: () => 7 } }),
    ]);
    expect(choice.windowName).toBe('all');
    expect(choice.idle?.idleMs?.()).toBe(7);
    expect(choice.lock).toBe(choice.window);
    expect(choice.trials.map(({ name, works, reason }) => [name, works, reason])).toEqual([
      ['elsewhere', false, 'other-session'],
      ['knows why', false, 'no-extension'],
      ['breaks', false, 'throws'],
      ['silent', false, 'hangs'],
      ['idle', false, 'unmeasured'],
      ['all', true, 'no-window'],
      ['late', false, 'not-needed'],
      ['also idle', true, 'tells'],
    ]);
    expect(stopped).toEqual(['silent', 'idle']);
    await choice.stop();
    expect(stopped).toEqual(['silent', 'idle', 'all', 'also idle']);
  });
});
