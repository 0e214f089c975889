import { readFileSync } from 'node:fs';
import type { NativeImage, Size } from 'electron';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** A PNG in memory; anything else is an empty image, as a picture that Electron cannot read is. */
export function createNativeImage(content: Buffer) {
  const isPng = content.length >= 24 && content.subarray(0, 4).equals(PNG_SIGNATURE);
  const png = isPng ? content : Buffer.alloc(0);
  let template = false;
  const image = {
    isEmpty: () => png.length === 0,
    getSize: (): Size =>
      isPng
        ? { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
        : { width: 0, height: 0 },
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    addRepresentation: () => undefined,
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
