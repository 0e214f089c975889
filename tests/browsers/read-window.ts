import { spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { WindowSample } from '../../shared/domain/window-sample.ts';

function xprop(display: string, args: readonly string[]): string {
  const env = { ...process.env, DISPLAY: display, LC_ALL: 'C.UTF-8' };
  return spawnSync('xprop', args, { env, encoding: 'utf8', timeout: 5000 }).stdout;
}

/** The texts of a property, as `xprop` prints them. */
function texts(properties: string, name: string): string[] {
  const line = properties.split('\n').find((one) => one.startsWith(`${name}(`)) ?? '';
  return [...line.slice(line.indexOf(' = ')).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text = '']) => text.replace(/\\(.)/g, '$1'),
  );
}

/** What the active window says of itself on a display; undefined where there is none. */
export function readWindow(display: string): WindowSample | undefined {
  const id = /0x[0-9a-f]+/.exec(xprop(display, ['-root', '_NET_ACTIVE_WINDOW']))?.[0];
  if (id === undefined || id === '0x0') return undefined;
  const properties = xprop(display, ['-id', id]);
  const pid = /_NET_WM_PID\(CARDINAL\) = (\d+)/.exec(properties)?.[1];
  const names = texts(properties, 'WM_CLASS');
  const [title = texts(properties, 'WM_NAME')[0] ?? ''] = texts(properties, '_NET_WM_NAME');
  let app = names[0] ?? '';
  try {
    if (pid !== undefined) app = basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    // A program of another namespace is known by its names alone.
  }
  return { app, names, title };
}
