import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../build/bundle.ts';
import type { Figure } from './measure.ts';

const PAGE = join(ROOT, 'docs/performance.md');
const START = '<!-- measured: npm run bench -- --write -->';
const END = '<!-- end of measured -->';

/** Writes the table of what was measured into docs/performance.md, between its two marks. */
export async function writePerformancePage(figures: readonly Figure[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest] = page.split(START);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has lost its marks`);
  const text = `${before}${START}\n\n${machine()}\n\n${table(figures)}\n\n${END}${after}`;
  const config = await resolveConfig(PAGE);
  await writeFile(PAGE, await format(text, { ...config, filepath: PAGE }));
}

/** What the figures were measured on. */
function machine(): string {
  const [cpu] = cpus();
  const model = (cpu?.model ?? 'unknown processor').trim();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `Measured with Node ${process.versions.node} on ${process.platform} (${cpus().length} × ${model}, ${gigabytes} GB).`;
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, best, worst, runs, budget, note }) =>
    [
      note === undefined ? name : `${name} (${note})`,
      budget === undefined ? '' : `≤ ${shown(budget)} ${unit}`,
      `${shown(value)} ${unit}`,
      best === undefined ? '' : shown(best),
      worst === undefined ? '' : shown(worst),
      runs === undefined ? '' : String(runs),
    ].join(' | '),
  );
  return [
    '| what | budget | median | best | worst | runs |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function shown(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
