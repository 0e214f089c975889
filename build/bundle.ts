import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type PluginOption } from 'vite';
import { listFile, listPackages } from './bundled-packages.ts';
import { leaveOutSchemas } from './no-schemas.ts';
import { packTable } from './packed-table.ts';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '..');

/** What an app is made of: its entries. */
export interface AppSources {
  /** Entry of the main process. */
  readonly main: string;
  /** Entries of the workers of the main process, by the names of their files without an extension. */
  readonly workers?: Readonly<Record<string, string>>;
  /** Entry of the preload. */
  readonly preload: string;
  /** Folder of the window, with an `index.html`. */
  readonly renderer: string;
}

/** Where the results of a build lie in its folder. */
export interface AppFiles {
  readonly main: string;
  readonly preload: string;
  readonly renderer: string;
}

/** The table of what browsers write in all languages: most of its 120 kB repeats itself. */
const BROWSER_TEXTS = join(ROOT, 'shared/linkedin/browser-texts.json');

/** What stays outside the bundle of the main process: Electron itself and what has native parts. */
const MAIN_EXTERNALS = ['electron', '@miniben90/x-win', 'active-win'];

/** The results of a build in a folder. */
export function appFiles(outDir: string): AppFiles {
  return {
    main: join(outDir, 'main', 'main.js'),
    preload: join(outDir, 'preload', 'preload.cjs'),
    renderer: join(outDir, 'renderer'),
  };
}

/**
 * Builds main process, preload and window, each only where one of the inputs is newer than what is
 * there.
 *
 * @param inputs folders and files that the result depends on.
 * @throws where a source does not compile.
 */
export async function buildApp(
  sources: AppSources,
  outDir: string,
  inputs: readonly string[],
): Promise<AppFiles> {
  const files = appFiles(outDir);
  const newest = await newestChange(inputs);
  await buildWhereOld(
    files.main,
    newest,
    mainConfig({ main: sources.main, ...sources.workers }, join(outDir, 'main')),
  );
  await buildWhereOld(
    files.preload,
    newest,
    preloadConfig(sources.preload, join(outDir, 'preload')),
  );
  await buildWhereOld(
    join(files.renderer, 'index.html'),
    newest,
    rendererConfig(sources.renderer, files.renderer),
  );
  return files;
}

/** Whether a result is older than what it depends on, or missing. */
export async function isOld(result: string, inputs: readonly string[]): Promise<boolean> {
  return (await changedAt(result)) <= (await newestChange(inputs));
}

async function buildWhereOld(result: string, newestMs: number, config: InlineConfig) {
  if ((await changedAt(result)) <= newestMs) await build(config);
}

async function newestChange(inputs: readonly string[]): Promise<number> {
  const times = await Promise.all(
    inputs.map(async (input) => {
      const names = await readdir(input, { recursive: true }).catch(() => []);
      return await Promise.all(['', ...names].map((name) => changedAt(join(input, name))));
    }),
  );
  return Math.max(...times.flat());
}

/** When a file or folder changed last, in UTC milliseconds; 0 where there is none (any more). */
async function changedAt(path: string): Promise<number> {
  return await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

/**
 * The main process and its workers as ES modules, with what they share or load later beside them; Electron runs
 * them in its own Node.
 */
function mainConfig(entries: Readonly<Record<string, string>>, outDir: string): InlineConfig {
  return {
    ...common(outDir, 'main', [packTable(BROWSER_TEXTS), leaveOutSchemas()]),
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...buildOptions(outDir),
      ssr: true,
      target: 'node24',
      rolldownOptions: {
        input: entries,
        external: MAIN_EXTERNALS,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  };
}

/** One CommonJS file: a sandboxed preload can load no module but Electron's. */
function preloadConfig(entry: string, outDir: string): InlineConfig {
  return {
    ...common(outDir, 'preload'),
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...buildOptions(outDir),
      ssr: entry,
      target: 'chrome150',
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  };
}

/** The window: an HTML file with scripts and styles beside it, as its policy allows nothing inline. */
function rendererConfig(root: string, outDir: string): InlineConfig {
  return {
    ...common(outDir, 'renderer', [react()]),
    root,
    base: '/',
    resolve: { alias: { 'temporal-polyfill': join(ROOT, 'renderer/native-temporal.ts') } },
    build: {
      ...buildOptions(outDir),
      target: 'chrome150',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}

function common(outDir: string, name: string, plugins: PluginOption[] = []): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [...plugins, listPackages(listFile(dirname(outDir), name))],
  };
}

function buildOptions(outDir: string): NonNullable<InlineConfig['build']> {
  return {
    outDir,
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
  };
}
