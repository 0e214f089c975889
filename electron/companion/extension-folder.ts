import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacesEnvironment } from './browser-places.ts';

/** Where the extension is put, so that it stays where a browser loaded it from, whatever becomes of the app. */
export function extensionFolder({ homeDir, env }: PlacesEnvironment): string {
  const given = env['XDG_DATA_HOME'];
  const data = given?.startsWith('/') ? given : join(homeDir, '.local/share');
  return join(data, 'sweetspot-companion');
}

/**
 * Puts the extension into a folder, file by file: the app's own may be in an archive.
 *
 * @param from the extension as it was built.
 */
export function putExtension(from: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    const bytes = readFileSync(join(from, name));
    const file = join(folder, name);
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
    writeFileSync(file, bytes, { mode: 0o600 });
  }
}

/** Takes it away again. */
export function removeExtension(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
