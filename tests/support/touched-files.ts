import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descendants } from './processes.ts';

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Path of what a process holds open for writing; undefined where it is no file, or only read. */
function openForWriting(pid: number, descriptor: string): string | undefined {
  try {
    const flags = /^flags:\s+([0-7]+)$/m.exec(read(`/proc/${pid}/fdinfo/${descriptor}`))?.[1];
    // The two lowest bits are the access mode: 0 is reading alone (open(2)).
    if ((Number.parseInt(flags ?? '0', 8) & 3) === 0) return undefined;
    return readlinkSync(`/proc/${pid}/fd/${descriptor}`);
  } catch {
    return undefined;
  }
}

/** Paths of the files that a process has mapped into memory to write them. */
function mappedForWriting(pid: number): string[] {
  // proc(5): address, permissions, offset, device, inode, path; `s` is shared, so it reaches the file.
  return read(`/proc/${pid}/maps`)
    .split('\n')
    .map((line) => /^\S+ .w.s \S+ \S+ \d+\s+(\/.*)$/.exec(line)?.[1])
    .filter((path) => path !== undefined);
}

/** The bytes of a file that a process holds, also of one that was deleted or never had a name. */
export interface Touched {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Every file that a process and its descendants hold open or mapped for writing now, shared memory
 * included, and everything in the temporary folders of theirs. Linux.
 */
export function touchedFiles(root: number): Touched[] {
  const files = new Map<string, string>();
  for (const pid of [root, ...descendants(root).map((one) => one.pid)]) {
    for (const descriptor of list(`/proc/${pid}/fd`)) {
      const path = openForWriting(pid, descriptor);
      // Through the descriptor also what has no name any more can be read.
      if (path?.startsWith('/') === true) files.set(path, `/proc/${pid}/fd/${descriptor}`);
    }
    for (const path of mappedForWriting(pid)) if (!files.has(path)) files.set(path, path);
    for (const name of list(tmpdir()).filter((one) => one.includes(`-${pid}-`))) {
      const folder = join(tmpdir(), name);
      for (const inside of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        files.set(join(folder, inside), join(folder, inside));
      }
    }
  }
  return [...files].flatMap(([path, source]) => {
    try {
      const real = source.startsWith('/proc/') ? undefined : lstatSync(source);
      if (/^\/dev\/(?!shm\/)/.test(path) || (real && !real.isFile())) return [];
      return [{ path, bytes: readFileSync(source) }];
    } catch {
      // Gone meanwhile, or no file.
      return [];
    }
  });
}
