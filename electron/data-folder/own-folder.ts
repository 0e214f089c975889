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

/** What the app is called in the names of its folders. */
const NAME = 'Sweetspot';

/** The app's own folder where Electron is not there to tell: where it puts an app's data on each system. */
export function ownFolderWithoutElectron({
  platform,
  env,
  homeDir,
}: Pick<NodeJS.Process, 'platform' | 'env'> & { readonly homeDir: string }): string {
  if (platform === 'win32') {
    const roaming = env['APPDATA'] ?? path.win32.join(homeDir, 'AppData', 'Roaming');
    return ownFolder(path.win32.join(roaming, NAME), { platform, env });
  }
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Application Support', NAME);
  const config = env['XDG_CONFIG_HOME'];
  const isSet = config !== undefined && path.isAbsolute(config);
  return path.join(isSet ? config : path.join(homeDir, '.config'), NAME);
}
