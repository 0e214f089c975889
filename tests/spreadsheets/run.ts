/**
 * @file Opens reports in the spreadsheets that are installed and writes the table of `docs/spreadsheets.md` between its
 * marks: `npm run test:spreadsheets`. It installs nothing, and changes no row of a program that is not there.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../build/bundle.ts';
import { FILES, rowOf, takenBy, WAYS } from './spreadsheets.ts';

const PAGE = join(ROOT, 'docs/spreadsheets.md');
const lines: string[] = [];
for (const way of WAYS) {
  const version = way.version();
  if (version === null) {
    process.stdout.write(`skipped: ${way.program} is not installed.\n`);
    process.exit(0);
  }
  for (const file of FILES) {
    const dir = mkdtempSync(join(tmpdir(), 'sweetspot-sheet-'));
    const taken = takenBy(way, file, dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    lines.push(rowOf(way, version, file, taken));
    process.stdout.write(`${lines.at(-1)}\n`);
  }
}
const BEGIN = '<!-- runs -->\n';
const page = readFileSync(PAGE, 'utf8');
const before = page.slice(0, page.indexOf(BEGIN) + BEGIN.length);
const after = page.slice(page.indexOf('<!-- end -->'));
const head = `
| program | how | file | mark | date | local time | ISO time | number | text |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
`;
writeFileSync(PAGE, `${before}${head}${lines.join('\n')}\n\n${after}`);
