import { open } from 'node:fs/promises';

/**
 * Reads a file that is not longer than it may be; undefined where it is. A pipe or a device, which
 * has no end, is not read.
 */
export async function readBoundedFile(
  file: string,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error('Not a file');
    return stat.size > mostBytes ? undefined : await handle.readFile();
  } finally {
    await handle.close();
  }
}
