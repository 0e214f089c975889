import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bundle.ts';

/**
 * Finds Electron's binary without downloading it, as the package itself would: in the folder that
 * ELECTRON_OVERRIDE_DIST_PATH names, else where `npx install-electron` puts it.
 *
 * @returns undefined where there is none.
 */
export function findElectron(): string | undefined {
  const home = join(ROOT, 'node_modules', 'electron');
  const named = readIfThere(join(home, 'path.txt'));
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary =
    override !== undefined && override !== ''
      ? join(override, named ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))
      : named && join(home, 'dist', named);
  return binary !== undefined && binary !== '' && existsSync(binary) ? binary : undefined;
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
