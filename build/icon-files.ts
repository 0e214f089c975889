/** A square PNG picture. */
export interface Picture {
  /** Its edge in pixels. */
  readonly size: number;
  readonly data: Buffer;
}

/** Header and one entry of an ICO file, in bytes. */
const ICO_HEADER = 6;
const ICO_ENTRY = 16;

/**
 * Puts PNG pictures of up to 256 pixels into one Windows icon
 * (https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)).
 */
export function toIco(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let dataAt = head.length;
  pictures.forEach(({ size, data }, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index;
    // A byte holds no 256, which is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(dataAt, at + 12);
    dataAt += data.length;
  });
  return Buffer.concat([head, ...pictures.map(({ data }) => data)]);
}

/**
 * Names of the sizes in a macOS icon; those of twice the density share their pixels with the next. The
 * names for 16 and 32 pixels at plain density (`icp4`, `icp5`) show PNG pictures wrongly in an app, so
 * the system scales others down there.
 */
const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** Puts PNG pictures into one macOS icon: four letters, the length, and the picture, of each. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const bySize = new Map(pictures.map(({ size, data }) => [size, data]));
  const blocks = ICNS_TYPES.flatMap(([type, size]) => {
    const data = bySize.get(size);
    return data ? [icnsBlock(type, data)] : [];
  });
  return icnsBlock('icns', Buffer.concat(blocks));
}

function icnsBlock(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + data.length, 4);
  return Buffer.concat([head, data]);
}
