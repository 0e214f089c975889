/**
 * @file Measures the product on this machine: `npm run bench`. One JSON object a line on stdout.
 *
 * - `--only NAME` runs one part, as in `--only figures`; may be given more than once
 * - `--write` also writes the tables of docs/performance.md: what was measured, and with `--against` what it is compared with
 * - `--against DIR` measures each part in turn with another checkout too, on the same data: each line has what was
 *   measured there (`against`), how much of it this one takes (`ratio`), and the same of the best runs of both
 *
 * A part that fails is named, the others still run, and the status at the end is 1.
 */
import { parseArgs } from 'node:util';
import { type ComparedFigure, measureInTurn } from './against.ts';
import { partNames, runPart, runPartApart } from './parts.ts';
import { writePerformancePage } from './performance-page.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    write: { type: 'boolean' },
    against: { type: 'string' },
  },
});

const names = await partNames();
const wanted = values.only ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}; the parts are ${names.join(', ')}.\n`);
  process.exit(2);
}
const { against } = values;

const failed: string[] = [];
function tellFailure(part: string, error: unknown): void {
  failed.push(part);
  process.stderr.write(`The part ${part} failed: ${String(error)}\n`);
}

/** The lines of a part: figures, beside those of another checkout where there is one. */
async function linesOf(name: string): Promise<readonly ComparedFigure[]> {
  if (against === undefined) return wanted.length === 1 ? runPart(name) : runPartApart(name);
  const { figures, failure } = await measureInTurn(name, against, runPartApart);
  if (failure !== undefined) tellFailure(`${name} of ${against}`, failure);
  return figures;
}

const figures: ComparedFigure[] = [];
for (const name of wanted) {
  try {
    for (const figure of await linesOf(name)) {
      figures.push(figure);
      process.stdout.write(`${JSON.stringify(figure)}\n`);
    }
  } catch (error) {
    tellFailure(name, error);
  }
}
if (values.write === true) await writePerformancePage(figures);
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}.\n`);
  process.exitCode = 1;
}
