import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { type ManifestFor, manifestOf } from '../companion/extension/manifest.ts';
import { ROOT } from './bundle.ts';
import { zip } from './zip.ts';

const DIST = join(ROOT, 'dist/companion');

/** Where the results lie: the folder that browsers load as it is, and the host. */
export const COMPANION = { extension: join(DIST, 'extension'), host: join(DIST, 'host.mjs') };

/** What the extension is made of, as it is loaded. */
const SCRIPTS = ['background', 'content'] as const;
const ICON = 'icon.png';

const COMMON = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
} as const;

/** What both kinds of result have in common. */
const into = (outDir: string) => ({ outDir, emptyOutDir: false, reportCompressedSize: false });

/** One script as a browser takes it: no module, all in one file. */
async function buildScript(name: string, outDir: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      ...into(outDir),
      target: ['chrome121', 'firefox128'],
      lib: {
        entry: join(ROOT, 'companion/extension', `${name}.ts`),
        formats: ['iife'],
        name: 'companion',
        fileName: () => `${name}.js`,
      },
    },
  });
}

/** The host as one file for plain Node. */
async function buildHost(outDir: string): Promise<void> {
  await build({
    ...COMMON,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...into(outDir),
      ssr: join(ROOT, 'companion/host/host.ts'),
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'host.mjs' } },
    },
  });
}

/** The files of the extension for a store. */
async function archive(target: ManifestFor, version: string): Promise<Buffer> {
  const names = [...SCRIPTS.map((name) => `${name}.js`), ICON];
  const files = names.map(async (name) => ({
    name,
    bytes: await readFile(join(COMPANION.extension, name)),
  }));
  const manifest = { name: 'manifest.json', bytes: manifestFile(target, version) };
  return zip([manifest, ...(await Promise.all(files))]);
}

const manifestFile = (target: ManifestFor, version: string) =>
  Buffer.from(`${JSON.stringify(manifestOf(version, target), null, 2)}\n`);

/** Builds the companion: the extension as a folder and as an archive a store, and the host. What is there is replaced. */
export async function buildCompanion(): Promise<void> {
  await rm(DIST, { recursive: true, force: true });
  await mkdir(COMPANION.extension, { recursive: true });
  for (const name of SCRIPTS) await buildScript(name, COMPANION.extension);
  const file = await readFile(join(ROOT, 'package.json'), 'utf8');
  const { version } = JSON.parse(file) as { version: string };
  await copyFile(join(ROOT, 'build/icons/png/128x128.png'), join(COMPANION.extension, ICON));
  await writeFile(join(COMPANION.extension, 'manifest.json'), manifestFile('folder', version));
  for (const target of ['chromium', 'firefox'] as const) {
    await writeFile(join(DIST, `companion-${target}.zip`), await archive(target, version));
  }
  await buildHost(DIST);
}
