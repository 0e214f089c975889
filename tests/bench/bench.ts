/**
 * @file Measures the product on this machine: `npm run bench`. One JSON object a line on stdout.
 *
 * - `--only NAME` runs one part, as in `--only figures`; may be given more than once
 * - `--write` also writes the table of docs/performance.md
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { partNames, readFigures, runPart } from './parts.ts';
import type { Figure } from './measure.ts';
import { writePerformancePage } from './performance-page.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, write: { type: 'boolean' } },
});

/** Runs a part in a process of its own, since what one does to the heap and the compiler slows the next. */
async function runApart(name: string): Promise<Figure[]> {
  const args = [import.meta.filename, '--only', name];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return readFigures(stdout);
}

const names = await partNames();
const wanted = values.only ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}; the parts are ${names.join(', ')}.\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const name of wanted) {
  for (const figure of await (wanted.length === 1 ? runPart(name) : runApart(name))) {
    figures.push(figure);
    process.stdout.write(`${JSON.stringify(figure)}\n`);
  }
}
if (values.write === true) await writePerformancePage(figures);
