import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Environment in which the session's bus tells that somebody shows tray icons, as `dbus-send` prints it (1.14 and 1.16).
 *
 * @param dir an existing folder for it.
 */
export function showingTray(dir: string): Readonly<Record<string, string>> {
  const programs = join(dir, 'programs');
  mkdirSync(programs, { recursive: true });
  const program = join(programs, 'dbus-send');
  writeFileSync(program, "#!/bin/sh\necho '   variant       boolean true'\n");
  chmodSync(program, 0o755);
  return { PATH: [programs, process.env['PATH'] ?? ''].join(delimiter) };
}
