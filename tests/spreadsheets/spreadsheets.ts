/** @file How spreadsheets that are installed take a report as CSV: what becomes of each kind of cell. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeCsv } from '../../electron/report/csv.ts';

/** How long a program may take for a file. */
const TIMEOUT_MS = 170_000;

/** A file as the app can write it, or without what the app writes. */
export interface TriedFile {
  readonly delimiter: ',' | ';' | '\t';
  readonly mark: boolean;
  readonly ending: 'csv' | 'tsv';
}

/** Every file that is tried. */
export const FILES: readonly TriedFile[] = ([',', ';', '\t'] as const).flatMap((delimiter) =>
  [true, false].flatMap((mark) => {
    const csv = { delimiter, mark, ending: 'csv' } as const;
    return delimiter === '\t' ? [csv, { ...csv, ending: 'tsv' } as const] : [csv];
  }),
);

/** What each column was taken for, or that there are not as many columns as were written. */
export interface Taken {
  readonly date: string;
  readonly localTime: string;
  readonly isoTime: string;
  readonly number: string;
  readonly text: string;
}

const COLUMNS = ['date', 'start_local', 'start', 'minutes', 'text'];
const TEXT = 'Zoë, a; b\tc';

/** Writes a file by the product's own writer. */
function writeTried({ delimiter, mark, ending }: TriedFile, dir: string): string {
  const row = ['2026-11-17', '2026-11-17 09:05:00', '2026-11-17T09:05:00.000+01:00', 7.25, TEXT];
  const text = writeCsv(COLUMNS, [row], { delimiter, decimal: delimiter === ',' ? '.' : ',' });
  const file = join(dir, `report.${ending}`);
  writeFileSync(file, mark ? text : text.replace('\uFEFF', ''));
  return file;
}

/** A cell as a spreadsheet keeps it. */
interface SheetCell {
  readonly kind: 'text' | 'number' | 'time';
  readonly value: string;
}

/** A way to open a file in a spreadsheet. */
export interface Way {
  readonly program: string;
  readonly how: string;
  /** As the program says itself; null where it is not installed. */
  version(): string | null;
  /** The cells of the row below the header. */
  open(file: TriedFile, path: string, dir: string): readonly SheetCell[];
}

function versionOf(program: string, pattern: RegExp): string | null {
  const { status, stdout, stderr } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  });
  return status === 0 ? (pattern.exec(`${stdout}${stderr}`)?.[1] ?? '?') : null;
}

/** LibreOffice's own numbers of languages, by what a file writes before decimals. */
const languageOf = ({ delimiter }: TriedFile): number => (delimiter === ',' ? 2057 : 1043);

const unescape = (text: string): string =>
  text.replaceAll('<text:tab/>', '\t').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function libreOfficeCells(sheet: string): SheetCell[] {
  const row = sheet.split('<table:table-row').at(2) ?? '';
  const cells = row.matchAll(/<table:table-cell([^>]*)>\s*(?:<text:p>(.*?)<\/text:p>)?/g);
  return [...cells].map(([, attributes = '', shown = '']): SheetCell => {
    const kind = /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? '';
    const value = /office:(?:date-)?value="([^"]*)"/.exec(attributes)?.[1];
    if (kind === 'date') return { kind: 'time', value: value ?? '' };
    if (kind === 'float') return { kind: 'number', value: value ?? '' };
    return { kind: 'text', value: unescape(shown) };
  });
}

/**
 * LibreOffice with choices of its dialog: the signs that separate, the set of characters, the language, whether
 * special numbers are detected. Without any, as a conversion opens a file.
 */
function libreOffice(how: string, filter?: (file: TriedFile) => string): Way {
  return {
    program: 'LibreOffice',
    how,
    version: () => versionOf('soffice', /LibreOffice (\S+)/),
    open(file, path, dir) {
      const profile = `-env:UserInstallation=file://${dir}/profile`;
      const chosen = filter === undefined ? [] : [`--infilter=${filter(file)}`];
      const args = [
        '--headless',
        profile,
        ...chosen,
        '--convert-to',
        'fods',
        '--outdir',
        dir,
        path,
      ];
      spawnSync('soffice', args, { timeout: TIMEOUT_MS, stdio: 'ignore' });
      const made = join(dir, basename(path).replace(/\.\w+$/, '.fods'));
      return libreOfficeCells(readFileSync(made, 'utf8'));
    },
  };
}

const gnumeric: Way = {
  program: 'Gnumeric',
  how: 'opened (`ssconvert`)',
  version: () => versionOf('ssconvert', /version '(\S+)'/),
  open(_file, path, dir) {
    const made = join(dir, 'report.gnumeric');
    spawnSync('ssconvert', ['-T', 'Gnumeric_XmlIO:sax', path, made], {
      timeout: TIMEOUT_MS,
      stdio: 'ignore',
    });
    const bytes = readFileSync(made);
    const sheet = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
    const cells = sheet.matchAll(/<gnm:Cell Row="1" Col="\d+"([^>]*)>([^<]*)/g);
    return [...cells].map(([, attributes = '', value = '']): SheetCell => {
      if (attributes.includes('ValueFormat="yyyy')) return { kind: 'time', value };
      return {
        kind: attributes.includes('ValueType="60"') ? 'text' : 'number',
        value: unescape(value),
      };
    });
  },
};

/** The signs by the numbers of the dialog: what it ticks as it comes, a comma, a semicolon and a tab. */
const TICKED = '44/59/9,34,76,1,';

/** Every way that is tried. */
export const WAYS: readonly Way[] = [
  libreOffice(
    'dialog as it comes, Unicode chosen',
    (file) => `CSV:${TICKED},${languageOf(file)},false,false`,
  ),
  libreOffice(
    'dialog, Unicode and "Detect special numbers" chosen',
    (file) => `CSV:${TICKED},${languageOf(file)},false,true`,
  ),
  libreOffice('converted without choices (`soffice --convert-to`)'),
  gnumeric,
];

const NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** The row of the page's table that says what a way makes of a file. */
export function rowOf(
  way: Way,
  version: string,
  { delimiter, mark, ending }: TriedFile,
  taken: Taken | 'other columns',
): string {
  const cells =
    taken === 'other columns'
      ? ['other columns', '', '', '', '']
      : [taken.date, taken.localTime, taken.isoTime, taken.number, taken.text];
  const file = `${NAMES[delimiter]}, .${ending}`;
  const line = [`${way.program} ${version}`, way.how, file, mark ? 'yes' : 'no', ...cells];
  return `| ${line.join(' | ')} |`;
}

/** What a spreadsheet took the cells of a file for. */
export function takenBy(way: Way, file: TriedFile, dir: string): Taken | 'other columns' {
  const cells = way.open(file, writeTried(file, dir), dir);
  if (cells.length !== COLUMNS.length) return 'other columns';
  const [date, localTime, isoTime, number, text] = cells;
  const kind = (cell: SheetCell | undefined): string => cell?.kind ?? '';
  return {
    date: kind(date) === 'time' ? 'date' : kind(date),
    localTime: kind(localTime),
    isoTime: kind(isoTime),
    number: number?.kind === 'number' && number.value.startsWith('7.25') ? 'number' : 'text',
    text:
      text?.value === TEXT ? 'whole' : text?.value.includes('Zoë') === true ? 'other' : 'spoilt',
  };
}
