import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { REAL_PLATFORM } from '../real-platform.ts';

/** A Chromium that may be started. */
export interface Candidate {
  readonly executablePath: string;
  /** Whether it has no windows, ever. */
  readonly headlessOnly: boolean;
  /** Environment that it needs besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** Names that Chromium and its kin go by on a PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Value of SWEETSPOT_CHROMIUM that stands for the one among the dev dependencies. */
const BUNDLED = 'bundled';

/**
 * The Chromiums of this machine, best first: what SWEETSPOT_CHROMIUM names (and then nothing else),
 * an installed one, the headless one of the dev dependencies, Playwright's own.
 */
export async function* candidates(): AsyncGenerator<Candidate> {
  const wanted = process.env['SWEETSPOT_CHROMIUM'];
  if (wanted !== undefined && wanted !== '' && wanted !== BUNDLED) {
    yield { executablePath: wanted, headlessOnly: false, env: {} };
    return;
  }
  if (wanted !== BUNDLED) {
    for (const executablePath of installed()) {
      yield { executablePath, headlessOnly: false, env: {} };
    }
  }
  if (REAL_PLATFORM === 'linux' && process.arch === 'x64') yield await bundled();
  if (wanted === BUNDLED) return;
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) yield { executablePath: playwrights, headlessOnly: false, env: {} };
}

function installed(): string[] {
  const { env } = process;
  const inFolders = (folders: readonly (string | undefined)[], names: readonly string[]) =>
    folders.flatMap((folder) =>
      folder === undefined || folder === '' ? [] : names.map((name) => join(folder, name)),
    );
  const places = (() => {
    switch (REAL_PLATFORM) {
      case 'darwin':
        return inFolders(
          ['/Applications', join(env['HOME'] ?? '', 'Applications')],
          [
            'Google Chrome.app/Contents/MacOS/Google Chrome',
            'Chromium.app/Contents/MacOS/Chromium',
            'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
          ],
        );
      case 'win32':
        return inFolders(
          [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']],
          ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
        );
      default:
        return inFolders((env['PATH'] ?? '').split(delimiter), NAMES);
    }
  })();
  return [...new Set(places)].filter((place) => existsSync(place));
}

/**
 * Unpacks the headless Chromium of the dev dependencies, once, with the libraries and the font it
 * needs on a machine that has none.
 */
async function bundled(): Promise<Candidate> {
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    headlessOnly: true,
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter((part) => part !== undefined && part !== '')
        .join(delimiter),
      FONTCONFIG_FILE: process.env['FONTCONFIG_FILE'] ?? join(folder, 'fonts.conf'),
    },
  };
}

/**
 * Environment in which a Chromium of Linux finds the font of the dev dependencies and no other, so that a page is
 * laid out alike whatever fonts the machine has. Empty elsewhere, where fonts are not found that way.
 */
export async function oneFont(): Promise<Readonly<Record<string, string>>> {
  if (REAL_PLATFORM !== 'linux' || process.arch !== 'x64') return {};
  return { FONTCONFIG_FILE: join(await unpacked(), 'one-font.conf') };
}

async function unpacked(): Promise<string> {
  // The package's exports leave out its package.json; its entry is build/index.js.
  const root = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const version: unknown = createRequire(import.meta.url)(join(root, 'package.json'));
  const name = `chromium-with-fonts-${String(Reflect.get(Object(version), 'version'))}`;
  return await unpackOnce(root, join(dirname(dirname(root)), '.cache'), name).catch(() =>
    unpackOnce(root, join(tmpdir(), `sweetspot-${String(userInfo().uid)}`), name),
  );
}

/** Unpacks beside the place and then moves, so that what is in place is always whole. */
async function unpackOnce(root: string, parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  if (existsSync(folder)) return folder;
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const unpacking = await mkdtemp(join(parent, `${name}-`));
  try {
    // The package unpacks into the temporary folder, which only another process can have elsewhere.
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    const script = `
      const { inflate } = await import(${JSON.stringify(pathToFileURL(join(root, 'build/index.js')).href)});
      for (const file of ${JSON.stringify(archives.map((file) => join(root, 'bin', file)))}) await inflate(file);`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: unpacking, NODE_OPTIONS: '' },
    });
    const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
    const fonts = join(folder, 'fonts');
    await writeFile(join(unpacking, 'fonts.conf'), fontConfig(fonts, system));
    await writeFile(join(unpacking, 'one-font.conf'), fontConfig(fonts));
    await rename(unpacking, folder);
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function fontConfig(folder: string, include = ''): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${include}
  <dir>${folder}</dir>
</fontconfig>
`;
}
