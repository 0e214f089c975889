import { describe, expect, onTestFinished, test } from 'vitest';
import { createWindowReader } from '../../electron/tracking/sources/window-reader.ts';
import {
  type SourceChoice,
  type WindowSource,
  sessionType,
  sourcesOf,
  startWindowSource,
} from '../../electron/tracking/sources/window-source.ts';

/** Longer than a worker takes to start where other work goes on. */
const HANG_MS = 2_000;

/** A source whose worker runs some code in place of the product's. */
function sourceRunning(code: string, hangMs = 20_000): WindowSource {
  const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const source = startWindowSource('x-win', url, hangMs);
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
  const nothing: SourceChoice = { source: null, trials: [] };
  const works: SourceChoice = {
    source: {
      name: 'x-win',
      read: () => Promise.resolve({ kind: 'no-window' }),
      stop: () => Promise.resolve(),
    },
    trials: [],
  };

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
          name: 'x-win',
          read: () =>
            Promise.resolve(isOn ? { kind: 'no-window' } : { kind: 'failed', why: 'throws' }),
          stop: () => Promise.resolve(void (stops += 1)),
        };
        return Promise.resolve({ source, trials: [] });
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

describe('under Wayland', () => {
  test.for([
    [{ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' }, ['x-win']],
    [{ DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' }, []],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, ['x-win']],
    [{ DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, ['x-win', 'active-win']],
  ] as const)('no source guesses from the windows that speak X11 (%s)', ([env, names]) => {
    expect(sourcesOf(sessionType('linux', env), env)).toEqual(names);
  });
});
