import { existsSync } from 'node:fs';
import type { SessionType } from '../../../shared/domain/session.ts';
import type { SourceEnvironment, SourceReason } from './source.ts';
import { compositorPath } from './wayland/compositor.ts';
import { displayAddress } from './x11/display-address.ts';

/**
 * The session of this process; `none` on a Linux without a display. A compositor's socket tells more than
 * `XDG_SESSION_TYPE`, which sway's, labwc's and KWin's children may have as `tty`.
 */
export function sessionType(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): SessionType {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  const socket = compositorPath(env);
  // One that is named and not there was left over, as by a session before this one.
  const isThere = socket !== undefined && existsSync(socket);
  const isWayland = Boolean(env['WAYLAND_DISPLAY']) && (isThere || !env['DISPLAY']);
  if (env['XDG_SESSION_TYPE'] === 'wayland' || isWayland) return 'wayland';
  return env['DISPLAY'] ? 'x11' : 'none';
}

/**
 * What is here for the ways of seeing.
 *
 * @param workerUrl the module of `window-worker`.
 * @param mayScriptKwin whether the user agreed to that.
 */
export const environmentHere = (workerUrl: URL, mayScriptKwin = false): SourceEnvironment => ({
  platform: process.platform,
  session: sessionType(),
  env: process.env,
  workerUrl,
  mayScriptKwin,
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
