/** @file Which programs on the accessibility bus are browsers. Of the others their process is asked for, and nothing more. */
import { readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ResolveApp, compileApps } from '../../../../shared/linkedin/apps.ts';
import { TABLES } from '../../../../shared/linkedin/tables.ts';
import type { BusConnection } from './connection.ts';
import { processOf, programsOn } from './frames.ts';

/** Of more programs than this the files are not remembered. */
const REMEMBERED = 200;

/** The file of a process of this user. */
export async function fileOf(processId: number): Promise<string> {
  const file = await readlink(`/proc/${processId}/exe`).catch(() => '');
  return basename(file.replace(/ \(deleted\)$/, ''));
}

/** Tells browsers apart by the product's table and the user's own list, which may become another one. */
export function createBrowserTest(browsers: () => readonly string[]) {
  let known = '';
  let resolve = compileApps(TABLES.apps, []);
  return (...names: Parameters<ResolveApp>) => {
    const now = browsers();
    if (now.join('\n') !== known) {
      known = now.join('\n');
      resolve = compileApps(TABLES.apps, now);
    }
    const app = resolve(...names);
    return app.kind === 'browser' ? app : undefined;
  };
}

/** Remembers which program has which address on the bus; an address is given once. */
export function createPrograms(programFile: (processId: number) => Promise<string>) {
  const files = new Map<string, string>();
  return {
    async fileOf(bus: BusConnection, name: string): Promise<string> {
      const known = files.get(name);
      if (known !== undefined) return known;
      const file = await processOf(bus, name).then(programFile, () => '');
      if (files.size >= REMEMBERED) files.clear();
      if (file !== '') files.set(name, file);
      return file;
    },
    forget: () => {
      files.clear();
    },
  };
}

/** Whether a browser is on a bus. */
export async function hasBrowser(
  bus: BusConnection,
  browsers: readonly string[],
): Promise<boolean> {
  const programs = createPrograms(fileOf);
  const browserOf = createBrowserTest(() => browsers);
  const files = await Promise.all(
    (await programsOn(bus)).map(({ name }) => programs.fileOf(bus, name)),
  );
  return files.some((file) => browserOf(file) !== undefined);
}
