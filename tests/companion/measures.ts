/** @file How fast a word is, and what it costs that none is said. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Word } from '../../companion/contract.ts';
import { cpuSeconds, extensionProcesses } from './look-into.ts';
import { type BrowserName, type Stage } from './stage.ts';

/** So often each change is made. */
const TIMES = 12;
/** How long nothing happens while what it costs is measured, and before: a browser tidies up after what was done. */
const IDLE_MS = 60_000;
const SETTLES_MS = 120_000;
const PATIENCE_MS = 5_000;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds from before the hand moves to when the host has written the word, by what is done. */
export async function measureLatency(
  stage: Stage,
  name: BrowserName,
): Promise<Record<string, readonly number[]>> {
  const hands = stage.handsOn(name);
  hands.toBrowser();
  await wait(1_000);
  const measure = async (act: () => void | Promise<void>, word: Word) => {
    const fromMs = Date.now();
    await act();
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await wait(5)) {
      const state = stage.stateOf(name);
      if (state?.word !== word || state.atMs < fromMs) continue;
      await wait(600);
      return state.atMs - fromMs;
    }
    return PATIENCE_MS;
  };
  const pages: number[] = [];
  const windows: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    pages.push(await measure(() => hands.press('n'), 'notifications'));
    pages.push(await measure(() => hands.press('f'), 'feed'));
    windows.push(await measure(() => hands.toOtherProgram(), 'away'));
    windows.push(await measure(() => hands.toBrowser(), 'feed'));
  }
  return { 'another page': pages, 'another window': windows, all: [...pages, ...windows] };
}

/** Processor time a minute while nothing happens, in seconds, of each host and of what runs each extension. */
export async function measureIdle(
  stage: Stage,
  names: readonly BrowserName[],
): Promise<ReadonlyMap<string, number>> {
  const groups = names.flatMap((name) => {
    const host = stage.stateOf(name)?.pid;
    const browser = stage.actors.get(name)?.running?.child.pid;
    return [
      [`${name}'s host`, host === undefined ? [] : [host]],
      [`${name}'s extension`, browser === undefined ? [] : extensionProcesses(browser)],
    ] as const;
  });
  await wait(SETTLES_MS);
  const before = groups.map(([, pids]) => cpuSeconds(pids));
  await wait(IDLE_MS);
  return new Map(
    groups.map(([what, pids], index) => [
      `${what} (${pids.length} process)`,
      ((cpuSeconds(pids) - (before[index] ?? 0)) * 60_000) / IDLE_MS,
    ]),
  );
}
