/** @file Reports as CSV, opened by the spreadsheets that are installed: minutes are numbers, texts are texts. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportCsv } from '../../electron/report/report.ts';
import { openMemoryDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { tempDir } from '../support/temp-dir.ts';
import { LATER_MS } from '../support/days.ts';
import { FILES, rowOf, takenBy, WAYS } from '../spreadsheets/spreadsheets.ts';

const PROGRAM = 'soffice';
const isInstalled = spawnSync(PROGRAM, ['--version'], { timeout: 60_000 }).status === 0;
if (!isInstalled) console.warn('Skipped: no LibreOffice (soffice) to open reports with.');

/** LibreOffice's own numbers of languages. */
const LOCALES = [
  { name: 'Dutch', language: 1043, delimiter: ';', decimal: ',' },
  { name: 'English', language: 2057, delimiter: ',', decimal: '.' },
] as const;

function report(delimiter: ',' | ';', decimal: ',' | '.'): string {
  const spans = createSpanRepository(openMemoryDatabase());
  const startedAtMs = Date.UTC(2026, 10, 16, 9);
  spans.apply({
    saved: [
      {
        startedAtMs,
        endedAtMs: startedAtMs + 450_000,
        activity: 'networking',
        zone: 'Europe/Amsterdam',
        relabelled: false,
        manual: false,
      },
    ],
    removed: [],
  });
  const day = {
    from: '2026-11-16',
    to: '2026-11-16',
    by: 'day',
    includePrivate: false,
    nowMs: LATER_MS,
  } as const;
  return reportCsv(spans, DEFAULT_SETTINGS, { ...day, roundMinutes: 0.01 }, { delimiter, decimal });
}

test.skipIf(!isInstalled).each(LOCALES)(
  'in $name a report has its numbers, dates and texts where they belong',
  ({ language, delimiter, decimal }) => {
    const dir = tempDir();
    const file = join(dir, 'report.csv');
    const text = report(delimiter, decimal);
    writeFileSync(file, text);
    const filter = `CSV:${delimiter.charCodeAt(0)},34,76,1,,${language},false,true`;
    const profile = `-env:UserInstallation=file://${dir}/profile`;
    const args = ['--headless', profile, `--infilter=${filter}`, '--convert-to', 'fods'];
    execFileSync(PROGRAM, [...args, '--outdir', dir, file], { timeout: 170_000, stdio: 'ignore' });
    const sheet = readFileSync(join(dir, 'report.fods'), 'utf8');
    const rows = sheet.split('<table:table-row').slice(1);
    const [header = '', first = ''] = rows;
    const columns = text.replace('\uFEFF', '').split('\r\n')[0]?.split(delimiter) ?? [];
    for (const column of columns) expect(header).toContain(`<text:p>${column}</text:p>`);
    expect(first).toContain('office:date-value="2026-11-16"');
    // Seven and a half minutes: counted, of networking, and measured.
    expect(first.match(/office:value-type="float" office:value="7\.5"/g)).toHaveLength(3);
    expect(first).toContain('office:value-type="string"');
    expect(sheet).not.toContain('table:formula');
  },
  180_000,
);

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/spreadsheets.md'), 'utf8');
const AS_IT_COMES = WAYS.filter(
  ({ program, how }) => program === 'Gnumeric' || how.includes('comes'),
);

test.each(AS_IT_COMES)(
  '$program takes the files of the app as the docs say',
  (way) => {
    const version = way.version();
    if (version === null) {
      console.warn(`Skipped: no ${way.program} to open reports with.`);
      return;
    }
    // What the app writes: with the mark, and tabs in a .tsv.
    const written = FILES.filter(({ mark, delimiter, ending }) => {
      return mark && (ending === 'tsv') === (delimiter === '\t');
    });
    for (const file of written) {
      const taken = takenBy(way, file, tempDir());
      expect(taken).toMatchObject({
        date: 'date',
        isoTime: 'text',
        number: 'number',
        text: 'whole',
      });
      if (PAGE.includes(`| ${way.program} ${version} |`)) {
        expect(PAGE).toContain(rowOf(way, version, file, taken));
      }
    }
  },
  600_000,
);
