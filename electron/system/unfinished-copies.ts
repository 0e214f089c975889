import fs from 'node:fs';
import path from 'node:path';
import { isUnavailable } from './storage-error.ts';

/** What the name of a copy goes on with that `atomically` writes before it takes a file's place. */
const UNFINISHED = /^\.tmp-\d{10}[0-9a-f]{6}$/;

/** Copies of a file that were being written when a process was killed. @throws where their folder cannot be read. */
export function listUnfinished(file: string): string[] {
  const { dir, base } = path.parse(file);
  return fs
    .readdirSync(dir)
    .filter((name) => name.startsWith(base) && UNFINISHED.test(name.slice(base.length)))
    .map((name) => path.join(dir, name));
}

/**
 * Deletes what kills left of a file that is written in one go, so that it does not pile up. Nobody may be writing
 * that file. In a folder closed to writing it stays.
 */
export function removeUnfinished(file: string): void {
  try {
    for (const copy of listUnfinished(file)) fs.rmSync(copy, { force: true });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
}
