import fs from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { UserError } from '../../shared/domain/user-error.ts';
import {
  type AutostartEntry,
  HIDDEN_ARGUMENT,
  type LinuxProcess,
  autostartEntry,
  startsApp,
} from './autostart-entry.ts';

/**
 * Whether the app starts when the user logs in. The system's own record is the only one: what the user
 * changes in the system's settings holds here as well.
 */
export interface Autostart {
  /** False in development, where there is no app to start. */
  readonly available: boolean;
  isOn(): boolean;
  /** @throws UserError where the system's record cannot be written. */
  turn(on: boolean): void;
  /**
   * Brings an entry of ours up to date, for an app that was moved or renamed. Never makes one, and
   * never touches one that the user switched off.
   */
  refresh(): void;
}

/** What of Electron's app autostart needs. */
export type LoginItemApp = Pick<
  App,
  'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'
>;

/** The process that autostart is for. */
export interface AutostartProcess extends LinuxProcess {
  readonly platform: NodeJS.Platform;
}

const NOT_AVAILABLE: Autostart = {
  available: false,
  isOn: () => false,
  turn: () => undefined,
  refresh: () => undefined,
};

/** Autostart of this system: a login item on macOS and Windows, a file of our own on Linux. */
export function createAutostart(app: LoginItemApp, own: AutostartProcess): Autostart {
  if (!app.isPackaged) return NOT_AVAILABLE;
  switch (own.platform) {
    case 'linux':
      return fileAutostart(autostartEntry(own));
    case 'darwin':
      return {
        available: true,
        isOn: () => app.getLoginItemSettings().openAtLogin,
        turn: (on) => app.setLoginItemSettings({ openAtLogin: on }),
        refresh: () => undefined,
      };
    case 'win32':
      return windowsAutostart(app, own.execPath);
    default:
      return NOT_AVAILABLE;
  }
}

/**
 * Whether this process was started to stay in the tray. macOS hands a login item no arguments, but
 * tells that it is one.
 */
export function startsHidden(
  app: Pick<App, 'getLoginItemSettings'>,
  { platform, argv }: { readonly platform: NodeJS.Platform; readonly argv: readonly string[] },
): boolean {
  if (argv.includes(HIDDEN_ARGUMENT)) return true;
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

function windowsAutostart(app: LoginItemApp, execPath: string): Autostart {
  // Windows finds an entry by path and arguments, so both are asked for as they were set.
  const entry = { path: execPath, args: [HIDDEN_ARGUMENT] };
  return {
    available: true,
    isOn() {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(entry);
      // The second is false where the user switched it off in the Task Manager.
      return openAtLogin && executableWillLaunchAtLogin;
    },
    turn: (on) => app.setLoginItemSettings({ ...entry, openAtLogin: on, enabled: on }),
    refresh: () => undefined,
  };
}

function fileAutostart({ file, content }: AutostartEntry): Autostart {
  const write = () => {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // Whoever reads it sees the old file or the new one.
    const unfinished = `${file}.${process.pid}`;
    fs.writeFileSync(unfinished, content, { mode: 0o600 });
    fs.renameSync(unfinished, file);
  };
  return {
    available: true,
    isOn: () => startsApp(readIfThere(file)),
    turn(on) {
      try {
        if (on) write();
        else fs.rmSync(file, { force: true });
      } catch (error) {
        throw new UserError(`${file} cannot be written; check its permissions.`, { cause: error });
      }
    },
    refresh() {
      const written = readIfThere(file);
      if (!startsApp(written) || written === content) return;
      try {
        write();
      } catch {
        // The old entry stays; turning it off or on tells the user why.
      }
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
