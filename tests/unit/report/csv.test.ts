/** @file What a CSV file is to the programs that read it, whatever its texts say. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { decimalOf, delimiterOf, writeCsv } from '../../../electron/report/csv.ts';
import { parseCsv } from '../../../renderer/features/report/read-file.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** What begins a formula in one spreadsheet or another, in the widths that they take. */
const TRIGGERS = ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\t', '\r', '\n'];
/** What may stand before it and be skipped. */
const SKIPPED = [
  '',
  ' ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u001f',
  '\u007f',
];

const hostile = fc
  .tuple(
    fc.array(fc.constantFrom(...SKIPPED), { maxLength: 3 }),
    fc.constantFrom(...TRIGGERS, '"', "'", ''),
    fc.oneof(
      fc.constantFrom('1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', 'SUM(A1:A9)*cmd|x'),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    ),
    fc.array(fc.constantFrom(',', ';', '\t', '"', '\r\n', '\n', '=1+1', '";=1+1;"'), {
      maxLength: 4,
    }),
  )
  .map(([before, trigger, text, after]) => before.join('') + trigger + text + after.join(''));

/** Whether a spreadsheet would take a cell for a formula: skips what spreadsheets skip, and looks. */
function startsFormula(cell: string): boolean {
  return (
    /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell) || /^[\t\r\n]/.test(cell)
  );
}

/** The rows of a file as two other programs read them, and as the window does. */
function readByAll(text: string, delimiter: string): string[][][] {
  const options = { delimiter, bom: true, relax_column_count: false, record_delimiter: '\r\n' };
  return [
    parse(text, options),
    // Papa Parse leaves the mark where it stands.
    Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''), { delimiter, newline: '\r\n' }).data,
    parseCsv(text, delimiter),
  ];
}

describe('a cell', () => {
  test('of 2,000 hostile texts never starts a formula, and gives the text back', () => {
    let seen = 0;
    let dangerous = 0;
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 4, maxLength: 4 }),
        fc.constantFrom(...DELIMITERS),
        (texts, delimiter) => {
          seen += texts.length;
          dangerous += texts.filter(startsFormula).length;
          const file = writeCsv(['a', 'b', 'c', 'd'], [texts, texts], { delimiter });
          for (const rows of readByAll(file, delimiter)) {
            expect(rows).toHaveLength(3);
            for (const row of rows.slice(1)) {
              expect(row).toHaveLength(4);
              expect(row.filter(startsFormula)).toEqual([]);
              expect(row.map((cell, at) => (cell === texts[at] ? cell : cell.slice(1)))).toEqual(
                texts,
              );
              // What was put before is the mark of a text and nothing else.
              row.forEach((cell, at) => expect([texts[at], `'${texts[at] ?? ''}`]).toContain(cell));
            }
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThanOrEqual(2000);
    // The texts are worth their name.
    expect(dangerous).toBeGreaterThan(500);
  });
});

describe('a file', () => {
  test('begins with a byte order mark and ends every line with CR LF', () => {
    const file = writeCsv(
      ['a', 'b'],
      [
        ['é', 1],
        [null, 2.5],
      ],
      { delimiter: ';', decimal: ',' },
    );
    expect([...Buffer.from(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.slice(1)).toBe('a;b\r\né;1\r\n;"2,50"\r\n');
  });

  test.each(DELIMITERS)(
    'quotes what any spreadsheet may split at, also between %j',
    (delimiter) => {
      const file = writeCsv(['a', 'b', 'c', 'd'], [[18.42, 'x;y', 'x\ty', 'x y']], {
        delimiter,
        decimal: ',',
      });
      expect(file.split('\r\n')[1]).toBe(['"18,42"', '"x;y"', '"x\ty"', 'x y'].join(delimiter));
    },
  );

  test('keeps a decimal comma in one cell where the comma is the delimiter', () => {
    const file = writeCsv(['a', 'b'], [[1.25, 3]], { delimiter: ',', decimal: ',' });
    for (const rows of readByAll(file, ',')) expect(rows[1]).toEqual(['1,25', '3']);
  });

  test.each([
    ['nl-NL', ';', ','],
    ['nl-BE', ';', ','],
    ['de-DE', ';', ','],
    ['en-GB', ',', '.'],
    ['en-US', ',', '.'],
  ])('of %s has %s between its cells and %s in its numbers', (locale, delimiter, decimal) => {
    expect([delimiterOf(locale), decimalOf(locale)]).toEqual([delimiter, decimal]);
  });
});

function findLibreOffice(): string | undefined {
  return ['soffice', 'libreoffice'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 30_000 });
      return true;
    } catch {
      return false;
    }
  });
}

const office = findLibreOffice();

describe(`LibreOffice${office === undefined ? ' (not installed: skipped)' : ''}`, () => {
  test.skipIf(office === undefined)('opens a Dutch file with its columns and accents', () => {
    const dir = mkdtempSync(join(tmpdir(), 'sweetspot-office-'));
    try {
      const file = join(dir, 'report.csv');
      const rows = [['=1+1', 'é, ë', 2.5]] as const;
      writeFileSync(file, writeCsv(['a', 'b', 'c'], rows, { delimiter: ';', decimal: ',' }));
      // 59 is the semicolon, 34 the quote, 76 UTF-8, 1043 Dutch.
      const filter = '--infilter=CSV:59,34,76,1,,1043';
      execFileSync(
        office ?? '',
        ['--headless', filter, '--convert-to', 'fods', '--outdir', dir, file],
        {
          stdio: 'ignore',
        },
      );
      const sheet = readFileSync(join(dir, 'report.fods'), 'utf8');
      expect(sheet).not.toContain('table:formula');
      expect(sheet).toContain('é, ë');
      expect(sheet).toContain('office:value="2.5"');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
