import { homedir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { type CompanionNeeds, openCompanion } from '../companion/open-companion.ts';
import type { HostCommand } from '../companion/host-files.ts';

/**
 * How browsers are to start the host. An installed app is its own host, told so by its arguments; what runs of an
 * AppImage is in a mount that goes with it, so the image itself is named. From a checkout it is a file for Node.
 */
function hostCommand(built: string): HostCommand {
  if (app.isPackaged) {
    return { program: process.env['APPIMAGE'] ?? process.execPath, args: [], env: {} };
  }
  return {
    program: process.execPath,
    args: [path.join(built, 'host.mjs')],
    // Electron's own binary is Node with this; to Node it says nothing.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  };
}

/** @param built the companion as it was built. */
export function openCompanions(
  needs: Pick<CompanionNeeds, 'news' | 'companions'>,
  built: string,
): ReturnType<typeof openCompanion> {
  const { platform, env } = process;
  return openCompanion({
    ...needs,
    environment: { platform, env, homeDir: homedir() },
    command: hostCommand(built),
    built: path.join(built, 'extension'),
  });
}
