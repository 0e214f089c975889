import type { SessionType } from '../../../shared/domain/session.ts';
import type { SourceEnvironment, SourceReason } from './source.ts';
import { displayAddress } from './x11/display-address.ts';

/** The session of this process; `none` on a Linux without a display. */
export function sessionType(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): SessionType {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  if (env['XDG_SESSION_TYPE'] === 'wayland' || (env['WAYLAND_DISPLAY'] && !env['DISPLAY'])) {
    return 'wayland';
  }
  return env['DISPLAY'] ? 'x11' : 'none';
}

/** What is here for the ways of seeing. @param workerUrl the module of `window-worker`. */
export const environmentHere = (workerUrl: URL): SourceEnvironment => ({
  platform: process.platform,
  session: sessionType(),
  env: process.env,
  workerUrl,
});

/**
 * Why what asks the X server, or the system, is of no use here; null where it may be. Under Wayland it would see the few
 * windows that still speak X11, and take the last of them for the active one. A display of another computer is reached over
 * a network, which nothing of this app opens.
 */
export function whyNoLibrary({ session, env }: SourceEnvironment): SourceReason | null {
  if (session === 'wayland') return 'other-session';
  const isRemote = session === 'x11' && displayAddress(env['DISPLAY']) === null;
  return isRemote ? 'remote-display' : null;
}
