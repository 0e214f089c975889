import path from 'node:path';

/**
 * The app's own folder: Electron's, but on Windows the one of its name in the local part of the profile. Electron's lies
 * in the roaming part there, which an employer's server can keep a copy of.
 */
export function ownFolder(
  userData: string,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): string {
  const local = env['LOCALAPPDATA'];
  if (platform !== 'win32' || local === undefined || !path.win32.isAbsolute(local)) return userData;
  return path.win32.join(local, path.win32.basename(userData));
}
