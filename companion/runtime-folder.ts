/** @file The folder in which the hosts leave their states, and who may look into it. */
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who runs this; asked of the process itself, as the table of users may be another program's to answer. None on Windows. */
const ownId = () => process.getuid?.() ?? -1;

/** Where the folder is: among what the system keeps for the user's session, in memory where there is such a place. */
export function runtimeFolder(env: NodeJS.ProcessEnv): string {
  const session = env['XDG_RUNTIME_DIR'];
  if (session?.startsWith('/')) return join(session, 'sweetspot-companion');
  return join(tmpdir(), `sweetspot-companion-${ownId()}`);
}

/** Makes the folder where it is missing. @returns whether it is the user's, and nobody else may look into it. */
export function ownFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be; the look below tells.
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return found.uid === ownId() && (found.mode & 0o077) === 0;
}
