import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';

/**
 * Takes out what an Electron opens where it is given no app; electron-builder does so only with an
 * Electron that it downloaded itself.
 */
export async function afterExtract({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const mac = join(appOutDir, 'Electron.app', 'Contents', 'Resources');
  for (const resources of [mac, packager.getResourcesDir(appOutDir)]) {
    await rm(join(resources, 'default_app.asar'), { force: true });
  }
}
