/**
 * @file Packages the app for Linux against a folder that looks like Electron, and looks into what came
 * out. Other systems have no native part for it, and test their own packages in the release workflow.
 */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/bundle.ts';
import { FUSES } from '../../build/fuses.ts';
import { launchApp, makeDataDir } from '../support/driver.ts';
import { makeStubElectron } from '../support/stub-electron.ts';

const run = promisify(execFile);

const ON_LINUX_X64 = process.platform === 'linux' && process.arch === 'x64';

const MEBIBYTE = 2 ** 20;

let folder = '';
let unpacked = '';
let archive = '';
let extracted = '';
let files: string[] = [];

async function packageApp(): Promise<void> {
  const electron = await makeStubElectron(join(folder, 'electron'));
  const out = join(folder, 'release');
  const args = ['--dir', `--config.directories.output=${out}`];
  // Without what a test run sets, by which React would be built for development.
  const env: NodeJS.ProcessEnv = { ...process.env, ELECTRON_DIST: electron };
  delete env['NODE_ENV'];
  await run(process.execPath, [join(ROOT, 'build/package.ts'), ...args], {
    cwd: ROOT,
    env,
  }).catch((error: unknown) => {
    throw new Error(`Packaging failed: ${String(Reflect.get(Object(error), 'stdout'))}`);
  });
  unpacked = join(out, 'linux-unpacked');
  archive = join(unpacked, 'resources/app.asar');
  extracted = join(folder, 'extracted');
  extractAll(archive, extracted);
  files = listPackage(archive, { isPack: false })
    .map((name) => name.slice(1))
    .filter((name) => statSync(join(extracted, name)).isFile());
}

const textOf = (name: string) => extractFile(archive, name).toString('utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweetspot-package-'));
  if (ON_LINUX_X64) await packageApp();
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(ON_LINUX_X64)('the packaged app', () => {
  test('is made of these files and no others', () => {
    expect(readdirSync(extracted).sort()).toEqual([
      'LICENSE',
      'THIRD-PARTY-LICENSES.txt',
      'dist',
      'node_modules',
      'package.json',
    ]);
    const assets = /^dist\/renderer\/assets\/[\w-]+\.(?:js|css)$/;
    expect(files.filter((name) => !assets.test(name)).sort()).toEqual([
      'LICENSE',
      'THIRD-PARTY-LICENSES.txt',
      'dist/companion/extension/background.js',
      'dist/companion/extension/content.js',
      'dist/companion/extension/icon.png',
      'dist/companion/extension/manifest.json',
      'dist/main/backups.js',
      'dist/main/check-worker.js',
      'dist/main/data-folder.js',
      'dist/main/date-holidays.js',
      'dist/main/decode-text.js',
      'dist/main/early-check.js',
      'dist/main/import-worker.js',
      'dist/main/main.js',
      'dist/main/main2.js',
      'dist/main/plan-message.js',
      'dist/main/rolldown-runtime.js',
      'dist/main/user-error.js',
      'dist/main/window-worker.js',
      'dist/main/x-win.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
      'node_modules/@mapbox/node-pre-gyp/index.cjs',
      'node_modules/@mapbox/node-pre-gyp/package.json',
      'node_modules/@miniben90/x-win-linux-x64-gnu/package.json',
      'node_modules/@miniben90/x-win-linux-x64-gnu/x-win.linux-x64-gnu.node',
      'node_modules/@miniben90/x-win/index.js',
      'node_modules/@miniben90/x-win/package.json',
      'node_modules/active-win/index.js',
      'node_modules/active-win/lib/linux.js',
      'node_modules/active-win/lib/macos.js',
      'node_modules/active-win/lib/windows.js',
      'node_modules/active-win/package.json',
      'package.json',
    ]);
    expect(files.filter((name) => assets.test(name)).length).toBeGreaterThan(1);
  });

  test('tells nothing of where it was built, nor of how', () => {
    for (const name of files.filter((one) => !one.endsWith('.node'))) {
      // Where every X server has its socket, on whatever computer.
      const text = textOf(name).replaceAll('/tmp/.X11-unix', '');
      for (const hint of [ROOT, tmpdir(), 'sourceMappingURL', 'vitest', 'import.meta.hot']) {
        // The text is not shown: it is a megabyte.
        expect(text.includes(hint), `${name} has ${hint}`).toBe(false);
      }
    }
    const about: unknown = JSON.parse(textOf('package.json'));
    expect(about).toMatchObject({ main: 'dist/main/main.js', desktopName: 'sweetspot.desktop' });
    expect(about).not.toHaveProperty('devDependencies');
    expect(about).not.toHaveProperty('scripts');
  });

  test('has no updater and no address to look for one', () => {
    expect(readdirSync(join(unpacked, 'resources')).sort()).toEqual([
      'app.asar',
      'app.asar.unpacked',
    ]);
    const main = files.filter((name) => name.startsWith('dist/main/')).map(textOf);
    expect(main.join('\n')).toContain('powerMonitor');
    expect(main.join('\n')).not.toMatch(/electron-updater|autoUpdater|crashReporter/);
  });

  test('comes with the licences of all that is in it, where a person can read them', () => {
    const licences = readFileSync(
      join(unpacked, 'resources/app.asar.unpacked/THIRD-PARTY-LICENSES.txt'),
      'utf8',
    );
    for (const name of ['react', 'recharts', 'zod', 'electron-store', 'conf', '@miniben90/x-win']) {
      expect(licences).toMatch(new RegExp(`^-{80}\\n${name} \\d[\\w.-]* \\(`, 'm'));
    }
    expect(licences).toContain('Permission is hereby granted');
    expect(textOf('LICENSE')).toContain('MIT License');
    expect(readdirSync(unpacked).sort()).toEqual([
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'locales',
      'resources',
      'sweetspot',
      'version',
    ]);
  });

  test('speaks Dutch and English', () => {
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'nl.pak']);
  });

  test('has its fuses set, each of them', async () => {
    expect(await getCurrentFuseWire(join(unpacked, 'sweetspot'))).toEqual({
      version: '1',
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
      [FuseV1Options.WasmTrapHandlers]: FuseState.ENABLE,
    });
  });

  test('is no larger than its budget', () => {
    expect(statSync(archive).size).toBeLessThan(6 * MEBIBYTE);
  });

  test('finds the native parts that it brings', async () => {
    const script =
      "await import('@miniben90/x-win'); await import('active-win'); process.stdout.write('found')";
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await run(process.execPath, args, { cwd: extracted });
    expect(stdout).toBe('found');
  });

  test('starts and draws its first page', async () => {
    const dataDir = await makeDataDir();
    writeFileSync(join(dataDir, 'settings.json'), '{"welcomed":true}');
    const app = await launchApp({ dataDir, main: join(extracted, 'dist/main/main.js') });
    try {
      await app.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      await app.page.getByRole('region', { name: 'Measuring' }).waitFor();
      expect(app.output()).not.toMatch(/error|cannot/i);
    } finally {
      await app.close();
      rmSync(dataDir, { recursive: true });
    }
  }, 60_000);
});

test('a fuse that is new in Electron has to be decided on', async () => {
  const electron = await makeStubElectron(join(folder, 'newer'), '1011000111');
  await expect(flipFuses(join(electron, 'electron'), FUSES)).rejects.toThrow(
    'strictlyRequireAllFuses',
  );
});
