import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firefoxPreferences, type Start, type TriedBrowser } from './browsers.ts';

/** Where and how a browser is started. */
export interface Place {
  /** Name of the display. */
  readonly display: string;
  /** A folder that is its home and holds its profile; nothing of the user's is touched. */
  readonly folder: string;
  /** As the locale has it: `pt_BR`. */
  readonly language: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a browser with a home, a session bus and a process group of its own. */
export function startBrowser(
  { program }: TriedBrowser,
  { args, env }: Start,
  { display, folder, language, env: more }: Place,
): ChildProcess {
  writeFileSync(join(folder, 'user.js'), firefoxPreferences(language));
  return spawn('dbus-run-session', ['--', program, ...args], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      ...env,
      ...more,
      DISPLAY: display,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      GDK_BACKEND: 'x11',
      QT_QPA_PLATFORM: 'xcb',
      LANG: `${language}.UTF-8`,
      LC_ALL: `${language}.UTF-8`,
      LANGUAGE: language,
    },
  });
}

/** Ends a browser with all that it started. */
export function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
