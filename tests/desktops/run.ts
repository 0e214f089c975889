/**
 * @file Holds the app as built to the truth on every desktop that is found here: `npm run test:desktops -- [--seconds N] [--only NAME]... [--write]`.
 * It installs nothing. With `--write` the table goes to docs/desktops.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../../build/build.ts';
import { ROOT } from '../../build/bundle.ts';
import type { Desktop, Row } from './desktop.ts';
import { waylandDesktops } from './wayland.ts';
import { x11Desktops } from './x11.ts';

/** A new kind of desktop is a module beside this one, and a name here. */
const DESKTOPS: readonly Desktop[] = [x11Desktops, waylandDesktops];

const FILE = join(ROOT, 'docs/desktops.md');
const HEAD = '| desktop or locker | version | date | staged | found |';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const staySeconds = Number(values.seconds);
if (!(staySeconds >= 3 && staySeconds <= 120)) {
  console.error('--seconds wants 3 to 120.');
  process.exit(2);
}

/** Rows of the file as it is, by the name they begin with, so that what was not run now stays as it was seen. */
function readRows(): Map<string, string> {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  const rows = lines.slice(lines.findIndex((line) => line.startsWith('| ---')) + 1);
  return new Map(
    rows
      .filter((line) => line.startsWith('|'))
      .map((line) => [line.split('|')[1]?.trim() ?? '', line]),
  );
}

function write(rows: readonly Row[]): void {
  const known = readRows();
  const date = new Date().toISOString().slice(0, 10);
  for (const { name, version, staged, found, held } of rows) {
    // What was seen once is not lost where it cannot be run.
    if (held === null && known.has(name)) continue;
    known.set(name, `| ${[name, version, date, staged, found].join(' | ')} |`);
  }
  const text = readFileSync(FILE, 'utf8');
  const intro = text.slice(0, text.indexOf(HEAD));
  writeFileSync(
    FILE,
    `${intro}${HEAD}\n| --- | --- | --- | --- | --- |\n${[...known.values()].join('\n')}\n`,
  );
}

const rows: Row[] = [];
for (const desktop of DESKTOPS) {
  for await (const row of desktop.run({ staySeconds, only: values.only })) {
    rows.push(row);
    // What was seen so far is kept, whatever becomes of the rest.
    if (values.write) write([row]);
    const mark = row.held === null ? 'skip' : row.held ? 'ok' : 'BROKEN';
    console.log(`${mark.padEnd(7)}${row.name.padEnd(20)}${row.version.padEnd(10)}${row.found}`);
  }
}
process.exitCode = rows.some(({ held }) => held === false) ? 1 : 0;
