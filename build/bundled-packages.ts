import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Folder of the lists, beside what they list. */
const LISTS = 'packages';

/** Part of a module's path that its package begins after. */
const NODE_MODULES = '/node_modules/';

/** Where the list of one result of a build lies. */
export function listFile(outDir: string, name: string): string {
  return join(outDir, LISTS, `${name}.json`);
}

/** Folder of the package that a module is of, seen from the root; undefined for a module of ours. */
export function packageFolder(moduleId: string): string | undefined {
  const id = moduleId.replaceAll('\\', '/');
  const at = id.lastIndexOf(NODE_MODULES);
  if (at < 0) return undefined;
  const [first = '', second = ''] = id.slice(at + NODE_MODULES.length).split('/');
  const nested = id.slice(id.indexOf(NODE_MODULES) + 1, at + NODE_MODULES.length);
  return `${nested}${first.startsWith('@') ? `${first}/${second}` : first}`;
}

/** Writes a list of the packages that have code or styles in a result, for their licences. */
export function listPackages(file: string): Plugin {
  return {
    name: 'sweetspot:list-packages',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const folders = Object.values(bundle)
        .flatMap((part) => (part.type === 'chunk' ? Object.entries(part.modules) : []))
        // Styles leave no code behind: they are a file of their own.
        .filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css(?:$|\?)/.test(id))
        .map(([id]) => packageFolder(id))
        .filter((folder) => folder !== undefined);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify([...new Set(folders)].sort(), null, 2)}\n`);
    },
  };
}

/**
 * Folders of all packages bundled into the results of a build, seen from the root.
 *
 * @throws where nothing was built.
 */
export async function readBundledPackages(outDir: string): Promise<string[]> {
  const folder = join(outDir, LISTS);
  const lists = await Promise.all(
    (await readdir(folder)).map(async (name): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, name), 'utf8')),
    ),
  );
  return [...new Set(lists.flat().map(String))].sort();
}
