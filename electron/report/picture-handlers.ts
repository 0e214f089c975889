import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';

/** Where a picture of the window goes. */
export interface PictureNeeds {
  /** Asks where to save it; undefined where the user cancelled. */
  readonly askForFile: (name: string) => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, content: Uint8Array) => Promise<void>;
  /** Puts a PNG on the clipboard. */
  readonly copyPicture: (png: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** The bytes with which every PNG begins (PNG specification, 5.2). */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @throws Failure where it is no PNG. */
function pngOf(base64: string): Uint8Array<ArrayBuffer> {
  const png = Buffer.from(base64, 'base64');
  if (png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return new Uint8Array(png);
  throw new Failure('invalid-args', 'This is no picture.');
}

/** Hands over the picture of a week that the window drew. */
export function createPictureHandlers({
  askForFile,
  writeFile,
  copyPicture,
}: PictureNeeds): Pick<Handlers, 'picture:copy' | 'picture:save'> {
  return {
    'picture:copy': async ({ png }) => {
      await copyPicture(pngOf(png));
      return null;
    },
    'picture:save': async ({ week, png }) => {
      const content = pngOf(png);
      const file = await askForFile(`sweetspot-${week}.png`);
      if (file === undefined) return { saved: false };
      try {
        await writeFile(file, content);
      } catch {
        throw new Failure('not-saved', 'The file could not be saved there.');
      }
      return { saved: true };
    },
  };
}
