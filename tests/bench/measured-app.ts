/** @file The built app that is measured: this checkout's, or with `--against` the other's, on the same stand-in. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../build/bundle.ts';

/** Names the checkout whose built app is measured, in the environment of a part of the bench. */
export const MEASURED_VARIABLE = 'SWEETSPOT_BENCH_APP';

/** The checkout whose built app is measured. */
export const MEASURED = resolve(process.env[MEASURED_VARIABLE] ?? ROOT);

/** Its main process, for launchApp. */
export const MEASURED_MAIN = join(MEASURED, 'dist/main/main.js');

/**
 * Fills a data folder with ten years that end now. By the measured app's own code: one of another version might not
 * read what this one writes.
 */
export async function fillMeasured(dir: string): Promise<void> {
  const file = pathToFileURL(join(MEASURED, 'tests/bench/fill-until-now.ts')).href;
  const module: unknown = await import(file);
  const fill: unknown = Reflect.get(Object(module), 'fillUntilNow');
  if (typeof fill !== 'function') throw new Error(`${file} has no fillUntilNow`);
  Reflect.apply(fill, undefined, [dir]);
}
