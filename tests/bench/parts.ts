import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ROOT } from '../../build/bundle.ts';
import { MEASURED_VARIABLE } from './measured-app.ts';
import type { Figure } from './measure.ts';

const EXTENSION = '.bench.ts';

const figuresSchema: z.ZodType<Figure[]> = z.array(
  z.strictObject({
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    best: z.exactOptional(z.number()),
    worst: z.exactOptional(z.number()),
    runs: z.exactOptional(z.number()),
    budget: z.exactOptional(z.number()),
    note: z.exactOptional(z.string()),
  }),
);

/** Names of the parts of the bench: each is a file that exports a function `bench…`. */
export async function partNames(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort();
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}

/** Runs a part of the bench. @throws where it gives something other than figures. */
export async function runPart(name: string): Promise<Figure[]> {
  const file = pathToFileURL(join(import.meta.dirname, `${name}${EXTENSION}`)).href;
  const part: unknown = await import(file);
  const figures: Figure[] = [];
  for (const [exported, run] of Object.entries(part ?? {})) {
    if (!exported.startsWith('bench') || !isFunction(run)) continue;
    figures.push(...figuresSchema.parse(await run()));
  }
  return figures;
}

/** Parts that drive the built app alone. They measure that of another checkout too, whatever bench that one has. */
const APP_PARTS: readonly string[] = ['memory', 'start', 'tray', 'window'];

const run = promisify(execFile);

/**
 * Runs a part in a process of its own, since what one does to the heap and the compiler slows the next.
 *
 * @param root of the checkout that is measured; this one unless told. Another one's figures are those of its own bench, but
 * for parts that drive the built app: there its app stands in the place of this one's.
 * @throws where the part fails, with what it said.
 */
export async function runPartApart(name: string, root = ROOT): Promise<Figure[]> {
  const isOurs = APP_PARTS.includes(name);
  if (isOurs && root !== ROOT) {
    await run(process.execPath, [join(root, 'build/build.ts')], { cwd: root });
  }
  const cwd = isOurs ? ROOT : root;
  const bench = join(cwd, 'tests/bench/bench.ts');
  const { stdout } = await run(process.execPath, [bench, '--only', name], {
    cwd,
    env: { ...process.env, [MEASURED_VARIABLE]: root },
  });
  return readFigures(stdout);
}

/** The figures that a run of the bench wrote. */
function readFigures(lines: string): Figure[] {
  return figuresSchema.parse(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line)),
  );
}
