/**
 * @file The active window of an X11 display by its own words, through `xprop`: for windows of which no program can be
 * told. One in a sandbox, as from Flatpak, gives the number that its process has in there, by which it is not found.
 */
import type { RunProgram } from '../../system/run-program.ts';
import type { Sighting } from './window-reading.ts';

/** Id of a window in what xprop says; zero where there is none. */
const WINDOW_ID = /window id # (0x[\da-f]+)/g;

/** The last id of a window that xprop names; undefined where it names none, 0 where no window is active. */
export function lastWindowId(text: string): string | undefined {
  return [...text.matchAll(WINDOW_ID)].at(-1)?.[1];
}

/** A text in quotes, in which a backslash stands before what is written otherwise. */
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;

/** What xprop wrote in quotes: bytes that its locale lacks stand there as three octal digits. */
function unquote(text: string): string {
  const parts = text.split(/(\\\d{3}|\\.)/).map((part) => {
    if (/^\\\d{3}$/.test(part)) return Buffer.from([Number.parseInt(part.slice(1), 8)]);
    if (/^\\n$/.test(part)) return Buffer.from('\n');
    return Buffer.from(part.startsWith('\\') ? part.slice(1) : part);
  });
  return Buffer.concat(parts).toString('utf8');
}

/** The texts of a property in what xprop says of a window, a line each; none where it has no such property. */
function textsOf(said: string, property: string): string[] {
  const line = said.split('\n').find((one) => one.startsWith(`${property}(`)) ?? '';
  return [...line.matchAll(QUOTED)].map(([, text = '']) => unquote(text));
}

/** Reads it; null where it tells neither what it is nor what it shows, or xprop tells nothing. Never rejects. */
export async function readX11Window(run: RunProgram): Promise<Sighting | null> {
  return await read(run).catch(() => null);
}

async function read(run: RunProgram): Promise<Sighting | null> {
  const id = lastWindowId(await run('xprop', ['-root', '_NET_ACTIVE_WINDOW']));
  if (id === undefined || Number(id) === 0) return { kind: 'no-window' };
  const asUtf8 = ['-f', '_NET_WM_NAME', '8u'];
  const said = await run('xprop', ['-id', id, ...asUtf8, 'WM_CLASS', '_NET_WM_NAME', 'WM_NAME']);
  // The second is the name of the program, the first that of the window in it.
  const app = textsOf(said, 'WM_CLASS').at(-1) ?? '';
  const title = textsOf(said, '_NET_WM_NAME')[0] ?? textsOf(said, 'WM_NAME')[0] ?? '';
  if (app === '' && title === '') return null;
  return { kind: 'window', key: String(Number(id)), sample: { app, title } };
}
