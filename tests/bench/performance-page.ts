import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../build/bundle.ts';
import type { ComparedFigure } from './against.ts';
import type { Figure } from './measure.ts';

const PAGE = join(ROOT, 'docs/performance.md');
const START = '<!-- measured: npm run bench -- --write -->';
const END = '<!-- end of measured -->';
const COMPARED = '<!-- compared: npm run bench -- --against DIR --write -->';
const COMPARED_END = '<!-- end of compared -->';

/**
 * Writes what was measured into the table of docs/performance.md, between its two marks: a figure that is
 * there in its place, a new one at the end. Those that were not measured stay.
 */
export async function writePerformancePage(figures: readonly ComparedFigure[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const measured = replaceBetween(
    page,
    [START, END],
    (old) => `${machines(old)}\n\n${table(figures, rowsOf(old))}`,
  );
  const rows = figures.flatMap(comparedRow);
  const text =
    rows.length === 0
      ? measured
      : replaceBetween(measured, [COMPARED, COMPARED_END], () =>
          [
            `Measured in turn with ${machine()}`,
            '',
            '| what | before | now | ratio | ratio of the best | target |',
            '| --- | ---: | ---: | ---: | ---: | ---: |',
            ...rows,
          ].join('\n'),
        );
  const config = await resolveConfig(PAGE);
  await writeFile(PAGE, await format(text, { ...config, filepath: PAGE }));
}

/** Puts something else between two marks of the page. @throws where it has lost them. */
function replaceBetween(
  page: string,
  [start, end]: readonly [string, string],
  write: (old: string) => string,
): string {
  const [before, rest] = page.split(start);
  const [old = '', after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has lost its marks`);
  return `${before}${start}\n\n${write(old)}\n\n${end}${after}`;
}

/** What figures are meant to take at most of what they took at df894b1. */
const TARGETS: Readonly<Record<string, number>> = {
  'main process while tracking': 0.25,
  'memory, started hidden': 0.5,
  'memory, a minute after the window was closed': 0.5,
  'live update': 0.4,
  'page change, slowest page': 0.35,
  'year, 10 years of data': 0.33,
  'ten-year trend, nothing kept': 0.5,
  'main process ready to track': 0.6,
  'report by span of ten years on the Report page, made and saved as CSV, peak memory above that of one week': 0.5,
};

/** The row of a figure that the other checkout has as well. */
function comparedRow({ name, value, unit, against, ratio, ratioOfBest }: ComparedFigure): string[] {
  if (against === undefined || ratio === undefined) return [];
  const best = ratioOfBest === undefined ? '' : shown(ratioOfBest);
  const most = TARGETS[name];
  const target = most === undefined ? '' : `≤ ${shown(most)}`;
  return [
    `| ${name} | ${shown(against)} ${unit} | ${shown(value)} ${unit} | ${shown(ratio)} | ${best} | ${target} |`,
  ];
}

/** What the figures were measured on: those that are there already, and those of this run. */
function machines(text: string): string {
  const known = text.match(/^(?:Measured|Some of it later,) with .*$/gm) ?? [];
  if (known.length === 0) return `Measured with ${machine()}`;
  const isKnown = known.some((line) => line.endsWith(machine()));
  return [...known, ...(isKnown ? [] : [`Some of it later, with ${machine()}`])].join('\n');
}

function machine(): string {
  const [cpu] = cpus();
  const model = (cpu?.model ?? 'unknown processor').trim();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node} on ${process.platform} (${cpus().length} × ${model}, ${gigabytes} GB).`;
}

/** Rows of a table by the name of their figure, without the note behind it. */
function rowsOf(text: string): Map<string, string> {
  const [, , ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
  return new Map(
    rows.map((row) => [
      row
        .slice(1)
        .split(/ \(| +\|/, 1)[0]
        ?.trim() ?? '',
      row,
    ]),
  );
}

function table(figures: readonly Figure[], rows: Map<string, string>): string {
  for (const [index, row] of rowsFor(figures).entries()) {
    rows.set(figures[index]?.name ?? '', `| ${row} |`);
  }
  return [
    '| what | budget | median | best | worst | runs |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.values(),
  ].join('\n');
}

function rowsFor(figures: readonly Figure[]): string[] {
  return figures.map(({ name, value, unit, best, worst, runs, budget, note }) =>
    [
      note === undefined ? name : `${name} (${note})`,
      budget === undefined ? '' : `≤ ${shown(budget)} ${unit}`,
      `${shown(value)} ${unit}`,
      best === undefined ? '' : shown(best),
      worst === undefined ? '' : shown(worst),
      runs === undefined ? '' : String(runs),
    ].join(' | '),
  );
}

function shown(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
