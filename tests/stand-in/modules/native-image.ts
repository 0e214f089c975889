import { readFileSync } from 'node:fs';
import type { CreateFromBitmapOptions, NativeImage, Size } from 'electron';
import { encodePng, isPng, pngSize } from './png.ts';

/** A PNG in memory; anything else is an empty image, as a picture that Electron cannot read is. */
export function createNativeImage(content: Buffer) {
  const png = isPng(content) ? content : Buffer.alloc(0);
  const representations: unknown[] = [];
  let template = false;
  const image = {
    isEmpty: () => png.length === 0 && representations.length === 0,
    getSize: (): Size => (png.length === 0 ? { width: 0, height: 0 } : pngSize(png)),
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    addRepresentation: (representation: unknown) => {
      representations.push(representation);
    },
    isTemplateImage: () => template,
    setTemplateImage: (option: boolean) => {
      template = option;
    },
    resize: () => createNativeImage(content),
  } satisfies Omit<Partial<NativeImage>, 'resize'> & { resize: unknown };
  return image;
}

export const nativeImage = {
  createEmpty: () => createNativeImage(Buffer.alloc(0)),
  createFromBitmap: (pixels: Buffer, { width, height }: CreateFromBitmapOptions) => {
    if (pixels.length !== width * height * 4) throw new Error('invalid buffer size');
    return createNativeImage(encodePng(pixels, { width, height }));
  },
  createFromBuffer: (buffer: Buffer) => createNativeImage(buffer),
  createFromDataURL: (url: string) =>
    createNativeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  createFromPath: (path: string) => {
    try {
      return createNativeImage(readFileSync(path));
    } catch {
      return createNativeImage(Buffer.alloc(0));
    }
  },
};
