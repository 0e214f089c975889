import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WindowSample } from '../../../shared/domain/window-sample.ts';
import type { Told } from '../../../electron/tracking/sources/accessibility.ts';
import type { Reading } from '../../../electron/tracking/sources/source.ts';
import { withAccessibility } from '../../../electron/tracking/with-accessibility.ts';

const window = (title: string, app = 'firefox'): Reading => ({
  kind: 'window',
  key: '7',
  sample: { app, title },
});

const FEED = { frameTitle: 'Feed', url: 'https://www.linkedin.com/feed/' };
const JOBS = { frameTitle: 'Feed', url: 'https://www.linkedin.com/jobs/' };

/** A window that is read, and a browser that answers when told. */
function setUp() {
  const asked: string[] = [];
  const answers: ((told: Told | undefined) => void)[] = [];
  const stage = { reading: window('Feed'), agreed: true, hints: 0 };
  const eyes = {
    isAsked: ({ app }: WindowSample) => app === 'firefox',
    ask({ title }: WindowSample) {
      asked.push(title);
      return new Promise<Told | undefined>((resolve) => answers.push(resolve));
    },
  };
  const windows = {
    read: () => Promise.resolve(stage.reading),
    watch: () => ({ isSure: () => true, stop: () => undefined }),
  };
  const seeing = withAccessibility(windows, () => (stage.agreed ? eyes : undefined));
  const watch = seeing.watch(() => (stage.hints += 1));
  /** Reads, and lets the browser answer meanwhile. */
  const read = async (told?: Told) => {
    const reading = seeing.read();
    await vi.advanceTimersByTimeAsync(0);
    if (told) answers.at(-1)?.(told);
    await vi.advanceTimersByTimeAsync(300);
    return await reading;
  };
  return { stage, asked, answers, seeing, watch, read };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the address of the page in front', () => {
  test('is added to what was read, and asked for once as long as nothing changes', async () => {
    const { read, asked, stage, seeing } = setUp();
    const first = await read(FEED);
    expect(first).toEqual({
      ...window('Feed'),
      sample: { app: 'firefox', title: 'Feed', ...FEED },
    });
    expect(await seeing.read()).toEqual(first);
    expect(asked).toEqual(['Feed']);
    stage.reading = window('Jobs');
    await read(JOBS);
    expect(asked).toEqual(['Feed', 'Jobs']);
  });

  test('is asked for twice more after a change, and then no more', async () => {
    const { read, asked, answers, stage } = setUp();
    await read(FEED);
    await vi.advanceTimersByTimeAsync(800);
    expect(asked).toEqual(['Feed', 'Feed']);
    // It followed its title.
    answers.at(-1)?.(JOBS);
    await vi.advanceTimersByTimeAsync(0);
    expect(stage.hints).toBe(1);
    expect(await read()).toMatchObject({ sample: JOBS });
    await vi.advanceTimersByTimeAsync(3_000);
    answers.at(-1)?.(JOBS);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked.length, stage.hints]).toEqual([3, 1]);
  });

  test('is not waited for longer than 300 ms, and taken when it comes', async () => {
    const { answers, stage, seeing } = setUp();
    const startedMs = Date.now();
    const reading = seeing.read();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await reading).toEqual(window('Feed'));
    expect(vi.getTimerCount()).toBe(0);
    expect(Date.now() - startedMs).toBe(5_000);
    answers[0]?.(FEED);
    await vi.advanceTimersByTimeAsync(0);
    expect(stage.hints).toBe(1);
    expect(await seeing.read()).toMatchObject({ sample: FEED });
  });

  test('of another title is of no matter any more', async () => {
    const { read, answers, stage, seeing } = setUp();
    await read();
    stage.reading = window('Jobs');
    await read(JOBS);
    answers[0]?.(FEED);
    await vi.advanceTimersByTimeAsync(0);
    expect(stage.hints).toBe(0);
    expect(await seeing.read()).toMatchObject({ sample: { ...JOBS, title: 'Jobs' } });
  });

  test('an answer that fails later changes nothing', async () => {
    const { read, answers, stage, seeing } = setUp();
    await read(FEED);
    await vi.advanceTimersByTimeAsync(1_000);
    answers.at(-1)?.(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(stage.hints).toBe(0);
    expect(await seeing.read()).toMatchObject({ sample: FEED });
  });
});

test.each<[string, (stage: ReturnType<typeof setUp>['stage']) => void]>([
  ['a program that is no browser', (stage) => (stage.reading = window('Feed', 'mail'))],
  ['no window', (stage) => (stage.reading = { kind: 'no-window' })],
  ['a user who has not agreed', (stage) => (stage.agreed = false)],
])('%s is not asked', async (_name, change) => {
  const { stage, asked, read } = setUp();
  change(stage);
  expect(await read()).toEqual(stage.reading);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([]);
});

test('nobody is asked again while the window is not watched', async () => {
  const { read, asked, watch } = setUp();
  expect(watch.isSure()).toBe(true);
  await read(FEED);
  watch.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(['Feed']);
});

test('what was told is forgotten once the user no longer agrees', async () => {
  const { read, stage, asked } = setUp();
  await read(FEED);
  stage.agreed = false;
  expect(await read()).toEqual(window('Feed'));
  stage.agreed = true;
  await read(FEED);
  expect(asked).toEqual(['Feed', 'Feed']);
});
