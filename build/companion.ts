import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { type ManifestFor, manifestOf } from '../companion/extension/manifest.ts';
import { ROOT } from './bundle.ts';
import { zip } from './zip.ts';

/** What the extension is made of, as it is loaded. */
const SCRIPTS = ['background', 'content'] as const;

const options = (outDir: string) => ({
  configFile: false as const,
  envDir: false as const,
  logLevel: 'warn' as const,
  publicDir: false as const,
  outDir,
});

/** One script as a browser takes it: no module, all in one file. */
async function buildScript(name: string, outDir: string): Promise<void> {
  const { outDir: dir, ...common } = options(outDir);
  await build({
    ...common,
    build: {
      outDir: dir,
      emptyOutDir: false,
      reportCompressedSize: false,
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
  const { outDir: dir, ...common } = options(outDir);
  await build({
    ...common,
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir: dir,
      emptyOutDir: false,
      reportCompressedSize: false,
      ssr: join(ROOT, 'companion/host/host.ts'),
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'host.mjs' } },
    },
  });
}

/**
 * Builds the companion: `extension/`, which browsers load as it is; an archive a store; and the host. What is there is
 * replaced.
 */
export async function buildCompanion(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  const extension = join(outDir, 'extension');
  await mkdir(extension, { recursive: true });
  for (const name of SCRIPTS) await buildScript(name, extension);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const icon = await readFile(join(ROOT, 'build/icons/png/128x128.png'));
  await writeFile(join(extension, 'icon.png'), icon);
  const manifest = (target: ManifestFor) =>
    Buffer.from(`${JSON.stringify(manifestOf(version, target), null, 2)}\n`);
  await writeFile(join(extension, 'manifest.json'), manifest('folder'));
  for (const target of ['chromium', 'firefox'] as const) {
    const scripts = await Promise.all(
      SCRIPTS.map(async (name) => ({
        name: `${name}.js`,
        bytes: await readFile(join(extension, `${name}.js`)),
      })),
    );
    const entries = [
      { name: 'manifest.json', bytes: manifest(target) },
      ...scripts,
      { name: 'icon.png', bytes: icon },
    ];
    await writeFile(join(outDir, `companion-${target}.zip`), zip(entries));
  }
  await buildHost(outDir);
}
