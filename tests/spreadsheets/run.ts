/**
 * @file Opens reports in the spreadsheets that are installed and writes their rows of the table of `docs/spreadsheets.md`:
 * `npm run test:spreadsheets`. It installs nothing, and keeps the rows of programs and releases that are not here.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/bundle.ts';
import { FILES, rowOf, takenBy, type Way, WAYS } from './spreadsheets.ts';

const PAGE = join(ROOT, 'docs/spreadsheets.md');
const BEGIN = '<!-- runs -->\n';
const END = '<!-- end -->';
const HEAD = `
| program | how | file | mark | date | local time | ISO time | number | text |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
`;

/** The rows of one way, as they come. */
function* rowsOf(way: Way, version: string): Generator<string> {
  for (const file of FILES) {
    const dir = mkdtempSync(join(tmpdir(), 'sweetspot-sheet-'));
    const taken = takenBy(way, file, dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    yield rowOf(way, version, file, taken);
  }
}

/** The first cell of a row: a program and its release. */
const programOf = (row: string): string => row.split(' | ')[0] ?? '';

const page = readFileSync(PAGE, 'utf8');
const begins = page.indexOf(BEGIN) + BEGIN.length;
const ends = page.indexOf(END);
const rows: string[] = [];
for (const way of WAYS) {
  const version = way.version();
  if (version === null) process.stdout.write(`skipped: ${way.program} is not installed.\n`);
  else {
    for (const row of rowsOf(way, version)) {
      rows.push(row);
      process.stdout.write(`${row}\n`);
    }
  }
}
const ran = new Set(rows.map(programOf));
const kept = page
  .slice(begins + HEAD.length, ends)
  .split('\n')
  .filter((row) => row !== '' && !ran.has(programOf(row)));
// LibreOffice before Gnumeric, each by its releases; rows of one release stay in the order of the run.
const order = new Intl.Collator('en', { numeric: true });
const all = [...kept, ...rows].sort((a, b) => {
  const [one, other] = [a, b].map(
    (row) => `${row.includes('| Gnumeric') ? 1 : 0}${programOf(row)}`,
  );
  return order.compare(one ?? '', other ?? '');
});
writeFileSync(PAGE, `${page.slice(0, begins)}${HEAD}${all.join('\n')}\n\n${page.slice(ends)}`);
