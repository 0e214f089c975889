import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands before the fuses in Electron's binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses as Electron 45 comes, in their order: `1` is on, `0` off. */
const FUSES_OF_ELECTRON = '101100011';

/** Some of the languages that Electron comes with. */
const LOCALES = ['de', 'en-GB', 'en-US', 'fr', 'nl'];

/** Bytes on either side of the fuses, where the rest of a binary would be. */
const REST = Buffer.alloc(4096, 0x90);

/** Makes a folder that looks like an unpacked Electron for Linux, with a binary that only has fuses. */
export async function makeStubElectron(folder: string, fuses = FUSES_OF_ELECTRON): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.from([1, fuses.length, ...Buffer.from(fuses)]);
  const binary = join(folder, 'electron');
  await writeFile(binary, Buffer.concat([REST, Buffer.from(SENTINEL), wire, REST]));
  await chmod(binary, 0o755);
  const files = {
    LICENSE: 'The licence of Electron\n',
    'LICENSES.chromium.html': '<p>The licences of Chromium</p>\n',
    version: '45.4.1\n',
    'resources/default_app.asar': '',
    ...Object.fromEntries(LOCALES.map((locale) => [`locales/${locale}.pak`, locale])),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
