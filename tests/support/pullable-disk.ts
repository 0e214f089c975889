import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { type TestContext, onTestFinished } from 'vitest';
import type { DataFolder } from '../../electron/data-folder/data-folder.ts';
import { mount, mountSmallDisk, unmount } from './small-disk.ts';

/** A disk with the data of a folder, mounted in the folder's place. */
export interface PullableDisk {
  /** Another place where the disk is, which stays. */
  readonly elsewhere: string;
  /** Pulls it out of the folder's place: an empty folder is left there. */
  pull(): void;
  /** Puts it, or another one, into the folder's place. */
  plug(from?: string): void;
}

/** Makes a small disk in memory with the files of a folder. It goes when the test ends. */
export function copyToDisk(context: TestContext, folder: string, disk: string, size: string): void {
  mkdirSync(disk);
  mountSmallDisk(context, disk, size);
  execFileSync('cp', ['-a', `${folder}/.`, disk]);
}

/** Moves the data of a folder to a disk of their own; the test is skipped where it may not mount one. */
export function movedToDisk(context: TestContext, folder: DataFolder, size = '4m'): PullableDisk {
  const disk = `${folder.dir}-disk`;
  copyToDisk(context, folder.dir, disk, size);
  rmSync(folder.dir, { recursive: true });
  mkdirSync(folder.dir);
  const plug = (from = disk) => {
    mount('--bind', from, folder.dir);
  };
  plug();
  onTestFinished(() => {
    if (existsSync(folder.database)) unmount(folder.dir);
  });
  return {
    elsewhere: disk,
    plug,
    pull: () => {
      unmount(folder.dir);
    },
  };
}
