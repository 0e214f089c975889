import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { APP_ORIGIN } from './app-url.ts';

/** The files of the window: path in the URL (`/assets/index.js`) to path on disk. */
export type Bundle = ReadonlyMap<string, string>;

/** What a request gets: a file, or the status that refuses it. */
export type Resolved = { readonly file: string } | { readonly status: 400 | 404 };

/** Path of a file that a bundler can have made: plain names, no dot in front, no escapes. */
const PLAIN_PATH = /^(?:\/[\w-][\w.-]*)+$/;

/**
 * Lists the regular files of a folder. A symbolic link is not one, so nothing outside the folder
 * can be on the list.
 *
 * @throws where the folder cannot be read.
 */
export async function readBundle(folder: string): Promise<Bundle> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
}

/**
 * Finds the file that a URL names. Only a path that is on the list, letter by letter, gives a file:
 * no path is ever put together from a URL, so there is nothing to escape from. 400 is a URL that no
 * file of ours could have, 404 one that no file has.
 */
export function resolveBundleFile(bundle: Bundle, url: string): Resolved {
  if (!url.startsWith(`${APP_ORIGIN}/`)) return { status: 400 };
  const [path = ''] = url.slice(APP_ORIGIN.length).split(/[?#]/, 1);
  const file = path === '/' ? bundle.get('/index.html') : bundle.get(path);
  if (path !== '/' && (!PLAIN_PATH.test(path) || path.includes('..'))) return { status: 400 };
  return file === undefined ? { status: 404 } : { file };
}
