import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { type AfterPackContext, Arch, LinuxPackager } from 'electron-builder';
import { FUSES } from './fuses.ts';

/** What the two halves of a universal app of macOS are packed into before they are joined. */
const HALF = '-temp';

/** What electron-builder calls between packing the app and signing it. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  if (context.arch !== Arch.universal) await assertNativePart(context);
  if (context.appOutDir.endsWith(HALF)) return;
  // Not through `addElectronFuses` of the packager: its library is too old to know all fuses.
  await flipFuses(binaryOf(context), {
    ...FUSES,
    // A binary that was changed has lost the signature that Apple's own processors ask for.
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
  });
}

function binaryOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name =
    packager instanceof LinuxPackager ? packager.executableName : packager.appInfo.productFilename;
  const extensions: Readonly<Record<string, string>> = { darwin: '.app', win32: '.exe' };
  return join(appOutDir, `${name}${extensions[electronPlatformName] ?? ''}`);
}

/**
 * Looks for the part of x-win for the system: a folder of the file list that is not installed would
 * be left out without a word, and the app would measure nothing.
 */
async function assertNativePart(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager, arch } = context;
  const systems: Readonly<Record<string, string>> = {
    darwin: 'darwin-universal',
    linux: 'linux-x64-gnu',
    win32: `win32-${Arch[arch]}-msvc`,
  };
  const system = systems[electronPlatformName] ?? electronPlatformName;
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked', 'node_modules');
  const folder = join('@miniben90', `x-win-${system}`);
  await access(join(unpacked, folder, `x-win.${system}.node`)).catch(() => {
    throw new Error(`${folder} is not in the app; install it with --os and --cpu of npm install`);
  });
}
