/**
 * @file Writes what the app is made of as a CycloneDX list: `node build/sbom.ts FILE`. A list of the
 * dependencies alone would leave out all that is bundled, and Electron with what is in it.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './bundle.ts';
import { readBundledPackages } from './bundled-packages.ts';
import { findElectron } from './electron-binary.ts';
import { UNBUNDLED } from './licences.ts';
import { type PackageFacts, bomOf } from './sbom-document.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node build/sbom.ts FILE');
  process.exit(2);
}

const folders = [...UNBUNDLED, 'node_modules/electron'];
const packages = await Promise.all(
  [...folders, ...(await readBundledPackages(join(ROOT, 'dist')))].map(factsOf),
);
const bom = bomOf(await factsOf('.'), packages, await runtimeVersions());
await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);

async function factsOf(folder: string): Promise<PackageFacts> {
  const about: unknown = JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8'));
  const { name, version, license } = Object(about) as Record<string, unknown>;
  return { name: String(name), version: String(version), licence: String(license) };
}

/** What Electron is made of, by its own word; nothing where there is no binary to ask. */
async function runtimeVersions(): Promise<Readonly<Record<string, string>>> {
  const electron = findElectron();
  if (electron === undefined) {
    console.error('Without an Electron binary the list lacks Chromium, Node, V8 and SQLite.');
    return {};
  }
  const { stdout } = await promisify(execFile)(
    electron,
    ['--print', 'JSON.stringify(process.versions)'],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
  );
  const { chrome, node, v8, sqlite } = JSON.parse(stdout) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries({ chromium: chrome, node, v8, sqlite })
      .filter(([, version]) => typeof version === 'string')
      .map(([name, version]) => [name, String(version)]),
  );
}
