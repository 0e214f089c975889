import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ExtensionState } from '../../shared/ipc/sight.ts';

/** What can be done with the extension; `look` changes nothing. */
export type ExtensionAction = 'look' | 'install' | 'enable' | 'remove';

/** The part of x-win that the extension is handled by. Each throws where GNOME Shell does not answer. */
export interface ExtensionCalls {
  readonly installExtension: () => boolean;
  readonly uninstallExtension: () => boolean;
  readonly enableExtension: () => boolean;
  readonly disableExtension: () => boolean;
  readonly isEnabledExtension: () => boolean;
}

/** Where x-win puts the extension: in the user's own home, and nowhere else. */
export function extensionFolder(home = homedir()): string {
  return join(home, '.local/share/gnome-shell/extensions/x-win@miniben90.org');
}

function attempt(call: () => boolean): boolean {
  try {
    return call();
  } catch {
    // Before a new session GNOME Shell does not know of it.
    return false;
  }
}

/**
 * Handles the extension of GNOME Shell, and tells what has become of it. To be run in a worker: GNOME Shell may
 * take its time.
 *
 * @throws where it could not be put into the home.
 */
export function actOnExtension(
  action: ExtensionAction,
  calls: ExtensionCalls,
  folder = extensionFolder(),
): ExtensionState {
  if (action === 'install') {
    if (!calls.installExtension()) throw new Error('The extension could not be installed');
    attempt(calls.enableExtension);
  } else if (action === 'enable') {
    attempt(calls.enableExtension);
  } else if (action === 'remove') {
    attempt(calls.disableExtension);
    attempt(calls.uninstallExtension);
    // It may throw half way.
    rmSync(folder, { recursive: true, force: true });
  }
  if (!existsSync(join(folder, 'metadata.json'))) return 'absent';
  return attempt(calls.isEnabledExtension) ? 'on' : 'off';
}
