import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GNOME_VERSIONS, type ExtensionState } from '../../../shared/ipc/sight.ts';
import { callBus } from '../../system/bus-call.ts';
import type { RunProgram } from '../../system/run-program.ts';
import { EXTENSION_ID, EXTENSION_VERSION, extensionFiles } from './gnome-extension-files.ts';

/** What can be done with the extension; `look` changes nothing. */
export type ExtensionAction = 'look' | 'install' | 'enable' | 'remove';

/** The extension of GNOME Shell. */
export interface ShellExtension {
  /**
   * Does something with it, and tells what has become of it; null where there is no GNOME Shell.
   *
   * @throws where its files could not be written or removed.
   */
  act(action: ExtensionAction): Promise<ExtensionState | null>;
}

/** Where the extension is put: in the user's own home, and nowhere else. */
export function extensionFolder(home = homedir()): string {
  return join(home, '.local/share/gnome-shell/extensions', EXTENSION_ID);
}

/**
 * Whether the extension could help: GNOME under Wayland. Elsewhere there is no shell that would load it.
 */
export function isForExtension(env: NodeJS.ProcessEnv): boolean {
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase().split(':');
  return desktops.includes('GNOME') && Boolean(env['WAYLAND_DISPLAY']);
}

const SHELL = { bus: 'session', name: 'org.gnome.Shell', path: '/org/gnome/Shell' } as const;

/** How GNOME Shell numbers what an extension may be. */
const STATES: Readonly<Record<string, ExtensionState>> = { 1: 'on', 3: 'failed', 4: 'refused' };

/** What GNOME Shell says of the extension that it has loaded. */
interface Loaded {
  /** Which one it is; undefined where it knows of none. */
  readonly version: string | undefined;
  readonly state: ExtensionState;
}

async function readLoaded(run: RunProgram): Promise<Loaded> {
  const info = await callBus(run, SHELL, 'org.gnome.Shell.Extensions.GetExtensionInfo', [
    EXTENSION_ID,
  ]);
  return {
    version: /'version-name': <'([^']*)'>/.exec(info)?.[1],
    state: STATES[/'state': <(\d+)/.exec(info)?.[1] ?? ''] ?? 'off',
  };
}

/**
 * Whether GNOME Shell runs this app's extension, and no other that answers in its place. x-win may be asked
 * then alone: see `gnome-extension-files`. Never rejects.
 */
export async function runsExtension(run: RunProgram): Promise<boolean> {
  const loaded = await readLoaded(run).catch(() => undefined);
  return loaded?.version === EXTENSION_VERSION && loaded.state === 'on';
}

/** Number of the GNOME Shell that runs; undefined where none does. */
async function readShellVersion(run: RunProgram): Promise<number | undefined> {
  const get = 'org.freedesktop.DBus.Properties.Get';
  const version = await callBus(run, SHELL, get, [SHELL.name, 'ShellVersion']).catch(() => '');
  const number = /<'(\d+)/.exec(version)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** What lies in the folder. */
interface Installed {
  readonly version: string;
  /** Versions of GNOME Shell that load it. */
  readonly shells: readonly unknown[];
}

/** Reads what lies in the folder; undefined where nothing does. */
function readInstalled(folder: string): Installed | undefined {
  try {
    const text = readFileSync(join(folder, 'metadata.json'), 'utf8');
    const metadata: unknown = Object(JSON.parse(text));
    const of = (key: string): unknown => Reflect.get(Object(metadata), key);
    const shells = of('shell-version');
    return { version: String(of('version-name')), shells: Array.isArray(shells) ? shells : [] };
  } catch (error) {
    return error instanceof SyntaxError ? { version: 'damaged', shells: [] } : undefined;
  }
}

async function look(run: RunProgram, folder: string): Promise<ExtensionState | null> {
  const shell = await readShellVersion(run);
  if (shell === undefined) return null;
  const isFit = shell >= GNOME_VERSIONS.first;
  const installed = readInstalled(folder);
  if (installed === undefined && shell > GNOME_VERSIONS.last) return 'untried';
  if (installed === undefined) return isFit ? 'absent' : 'unfit';
  if (installed.version !== EXTENSION_VERSION) return isFit ? 'foreign' : 'unfit';
  const { version, state } = await readLoaded(run);
  // GNOME Shell reads its extensions when a session begins.
  if (version !== EXTENSION_VERSION) return isFit ? 'waiting' : 'refused';
  // What it refused may have been replaced since by what names its version.
  return state === 'refused' && installed.shells.includes(String(shell)) ? 'waiting' : state;
}

/** GNOME Shell switches an extension on in its own time; after this many looks it has not. */
const LOOKS = 10;
const BETWEEN_LOOKS_MS = 300;

/** Handles the extension of GNOME Shell. @param folder where it is put. */
export function createShellExtension(
  run: RunProgram,
  folder = extensionFolder(),
  betweenMs = BETWEEN_LOOKS_MS,
): ShellExtension {
  async function install(): Promise<void> {
    const version = await readShellVersion(run);
    if (version === undefined) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(extensionFiles(version))) {
      writeFileSync(join(folder, name), content);
    }
  }

  async function enable(): Promise<void> {
    await callBus(run, SHELL, 'org.gnome.Shell.Extensions.EnableExtension', [EXTENSION_ID]);
    for (let looks = 1; looks < LOOKS && !(await runsExtension(run)); looks += 1) {
      await wait(betweenMs);
    }
  }

  async function remove(): Promise<void> {
    // It goes, whether or not GNOME Shell knows of it.
    await callBus(run, SHELL, 'org.gnome.Shell.Extensions.DisableExtension', [EXTENSION_ID]).catch(
      () => '',
    );
    rmSync(folder, { recursive: true, force: true });
  }

  return {
    async act(action) {
      if (action === 'install') await install();
      else if (action === 'enable') await enable();
      else if (action === 'remove') await remove();
      return await look(run, folder);
    },
  };
}
