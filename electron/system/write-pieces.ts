import { open, rename, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';

/**
 * Writes a file that comes in pieces, whole or not at all, in turns with the rest of the process. It is open to its
 * owner alone, unless told.
 */
export async function writePieces(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  mode = 0o600,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    const handle = await open(unfinished, 'w', mode);
    try {
      for (const piece of pieces) {
        if (typeof piece === 'string') await handle.write(piece);
        else await handle.write(piece);
        await setImmediate();
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
