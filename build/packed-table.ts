import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { PluginOption } from 'vite';

/** The module of Node that is a JSON file, compressed: it unpacks itself when it is first imported. */
export function packedModule(json: string): string {
  const packed = brotliCompressSync(JSON.stringify(JSON.parse(json))).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString('utf8'));
`;
}

/** Lets a bundle for Node carry one of its JSON files compressed. */
export function packTable(file: string): PluginOption {
  const id = '\0packed-table';
  return {
    name: 'packed-table',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.json')) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved?.id === file ? id : null;
    },
    async load(wanted) {
      if (wanted !== id) return null;
      return { code: packedModule(await readFile(file, 'utf8')), moduleType: 'js' };
    },
  };
}
