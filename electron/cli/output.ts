import fs from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { UserError } from '../../shared/domain/user-error.ts';
import { writePieces } from '../system/write-pieces.ts';

/** Checks, before anything is reckoned, that a file can be written under a name. @throws UserError where none can. */
export function checkOutput(file: string | undefined): void {
  if (file === undefined) return;
  if (file === '') throw new UserError('The name of the file to write is empty; see --help.');
  // What is renamed to a device or a folder would take its place.
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat && !stat.isFile()) throw new UserError(`${file} is no file; choose another name.`);
  const folder = path.dirname(path.resolve(file));
  if (!fs.existsSync(folder)) throw new UserError(`${folder} does not exist; make it first.`);
}

/**
 * Writes what a command made: into a file, whole or not at all and as UTF-8 whatever the shell, or else to standard
 * output, at the pace of who reads it.
 *
 * @param mode who may read the file.
 * @throws UserError where the file cannot be written.
 */
export async function writeOutput(
  file: string | undefined,
  pieces: Iterable<string>,
  mode: number,
): Promise<void> {
  if (file === undefined) {
    for (const piece of pieces) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
    return;
  }
  try {
    await writePieces(file, pieces, mode);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError(`${file} cannot be written; check the folder and its space.`, {
      cause: error,
    });
  }
}
