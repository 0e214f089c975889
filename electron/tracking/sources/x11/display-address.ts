import { open } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';

/** A display of this computer: its socket in the file system, and nothing that goes over a network. */
export interface DisplayAddress {
  readonly path: string;
  readonly display: string;
}

/**
 * The local socket of a display as `DISPLAY` names it; null where there is none, as for `localhost:10.0` or
 * `host:0`, which are reached over TCP alone.
 */
export function displayAddress(display: string | undefined): DisplayAddress | null {
  const number = /^(?:unix|[^/:]*\/unix)?\/?:(\d{1,5})(?:\.\d+)?$/.exec(display ?? '')?.[1];
  return number === undefined
    ? null
    : { path: `/tmp/.X11-unix/X${Number(number)}`, display: String(Number(number)) };
}

/** What lets a client in. */
export interface Cookie {
  readonly name: string;
  readonly data: Buffer;
}

const NO_COOKIE: Cookie = { name: '', data: Buffer.alloc(0) };
const COOKIE_NAME = 'MIT-MAGIC-COOKIE-1';
/** Families of addresses in an authority file, as Xauth.h numbers them: this computer by its name, and any. */
const LOCAL = 256;
const WILD = 65_535;
/** An authority file has an entry of some 60 bytes a display. */
const LONGEST_FILE = 1 << 20;

/** Cuts an authority file into its entries: a family, and four texts with their lengths, all of the high end first. */
function* entriesOf(file: Buffer): Generator<{ family: number; texts: Buffer[] }> {
  let at = 0;
  while (at + 2 <= file.length) {
    const family = file.readUInt16BE(at);
    at += 2;
    const texts: Buffer[] = [];
    while (texts.length < 4) {
      if (at + 2 > file.length) return;
      const end = at + 2 + file.readUInt16BE(at);
      if (end > file.length) return;
      texts.push(file.subarray(at + 2, end));
      at = end;
    }
    yield { family, texts };
  }
}

/** The cookie of a display in an authority file; an empty one where it has none. @param host name of this computer. */
export function cookieIn(file: Buffer, display: string, host: string): Cookie {
  for (const { family, texts } of entriesOf(file)) {
    const [address, number, name, data] = texts.map((text) => text.toString('latin1'));
    const isHere = family === WILD || (family === LOCAL && address === host);
    if (isHere && (number === '' || number === display) && name === COOKIE_NAME) {
      return { name: COOKIE_NAME, data: Buffer.from(data ?? '', 'latin1') };
    }
  }
  return NO_COOKIE;
}

/** Reads the cookie of a display; an empty one where there is no file, as on a display that lets all in. */
export async function readCookie(display: string, env: NodeJS.ProcessEnv): Promise<Cookie> {
  const path = env['XAUTHORITY'] ?? join(env['HOME'] ?? homedir(), '.Xauthority');
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return NO_COOKIE;
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > LONGEST_FILE) return NO_COOKIE;
    return cookieIn(await handle.readFile(), display, hostname());
  } catch {
    return NO_COOKIE;
  } finally {
    await handle.close();
  }
}
