/** @file A window of a program that cannot be found, as one in a sandbox, on a real display. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { environmentHere } from '../../electron/tracking/sources/session-type.ts';
import { x11 } from '../../electron/tracking/sources/x11.ts';
import { setEnv } from '../support/bus.ts';
import { findProgram, openDisplay } from '../x11/display.ts';

const WORKER = new URL('../../electron/tracking/sources/window-worker.ts', import.meta.url);
const run = promisify(execFile);

test('a window in a sandbox is read by what it says of itself', async (context) => {
  const display =
    process.platform !== 'linux'
      ? 'this is no Linux'
      : findProgram('xev') === undefined
        ? 'xev is not installed'
        : await openDisplay();
  if (typeof display === 'string') return context.skip(display);
  onTestFinished(() => display.stop());
  // The source, xdotool and xprop take it from here.
  setEnv('DISPLAY', display.name);
  const window = spawn('xev', ['-name', 'A window of ours'], { stdio: 'ignore' });
  onTestFinished(() => void window.kill());
  const find = async () =>
    (await run('xdotool', ['search', '--sync', '--name', 'A window of ours'])).stdout.trim();
  const id = await find();
  const set = async (name: string, type: string, value: string) =>
    await run('xprop', ['-id', id, '-f', name, type, '-set', name, value]);
  // In its sandbox the process is the second; here that is a thread of the kernel.
  await set('_NET_WM_PID', '32c', '2');
  await set('WM_CLASS', '8s', 'google-chrome');
  await set('_NET_WM_NAME', '8u', 'Réseau | LinkedIn');
  await run('xdotool', ['windowactivate', '--sync', id]);
  const source = await x11.start({ ...environmentHere(WORKER), session: 'x11' });
  onTestFinished(() => source.stop());
  expect(await source.read?.()).toEqual({
    kind: 'window',
    key: id,
    fullScreen: false,
    sample: { app: 'google-chrome', title: 'Réseau | LinkedIn', names: ['google-chrome'] },
  });
}, 60_000);
