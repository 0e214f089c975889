import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ROOT } from './bundle.ts';
import { readBundledPackages } from './bundled-packages.ts';

/** Packages that are packaged as they are, for their native parts. */
export const UNBUNDLED = ['node_modules/@miniben90/x-win', 'node_modules/active-win'];

/** Licences of what is in the app: they ask for no more than to be named, as THIRD-PARTY-LICENSES.txt does. */
export const SHIPPED_LICENCES: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // The data of date-holidays.
  'CC-BY-3.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Whether a licence, as an SPDX expression, can be kept by keeping some of these. */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const inner = /^\((.*)\)$/.exec(expression)?.[1] ?? expression;
  return inner
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));
}

/** Where licences stand in a package. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Texts that end in code or pages are no licences. */
const NO_TEXT = /\.(?:[cm]?[jt]sx?|json|html)$/i;

/** Packages that name their licence and leave out its text, and one of the same author under the same licence that has it. */
const TEXT_IN: Readonly<Record<string, string>> = {
  'react-remove-scroll-bar': 'react-remove-scroll',
};

interface Licensed {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  readonly text: string;
}

/**
 * Writes the licences of all packages that are in the app to one text file.
 *
 * @param outDir results of the build.
 * @throws where a package comes without a licence, or with one that is not allowed.
 */
export async function writeLicences(outDir: string, file: string): Promise<void> {
  const folders = [...UNBUNDLED, ...(await readBundledPackages(outDir))];
  const all = await Promise.all(folders.map((folder) => readLicence(join(ROOT, folder))));
  const sorted = all.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  await writeFile(file, [HEAD, ...sorted.map(chapterOf)].join('\n'));
}

const HEAD = `Sweetspot is made with the work of others. These are the packages in it and their licences.
Those of Electron and Chromium are in the files LICENSE.electron.txt and LICENSES.chromium.html.
`;

function idOf({ name, version }: Licensed): string {
  return `${name} ${version}`;
}

function chapterOf(licensed: Licensed): string {
  const title = `${idOf(licensed)} (${licensed.licence})`;
  return `${'-'.repeat(80)}\n${title}\n\n${licensed.text}\n`;
}

async function readLicence(folder: string): Promise<Licensed> {
  const about: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = Object(about) as Record<string, unknown>;
  const other = TEXT_IN[String(name)];
  const place = other === undefined ? folder : join(dirname(folder), other);
  const files = (await readdir(place)).filter(
    (one) => LICENCE_FILE.test(one) && !NO_TEXT.test(one),
  );
  const texts = await Promise.all(files.sort().map((one) => readFile(join(place, one), 'utf8')));
  const text = texts.map((one) => one.replaceAll('\r\n', '\n').trim()).join('\n\n');
  if (text === '' || typeof license !== 'string') {
    throw new Error(`${basename(dirname(folder))}/${basename(folder)} comes without a licence`);
  }
  if (!isAllowed(license, SHIPPED_LICENCES)) {
    throw new Error(`The licence of ${String(name)}, ${license}, has to be decided on`);
  }
  return { name: String(name), version: String(version), licence: license, text };
}
