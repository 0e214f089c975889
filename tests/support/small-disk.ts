import { execFileSync } from 'node:child_process';
import { statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, onTestFinished } from 'vitest';
import { tempDir } from './temp-dir.ts';

/** Mounts something; root alone may. @throws where it cannot. */
export function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

/** Unmounts a folder at once, whoever uses it. */
export function unmount(dir: string): void {
  execFileSync('umount', ['-l', dir], { stdio: 'ignore' });
}

/** Mounts a small disk in memory on a folder, until the test ends; the test is skipped where it may not. */
export function mountSmallDisk(context: TestContext, dir: string, size: string): void {
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir);
  } catch {
    context.skip('only root may mount a disk');
  }
  onTestFinished(() => {
    unmount(dir);
  });
}

/** A small disk of its own, in a new folder. */
export function smallDisk(context: TestContext, size = '512k'): string {
  const dir = tempDir();
  mountSmallDisk(context, dir, size);
  return dir;
}

/** Fills a disk but for some bytes. @returns the file that does. */
export function fillDisk(dir: string, leftBytes = 0): string {
  const { bavail, bsize } = statfsSync(dir);
  const file = join(dir, 'filler');
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
  return file;
}
