import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/bundle.ts';
import type { WindowSample } from '../../shared/domain/window-sample.ts';

/** A copy of the built app whose active window is what a test says. */
export interface ScriptedApp {
  /** Its main process, for launchApp. */
  readonly main: string;
  /** Shows a window from now on; null is none. @returns when, in UTC milliseconds. */
  show(sample: WindowSample | null): number;
  remove(): void;
}

/** Answers as the product's own worker does, from a file in place of the system. */
const WORKER = `
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => {
  const sample = JSON.parse(readFileSync(new URL('./window.json', import.meta.url), 'utf8'));
  const sighting = sample
    ? { kind: 'window', key: sample.app, sample }
    : { kind: 'no-window' };
  parentPort.postMessage({ sighting });
});
`;

/**
 * Makes a copy of the built app in which the worker that reads the active window is another one. A machine
 * for tests need not have a display; everything else is as it was built.
 *
 * @param root the checkout that was built; this one unless told.
 */
export function scriptedApp(root = ROOT): ScriptedApp {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-app-'));
  cpSync(join(root, 'dist'), join(dir, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(dir, 'package.json'));
  writeFileSync(join(dir, 'dist/main/window-worker.js'), WORKER);
  const file = join(dir, 'dist/main/window.json');
  const show = (sample: WindowSample | null) => {
    // Whole or not at all: the app may be reading.
    writeFileSync(`${file}.new`, JSON.stringify(sample));
    renameSync(`${file}.new`, file);
    return Date.now();
  };
  show(null);
  return {
    main: join(dir, 'dist/main/main.js'),
    show,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
