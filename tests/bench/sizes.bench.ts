import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import '../../build/build.ts';
import { ROOT } from '../../build/bundle.ts';
import { makeStubElectron } from '../support/stub-electron.ts';
import type { Figure } from './measure.ts';

const KILOBYTE = 1000;
const MEGABYTE = 1_000_000;

const ASSETS = join(ROOT, 'dist/renderer/assets');

/** Sizes of what is built and packaged. */
export async function benchSizes(): Promise<Figure[]> {
  const scripts = filesOf(ASSETS, '.js');
  const styles = filesOf(ASSETS, '.css');
  const kilobytes = (name: string, bytes: number, budget?: number): Figure => ({
    name,
    value: Math.round(bytes / KILOBYTE),
    unit: 'kB',
    ...(budget === undefined ? {} : { budget }),
  });
  return [
    kilobytes('JavaScript of the window, gzip', sum(scripts, gzipped), 450),
    kilobytes('JavaScript of the window, brotli', sum(scripts, brotlied)),
    kilobytes('JavaScript of the window', sum(scripts, plain)),
    kilobytes('styles of the window, gzip', sum(styles, gzipped)),
    kilobytes('main process', sum(filesOf(join(ROOT, 'dist/main'), '.js'), plain)),
    ...(await benchArchive()),
  ];
}

const plain = (content: Buffer) => content.length;
const gzipped = (content: Buffer) => gzipSync(content).length;
const brotlied = (content: Buffer) => brotliCompressSync(content).length;

function filesOf(folder: string, extension: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(folder, name)));
}

function sum(contents: readonly Buffer[], size: (content: Buffer) => number): number {
  return contents.reduce((total, content) => total + size(content), 0);
}

/** The archive as it is packaged, against a folder that looks like Electron. */
async function benchArchive(): Promise<Figure[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = mkdtempSync(join(tmpdir(), 'sweetspot-bench-package-'));
  try {
    const electron = await makeStubElectron(join(folder, 'electron'));
    const args = ['build/package.ts', '--dir', `--config.directories.output=${folder}`];
    const env = { ...process.env, ELECTRON_DIST: electron };
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
    if (status !== 0) throw new Error('Packaging failed: see npm run package');
    const resources = join(folder, 'linux-unpacked/resources');
    const { size } = statSync(join(resources, 'app.asar'));
    return [
      {
        name: "the app's own files (asar)",
        value: Number((size / MEGABYTE).toFixed(2)),
        unit: 'MB',
        budget: 6,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
